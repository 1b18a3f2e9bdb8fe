"""Retention: which backups stay, so that recent days are dense and old ones thin.

The rule. Of each of the 10 latest days, 8 latest weeks and 12 latest months that have a backup, the
newest one stays. Days, weeks (from Monday) and months without a backup do not count, so a long
absence costs nothing. Those made today stay too, and those that the user made by hand stay until
the user removes them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

from aws_flash.domain.backup import Backup, Reason

DAYS = 10
WEEKS = 8
MONTHS = 12


def superseded(
    backups: Iterable[Backup], date_of: Callable[[int], date], today: date
) -> list[Backup]:
    """Return the backups that may go, oldest first.

    `date_of` gives the local date of a moment in UTC milliseconds.
    """
    oldest_first = sorted(backups, key=lambda backup: (backup.at, backup.name))
    dates = {backup: date_of(backup.at) for backup in oldest_first}
    kept = {
        *_newest_of_each(dates, _day, DAYS),
        *_newest_of_each(dates, _week, WEEKS),
        *_newest_of_each(dates, _month, MONTHS),
    }
    return [
        backup
        for backup, day in dates.items()
        if backup not in kept and day != today and backup.reason is not Reason.BY_HAND
    ]


def _newest_of_each(
    dates: dict[Backup, date], span_of: Callable[[date], Hashable], spans: int
) -> list[Backup]:
    """Return the newest backup of each of the latest spans; `dates` has the oldest first."""
    newest = {span_of(day): backup for backup, day in dates.items()}
    return sorted(newest.values(), key=lambda backup: (backup.at, backup.name))[-spans:]


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return (day.year, day.month)
