"""Moments of other programs as local day numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from aws_flash.domain.days import day_number, day_of

BEGINS_AT: Final = 4
"""The hour at which a day begins, unless the user set another."""
LAST_DAY: Final = day_number(date(2300, 1, 1))
"""Later days are taken for this one: no honest card rests that long, and dates end somewhere."""
LONGEST_REST: Final = 36_500

LATEST_SECOND: Final = 7_258_118_400
"""In 2200; some systems know no time much later."""


def day_at(second: float) -> int:
    """Return the local day to which a second since 1970 belongs; odd ones are brought in range."""
    moment = datetime.fromtimestamp(min(max(second, 0), LATEST_SECOND), UTC).astimezone()
    return within(day_of(moment, BEGINS_AT))


def day_of_wall(wall: datetime) -> int:
    """Return the day to which the time of a local clock belongs."""
    return within(day_of(wall.replace(tzinfo=None), BEGINS_AT)) if wall.year >= 1970 else 0


def within(day: int) -> int:
    """Return a day number that can be a date."""
    return min(max(day, 0), LAST_DAY)


def rest_within(days: float) -> int:
    """Return a rest that can be: a whole number of days from 1 on, an odd number brought in."""
    return round(min(max(days, 1), LONGEST_REST)) if days == days else 1  # noqa: PLR0124 - no NaN


def millisecond(second: float) -> int | None:
    """Return a second since 1970 as UTC milliseconds, None where it can be none."""
    return round(second * 1000) if 0 < second <= LATEST_SECOND else None
