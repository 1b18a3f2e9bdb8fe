"""Today, by a clock that is given."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from aws_flash.application.clock import Clock
from aws_flash.domain.days import date_of
from aws_flash.domain.settings import Settings

PARIS_IN_SUMMER = timezone(timedelta(hours=2))


def stopped_at(moment: datetime) -> Clock:
    return Clock(lambda: int(moment.timestamp() * 1000), lambda: moment)


def test_before_the_day_begins_it_is_still_yesterday() -> None:
    late = stopped_at(datetime(2026, 7, 2, 3, 59, tzinfo=PARIS_IN_SUMMER))
    assert date_of(late.today(Settings(day_begins_at=4))) == date(2026, 7, 1)


def test_the_local_day_counts_whatever_day_utc_has() -> None:
    early = stopped_at(datetime(2026, 7, 2, 0, 30, tzinfo=PARIS_IN_SUMMER))
    assert date_of(early.today(Settings(day_begins_at=0))) == date(2026, 7, 2)
