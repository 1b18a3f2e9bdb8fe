"""Today, by a clock that is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from aws_flash.application.clock import today
from aws_flash.domain.days import date_of

PARIS_IN_SUMMER = timezone(timedelta(hours=2))


@dataclass(frozen=True)
class StoppedClock:
    moment: datetime

    def now(self) -> int:
        return int(self.moment.timestamp() * 1000)

    def local(self) -> datetime:
        return self.moment


def test_before_the_day_begins_it_is_still_yesterday() -> None:
    late = StoppedClock(datetime(2026, 7, 2, 3, 59, tzinfo=PARIS_IN_SUMMER))
    assert date_of(today(late, 4)) == date(2026, 7, 1)


def test_the_local_day_counts_whatever_day_utc_has() -> None:
    early = StoppedClock(datetime(2026, 7, 2, 0, 30, tzinfo=PARIS_IN_SUMMER))
    assert date_of(today(early, 0)) == date(2026, 7, 2)
