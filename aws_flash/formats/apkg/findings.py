"""What is faulty in a file, gathered while it is read, and never without end."""

from __future__ import annotations

from collections import Counter
from typing import Final

from aws_flash.domain.bundle import Problem

MAX_TOLD: Final = 500
"""As many faults of one sort as somebody may want to read; the others are counted."""
_LONGEST: Final = 120


class Findings:
    """Problems in the order in which they were found."""

    def __init__(self) -> None:
        """Begin with none."""
        self._told: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(self, where: str, why: str) -> None:
        """Note that a part of the file is faulty."""
        self._counts[why] += 1
        if self._counts[why] <= MAX_TOLD:
            self._told.append(Problem(shown(where), why))

    def all(self) -> tuple[Problem, ...]:
        """Return the problems, and how many more there are of each sort."""
        more = ((why, count - MAX_TOLD) for why, count in self._counts.items())
        rest = (Problem(f"{count} more", why) for why, count in more if count > 0)
        return (*self._told, *rest)


def shown(name: str) -> str:
    """Return a name of a stranger as it can be shown: no signs that cannot be seen, not endless."""
    seen = "".join(sign if sign.isprintable() else "\ufffd" for sign in name[:_LONGEST])
    return seen if len(name) <= _LONGEST else f"{seen}…"
