"""What a file of Mnemosyne holds, whichever form it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from aws_flash.domain.bundle import Progress
from aws_flash.formats.local_days import day_at, rest_within, within

LEARNED: Final = 2
"""Grades below are those of cards that are not known yet, or no longer."""
MAX_REPETITIONS: Final = 600_000
"""Answers that are in memory together: a hundred a day for sixteen years."""
TOO_LONG: Final = "it is longer than can be held, so the last answers were left out"
_SECONDS_A_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Learned:
    """How well a card is known: days as day numbers, None where it was never asked."""

    grade: int = -1
    asked_on: int | None = None
    due: int | None = None
    lapses: int = 0
    streak: int = 0

    def progress(self) -> Progress | None:
        """Return it as progress; a card that is not known is asked again next day."""
        if self.grade < 0 or self.asked_on is None or self.due is None:
            return None
        lapses, streak = max(self.lapses, 0), max(self.streak, 0)
        if self.grade < LEARNED:
            return Progress(1, within(self.due), lapses, 0)
        return Progress(rest_within(self.due - self.asked_on), within(self.due), lapses, streak)


@dataclass(slots=True)
class Card:
    """A card: of which fact, by which view, such as "3.2"; `hole` counts gaps from 0."""

    guid: str
    fact: str
    card_type: str
    view: str
    tags: tuple[str, ...] = ()
    learned: Learned = Learned()
    hole: int | None = None
    suspended: bool = False
    created: int | None = None
    modified: int | None = None


@dataclass(frozen=True, slots=True)
class Repetition:
    """One answer to a card: at a UTC millisecond, the milliseconds it took, and what it led to."""

    card: str
    at: int
    took: int
    after: Learned


@dataclass(slots=True)
class Library:
    """Facts by id: their values by key; cards and repetitions in the order of the file."""

    name: str = ""
    author: str = ""
    description: str = ""
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    cards: list[Card] = field(default_factory=list)
    repetitions: list[Repetition] = field(default_factory=list)
    is_collection: bool = False


def due_day(second: int) -> int:
    """Return the day of a time to ask again, which Mnemosyne gives as a midnight of UTC."""
    if second % _SECONDS_A_DAY == 0:
        return within(second // _SECONDS_A_DAY)
    return day_at(second)


def learned(grade: int, asked: int, due: int, lapses: int, streak: int) -> Learned:
    """Return what is known of a card from seconds since 1970; what is below 1 was never asked."""
    if grade < 0 or asked < 1 or due < 1:
        return Learned()
    return Learned(grade, day_at(asked), due_day(due), lapses, streak)
