"""An import: a dated batch that came from a file, what it held, and how it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Clash(StrEnum):
    """What becomes of a note that the user and the file have both changed."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks of an import.

    `topic` is the id of the topic to hang everything under, None for the top of the tree.
    `with_progress` brings boxes, due days and history; `by_first_field` takes a card with the same
    first field for the same card; `with_marks` brings the tags "marked" and "leech". `left_out` are
    guids of notes not to bring.
    """

    topic: int | None = None
    clash: Clash = Clash.MINE
    with_progress: bool = False
    by_first_field: bool = False
    with_marks: bool = False
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, in notes unless named otherwise; kept with it for later."""

    new: int = 0
    changed: int = 0
    same: int = 0
    clashing: int = 0
    cards: int = 0
    topics: int = 0
    media: int = 0
    reviews: int = 0
    problems: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Import:
    """A batch that came in: when (UTC milliseconds), from which file, in which format."""

    id: int
    at: int
    name: str
    format: str
    report: Report
    reverted_at: int | None = None


@dataclass(frozen=True, slots=True)
class ImportTrace:
    """What an import added and overwrote, by table; `content` is known to the storage alone."""

    import_id: int
    content: str


@dataclass(frozen=True, slots=True)
class Reverted:
    """What taking an import back did, in notes; `kept` had been edited since, and stay so."""

    removed: int
    restored: int
    kept: int
