"""A card: one question asked from a note, with its standing in the boxes."""

from __future__ import annotations

from dataclasses import dataclass

BOXES = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card stands: box 0 (never seen) to 5, its rest in days, and the day it is due.

    `lapses` counts misses of a card that had been known; `streak` counts answers known in a row.
    """

    box: int = 0
    rest: int = 0
    due: int | None = None
    lapses: int = 0
    streak: int = 0

    def __post_init__(self) -> None:
        """Refuse a box out of range, and a seen card without a due day."""
        if not 0 <= self.box <= BOXES:
            msg = f"box {self.box} is not one of 0 to {BOXES}"
            raise ValueError(msg)
        if (self.box == 0) != (self.due is None):
            msg = "a card is due once it has been seen, and not before"
            raise ValueError(msg)
        if min(self.rest, self.lapses, self.streak) < 0:
            msg = "rest, lapses and streak are never negative"
            raise ValueError(msg)


NEW = Standing()


@dataclass(frozen=True, slots=True)
class Card:
    """One question asked from a note.

    `ordinal` is the template's index, or the hole's number for kinds that count holes. A card is
    `aside` when its note no longer asks it (a hole was edited away); its progress is kept.
    `skipped_until` is the first day on which a skipped card shows again. `position` is the place
    within the topic.
    """

    id: int
    note_id: int
    ordinal: int
    topic_id: int
    position: int = 0
    standing: Standing = NEW
    flag: int = 0
    suspended: bool = False
    skipped_until: int | None = None
    aside: bool = False

    def is_due(self, today: int) -> bool:
        """Tell whether the card waits for review on this day."""
        due = self.standing.due
        return due is not None and due <= today and self.is_shown(today)

    def is_shown(self, today: int) -> bool:
        """Tell whether nothing keeps the card from being asked on this day."""
        waits = self.skipped_until is not None and self.skipped_until > today
        return not (self.suspended or self.aside or waits)
