"""What a file of vocabulary holds, whichever version of the form it is written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from aws_flash.domain.bundle import Progress
from aws_flash.formats.local_days import rest_within, within

GRADES: Final = (1, 2, 4, 7, 14, 30, 60)
"""Days from an answer to the next question, for grades 1 to 7, where a file names none."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How well a text is known when asked from another; `asked_on` is a day number."""

    grade: int
    count: int
    errors: int
    asked_on: int | None
    rest: int | None = None

    def progress(self) -> Progress | None:
        """Return it as progress, the grade as the box; None where nothing was ever asked."""
        if (self.grade < 1 and self.count < 1) or self.asked_on is None:
            return None
        box = min(max(self.grade, 1), len(GRADES))
        rest = rest_within(GRADES[box - 1] if self.rest is None else self.rest)
        streak = max(self.count - self.errors, 0) if self.grade > 0 else 0
        return Progress(rest, within(self.asked_on + rest), max(self.errors, 0), streak, box)


@dataclass(slots=True)
class Translation:
    """One text of an entry and what belongs to it; `grades` go by the language asked from.

    The key None is for files that say no language: any other.
    """

    text: str = ""
    comment: str = ""
    pronunciation: str = ""
    example: str = ""
    paraphrase: str = ""
    image: str = ""
    sound: str = ""
    grades: dict[int | None, Grade] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether there is anything to ask or to answer with."""
        return bool(self.text or self.image or self.sound)


@dataclass(slots=True)
class Entry:
    """The texts of one thing by language."""

    translations: dict[int, Translation] = field(default_factory=dict)
    lesson: tuple[str, ...] = ()
    types: list[str] = field(default_factory=list)
    inactive: bool = False
    line: int = 0


@dataclass(slots=True)
class Vocabulary:
    """A whole file: `languages` are the names of the columns, `lessons` paths, empty ones too."""

    title: str = ""
    author: str = ""
    licence: str = ""
    comment: str = ""
    languages: dict[int, str] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    lessons: list[tuple[str, ...]] = field(default_factory=list)


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return a number as a file writes it; what is none is `otherwise`."""
    written = (text or "").strip()
    sign, digits = (-1, written[1:]) if written.startswith("-") else (1, written)
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        return otherwise
    return sign * int(digits)
