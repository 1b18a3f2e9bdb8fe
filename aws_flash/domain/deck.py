"""A deck that came with the program: its edition, and what it last delivered of each note."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck in the edition last loaded."""

    guid: str
    name: str
    edition: str


@dataclass(frozen=True, slots=True)
class DeckNote:
    """The fingerprint of a note's content as its deck last delivered it."""

    note_guid: str
    deck_guid: str
    fingerprint: str
