"""Which backups stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.backup import Backup, Reason, name_of
from aws_flash.domain.retention import DAYS, MONTHS, WEEKS, superseded

HOUR = 3_600_000
START = 1_700_000_000_000
AUTOMATIC = [reason for reason in Reason if reason is not Reason.BY_HAND]
HOURS = st.sets(st.integers(0, 24 * 1200), max_size=60)
TODAY = date(2023, 11, 14) + timedelta(days=1200)


def date_of(at: int) -> date:
    return datetime.fromtimestamp(at / 1000, UTC).date()


def made(hours: Iterable[int], reason: Reason = Reason.DAILY) -> list[Backup]:
    moments = [START + hour * HOUR for hour in sorted(hours)]
    return [Backup(name_of(at, reason), at, reason) for at in moments]


def remaining(backups: list[Backup], today: date = TODAY) -> list[Backup]:
    gone = superseded(backups, date_of, today)
    return [backup for backup in backups if backup not in gone]


def test_after_years_of_daily_use_ten_days_eight_weeks_and_twelve_months_stay() -> None:
    assert (DAYS, WEEKS, MONTHS) == (10, 8, 12)
    stay = [date_of(backup.at) for backup in remaining(made(range(0, 24 * 1200, 24)))]
    assert stay[-DAYS:] == [TODAY - timedelta(days=back) for back in range(DAYS, 0, -1)]
    assert {day.isocalendar()[:2] for day in stay} >= {
        (TODAY - timedelta(days=1, weeks=back)).isocalendar()[:2] for back in range(WEEKS)
    }
    assert len({(day.year, day.month) for day in stay}) == MONTHS
    assert len(stay) <= DAYS + WEEKS + MONTHS


@given(HOURS)
def test_the_newest_stays(hours: set[int]) -> None:
    backups = made(hours)
    assert remaining(backups)[-1:] == backups[-1:]


@given(HOURS)
def test_never_more_than_thirty_stay_of_earlier_days(hours: set[int]) -> None:
    assert len(remaining(made(hours))) <= DAYS + WEEKS + MONTHS


@given(HOURS)
def test_those_made_today_stay(hours: set[int]) -> None:
    backups = made(hours)
    today = date_of(backups[-1].at) if backups else TODAY
    assert [one for one in superseded(backups, date_of, today) if date_of(one.at) == today] == []


@given(HOURS, st.sampled_from(AUTOMATIC))
def test_a_second_pass_finds_nothing_more(hours: set[int], reason: Reason) -> None:
    stay = remaining(made(hours, reason))
    assert superseded(stay, date_of, TODAY) == []


@given(HOURS)
def test_what_the_user_made_by_hand_stays(hours: set[int]) -> None:
    assert superseded(made(hours, Reason.BY_HAND), date_of, TODAY) == []


@given(HOURS, st.integers(0, 24 * 1200))
def test_a_newer_backup_never_brings_an_older_one_back(hours: set[int], later: int) -> None:
    before = made(hours)
    after = made(hours | {later + 24 * 1200})
    assert set(superseded(before, date_of, TODAY)) <= set(superseded(after, date_of, TODAY))


def test_a_long_absence_costs_nothing() -> None:
    backups = made(range(0, 24 * DAYS, 24))
    assert superseded(backups, date_of, TODAY + timedelta(days=3650)) == []
