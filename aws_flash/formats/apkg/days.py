"""Anki's days: how a collection counts them, as local day numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Final, Self

from aws_flash.domain.days import day_number, day_of
from aws_flash.formats.local_days import BEGINS_AT, LATEST_SECOND, within

SECONDS_BEGIN: Final = 1_000_000_000
"""Due numbers from here on are seconds since 1970, those below days of the collection."""

_QUARTER: Final = 900  # seconds; all zones of the world lie quarters of an hour apart
_MINUTES_OF_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class AnkiDays:
    """The days of a collection: `first` is its day 0, `rollover` the hour at which days begin."""

    first: int
    rollover: int = BEGINS_AT
    _known: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, created: int, west: int | None, rollover: int | None) -> Self:
        """Count from the second at which a collection was created.

        `west` is how many minutes west of UTC that was; None means where this machine is. The
        calendar day there is day 0, whatever its hour: so does Anki count since 2.1.
        """
        moment = datetime.fromtimestamp(min(max(created, 0), LATEST_SECOND), UTC)
        if west is not None and abs(west) < _MINUTES_OF_A_DAY:
            local = moment.astimezone(timezone(timedelta(minutes=-west)))
        else:
            local = moment.astimezone()
        return cls(day_number(local.date()), BEGINS_AT if rollover is None else rollover % 24)

    def due(self, due: int) -> int:
        """Return the day of a due number: a day of the collection, or seconds since 1970."""
        if due >= SECONDS_BEGIN:
            return self.at(due)
        return within(self.first + due)

    def at(self, second: int) -> int:
        """Return the local day to which a second since 1970 belongs."""
        quarter = min(max(second, 0), LATEST_SECOND) // _QUARTER
        day = self._known.get(quarter)
        if day is None:
            local = datetime.fromtimestamp(quarter * _QUARTER, UTC).astimezone()
            day = self._known[quarter] = within(day_of(local, self.rollover))
        return day
