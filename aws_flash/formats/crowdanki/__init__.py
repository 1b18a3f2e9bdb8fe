"""Decks as CrowdAnki shares them: deck.json with its kinds and notes, and a folder of media."""

from __future__ import annotations
