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
    """A note as its deck last delivered it.

    `fingerprint` is of the whole content, `fact` of what is taught; `topic_guid` is the topic it
    was in, `tags` are its tags. What an earlier version of the program did not keep is None.
    """

    note_guid: str
    deck_guid: str
    fingerprint: str
    fact: str | None = None
    topic_guid: str | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DeckTopic:
    """A topic as its deck last delivered it; `parent_guid` is None for one at the top."""

    topic_guid: str
    deck_guid: str
    parent_guid: str | None
    name: str
    position: int
    description: str = ""


def _numbers(edition: str) -> list[int]:
    return [int(part) for part in edition.split(".") if part.isdecimal()]
