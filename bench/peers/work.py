"""What the comparisons work on: so many notes, as files made when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.processes import answered
from bench.report import thousands

FORMS: Final = ("legacy", "new")
REVIEWS: Final = 10
"""Answers for each note, where there are some."""


@dataclass(frozen=True, slots=True)
class Work:
    """Sizes of the files, and how often to measure; all files lie below `folder`.

    What is worth keeping until tomorrow lies below `kept`.
    """

    notes: int
    rounds: int
    folder: Path
    kept: Path

    @property
    def reviews(self) -> int:
        """Answers in the files that have some."""
        return REVIEWS * self.notes

    def told(self, reviews: int = 0) -> str:
        """Return the size as the names of rows tell it: "100 k notes, 1 M reviews"."""
        notes = f"{thousands(self.notes)} notes"
        return f"{notes}, {thousands(reviews)} reviews" if reviews else notes

    def package(self, form: str, reviews: int = 0) -> Path:
        """Return a package of Anki's in one of the FORMS."""
        return self._written(reviews, f"many-{self.notes}-{reviews}-{form}.apkg")

    def table(self) -> Path:
        """Return the notes as a table, a row each with question, answer and tags."""
        return self._written(0, f"many-{self.notes}.csv")

    def _written(self, reviews: int, name: str) -> Path:
        path = (self.folder / name).absolute()
        if not path.exists():
            answered("write_many", None, self.notes, reviews, path)
        return path
