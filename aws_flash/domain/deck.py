"""A deck that came with the program: its edition, and what it last delivered of each note."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck in the edition last loaded."""

    guid: str
    name: str
    edition: str

    def is_newer_than(self, other: Deck) -> bool:
        """Tell whether this edition comes after the other: 2026.11.0 after 2026.9.3."""
        return _numbers(self.edition) > _numbers(other.edition)


@dataclass(frozen=True, slots=True)
class DeckNote:
    """The fingerprint of a note's content as its deck last delivered it."""

    note_guid: str
    deck_guid: str
    fingerprint: str


def _numbers(edition: str) -> list[int]:
    return [int(part) for part in edition.split(".") if part.isdecimal()]
