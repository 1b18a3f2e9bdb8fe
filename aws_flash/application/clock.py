"""The clock that use-cases are given: the time, and the local day it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from aws_flash.domain.days import day_of
from aws_flash.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time; only app.py makes one that reads the real clock.

    `now()` is UTC milliseconds, `local()` the same moment as local time with its time zone.
    """

    now: Callable[[], int]
    local: Callable[[], datetime]

    def today(self, settings: Settings) -> int:
        """Return the number of the local day, which begins at the hour that the settings say."""
        return day_of(self.local(), settings.day_begins_at)
