"""jMemorize: a lesson of categories, whose decks are the levels of learning."""

from __future__ import annotations
