"""A card as it stands in a Markdown file, its fields still Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aws_flash.domain.bundle import BundledTopic

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card that was found: the line it begins in, the guid of a built-in kind, and its fields.

    `path` names its topics from the top, unless `topic` is the guid of one that the file declares.
    `guid` is empty where the file gives none.
    """

    line: int
    kind: str
    fields: Fields
    path: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    guid: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Lines that make no card, by the number of the first, and how they begin."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """All that was found in a file; `topics` and `deck` only in files of our own."""

    cards: Sequence[FoundCard]
    leftovers: Sequence[Leftover] = ()
    topics: Sequence[BundledTopic] = ()
    deck: dict[str, Any] | None = None


def basic_fields(question: str, answer: str, explanation: str = "") -> Fields:
    """Return the fields of a basic note."""
    return (("Question", question), ("Answer", answer), ("Explanation", explanation))


class TopicPath:
    """The headings that are open at a place of the file."""

    def __init__(self) -> None:
        """Begin above all headings."""
        self._open: list[tuple[int, str]] = []

    def enter(self, level: int, name: str) -> None:
        """Come to a heading: it closes those of its level and deeper ones."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        if name:
            self._open.append((level, name))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the open headings, from the top."""
        return tuple(name for _, name in self._open)
