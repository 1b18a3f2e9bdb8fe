"""The clock that use-cases are given: the time, and the local day it belongs to."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from aws_flash.domain.days import day_of


class Clock(Protocol):
    """Tells the time; only app.py makes one that reads the real clock."""

    def now(self) -> int:
        """Return the time in UTC milliseconds."""
        ...

    def local(self) -> datetime:
        """Return the same moment as local time, with its time zone."""
        ...


def today(clock: Clock, day_begins_at: int) -> int:
    """Return the number of the local day, which begins at the hour that the settings say."""
    return day_of(clock.local(), day_begins_at)
