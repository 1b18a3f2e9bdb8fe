"""Day numbers: local days that begin some hours after midnight."""

from __future__ import annotations

from datetime import date, datetime, timedelta

_EPOCH = date(1970, 1, 1).toordinal()


def day_of(moment: datetime, begins_at: int) -> int:
    """Return the number of the local day that `moment` belongs to, 0 being 1 January 1970.

    `moment` carries the local wall-clock time; `begins_at` is the hour, 0 to 23, at which a day
    begins. The wall clock decides, not elapsed hours: so a day of summer time's change has 23 or 25
    hours and still is one day.
    """
    wall = moment.replace(tzinfo=None)
    return (wall - timedelta(hours=begins_at)).date().toordinal() - _EPOCH


def date_of(day: int) -> date:
    """Return the calendar date of a day number."""
    return date.fromordinal(day + _EPOCH)


def day_number(on: date) -> int:
    """Return the day number of a calendar date."""
    return on.toordinal() - _EPOCH
