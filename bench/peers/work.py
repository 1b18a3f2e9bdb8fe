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
        forms = (f"many-{self.notes}-{reviews}-{one}.apkg" for one in FORMS)
        written = self._written(reviews, *forms)
        return written[FORMS.index(form)]

    def table(self) -> Path:
        """Return the notes as a table, a row each with question, answer and tags."""
        return self._written(0, f"many-{self.notes}.csv")[0]

    def _written(self, reviews: int, *names: str) -> list[Path]:
        paths = [(self.folder / name).absolute() for name in names]
        if not all(path.exists() for path in paths):
            answered("write_many", None, self.notes, reviews, *paths)
        return paths
