"""The linter of cards: rules as pure functions, and what they find as values."""

from __future__ import annotations
