"""Lists of cards as JSON, by the names that people and programs usually give to their parts."""

from __future__ import annotations
