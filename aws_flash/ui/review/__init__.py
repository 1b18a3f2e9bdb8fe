"""The review: one card after the other, asked, answered and rated."""

from __future__ import annotations
