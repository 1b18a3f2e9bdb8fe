"""Settings of a collection: rests of the boxes, limits, the start of the day, shelf lives."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from aws_flash.domain.card import BOXES
from aws_flash.domain.shelf_life import ShelfLives

LONGEST_REST = 365
DEFAULT_RESTS = (1, 3, 7, 14, 30)


class Fall(StrEnum):
    """Where a missed card goes: one box down, or back to box 1."""

    GENTLE = "gentle"
    CLASSIC = "classic"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose for the whole collection.

    `rests` are days after landing in boxes 1 to 5. `catch_up_minutes` is the daily pace taken after
    missed days; while it is set, no new cards come. `shelf_lives` are days from the check of a fact
    until it wants another.
    """

    minutes_a_day: int = 20
    new_a_day: int = 10
    rests: tuple[int, ...] = DEFAULT_RESTS
    fall: Fall = Fall.GENTLE
    day_begins_at: int = 4
    catch_up_minutes: int | None = None
    shelf_lives: ShelfLives = field(default_factory=ShelfLives)

    def __post_init__(self) -> None:
        """Refuse values out of range and rests that shrink from box to box."""
        ascending = all(low <= high for low, high in zip(self.rests, self.rests[1:], strict=False))
        in_range = all(1 <= rest <= LONGEST_REST for rest in self.rests)
        if len(self.rests) != BOXES or not ascending or not in_range:
            msg = "five rests of 1 to 365 days, each at least the one before"
            raise ValueError(msg)
        if not (1 <= self.minutes_a_day <= 600 and 0 <= self.new_a_day <= 999):
            msg = "minutes a day from 1 to 600, new cards a day from 0 to 999"
            raise ValueError(msg)
        if self.catch_up_minutes is not None and not 1 <= self.catch_up_minutes <= 600:
            msg = "minutes a day to catch up from 1 to 600"
            raise ValueError(msg)
        if not 0 <= self.day_begins_at <= 23:
            msg = "a day begins at an hour from 0 to 23"
            raise ValueError(msg)


def with_rest(settings: Settings, box: int, rest: int) -> Settings:
    """Return the settings with another rest for a box, 1 to 5.

    Boxes above rest at least as long, boxes below at most: they follow where they must.
    """
    rests = [
        min(other, rest) if number < box else max(other, rest)
        for number, other in enumerate(settings.rests, start=1)
    ]
    rests[box - 1] = rest
    return replace(settings, rests=tuple(rests))
