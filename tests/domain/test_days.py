"""Day numbers: 04:00, summer time, time zones, a clock set back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.days import date_of, day_number, day_of

hours = st.integers(0, 23)
moments = st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001  wall clocks
zones = st.timezones()
dates = st.dates(date(1971, 1, 1), date(2100, 1, 1))


def local(text: str, zone: str = "Europe/Berlin") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def test_day_zero_is_the_first_of_january_1970() -> None:
    assert day_number(date(1970, 1, 1)) == 0
    assert date_of(0) == date(1970, 1, 1)


@given(dates)
def test_dates_and_day_numbers_go_back_and_forth(on: date) -> None:
    assert date_of(day_number(on)) == on
    assert day_number(on + timedelta(days=1)) == day_number(on) + 1


@pytest.mark.parametrize(
    ("time", "on"), [("03:59", "2026-11-23"), ("04:00", "2026-11-24"), ("23:59", "2026-11-24")]
)
def test_a_day_begins_at_four(time: str, on: str) -> None:
    day = day_of(local(f"2026-11-24T{time}"), 4)
    assert date_of(day) == date.fromisoformat(on)


@given(moments, hours)
def test_a_day_lasts_from_its_hour_to_the_same_hour_of_the_next(
    moment: datetime, hour: int
) -> None:
    first = moment.replace(hour=hour, minute=0, second=0, microsecond=0)
    last = first + timedelta(days=1) - timedelta(microseconds=1)
    assert day_of(first, hour) == day_of(last, hour) == day_number(first.date())
    assert day_of(last + timedelta(microseconds=1), hour) == day_number(first.date()) + 1


@given(moments, moments, hours)
def test_a_later_wall_clock_is_never_an_earlier_day(
    one: datetime, other: datetime, hour: int
) -> None:
    early, late = sorted((one, other))
    assert day_of(early, hour) <= day_of(late, hour)


@given(moments, zones, hours)
def test_the_wall_clock_decides_not_the_zone(moment: datetime, zone: ZoneInfo, hour: int) -> None:
    assert day_of(moment.replace(tzinfo=zone), hour) == day_of(moment, hour)


@pytest.mark.parametrize(
    ("before", "after", "hours"),
    [
        ("2026-03-28T04:00", "2026-03-29T04:00", 23),
        ("2026-10-24T04:00", "2026-10-25T04:00", 25),
    ],
)
def test_a_change_of_summer_time_makes_a_short_or_a_long_day_not_two(
    before: str, after: str, hours: int
) -> None:
    first, last = local(before), local(after)
    elapsed = last.astimezone(UTC) - first.astimezone(UTC)
    assert elapsed == timedelta(hours=hours)
    assert day_of(last, 4) == day_of(first, 4) + 1


@given(st.integers(0, 200), st.integers(0, 9999))
def test_no_day_comes_back_while_time_runs_through_a_change_of_summer_time(
    minutes: int, start: int
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    instant = datetime(2026, 10, 24, tzinfo=UTC) + timedelta(minutes=start % 2880)
    later = instant + timedelta(minutes=minutes)
    for hour in range(24):
        assert day_of(instant.astimezone(berlin), hour) <= day_of(later.astimezone(berlin), hour)


@given(moments, hours, zones, zones)
def test_a_journey_moves_the_day_by_one_at_most(
    moment: datetime, hour: int, home: ZoneInfo, away: ZoneInfo
) -> None:
    instant = moment.replace(tzinfo=UTC)
    days = [day_of(instant.astimezone(zone), hour) for zone in (home, away)]
    assert abs(days[0] - days[1]) <= 2


@given(moments, hours, st.integers(1, 400))
def test_a_clock_set_back_by_days_gives_just_the_earlier_day(
    moment: datetime, hour: int, back: int
) -> None:
    assert day_of(moment - timedelta(days=back), hour) == day_of(moment, hour) - back
