"""What was saved of a damaged collection."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How much a salvaged collection holds, and which tables were not wholly readable.

    `reviews` are the rows of history. `kept_aside` is the path of the damaged file, which stays.
    """

    topics: int
    notes: int
    cards: int
    reviews: int
    damaged_tables: tuple[str, ...]
    kept_aside: str = ""

    def kept_at(self, path: str) -> Salvaged:
        """Return this, and where the damaged file is kept."""
        return replace(self, kept_aside=path)
