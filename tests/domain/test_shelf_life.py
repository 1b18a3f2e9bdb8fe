"""How long a checked fact counts as fresh."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.provenance import Provenance, Volatility
from aws_flash.domain.shelf_life import LONGEST_LIFE, ShelfLives, age_in_months, is_stale

TODAY = date(2028, 3, 1)
LIVES = ShelfLives()


@pytest.mark.parametrize("volatility", Volatility)
def test_a_fact_is_stale_the_day_after_its_shelf_life(volatility: Volatility) -> None:
    last_fresh = TODAY - timedelta(days=LIVES.of(volatility))
    checked = Provenance(checked_on=last_fresh, volatility=volatility)
    assert not is_stale(checked, TODAY, LIVES)
    assert is_stale(checked, TODAY + timedelta(days=1), LIVES)


@pytest.mark.parametrize(
    "told", [None, Provenance(volatility=Volatility.PRICE), Provenance(checked_on=date(2001, 1, 1))]
)
def test_a_fact_without_a_sort_or_a_check_is_never_stale(told: Provenance | None) -> None:
    assert not is_stale(told, TODAY, LIVES)


def test_the_user_may_shorten_a_shelf_life() -> None:
    checked = Provenance(checked_on=date(2028, 1, 1), volatility=Volatility.LIMIT)
    assert not is_stale(checked, TODAY, LIVES)
    assert is_stale(checked, TODAY, replace(LIVES, limit=30))


def test_prices_age_first_and_principles_last() -> None:
    days = {volatility: LIVES.of(volatility) for volatility in Volatility}
    assert min(days, key=days.__getitem__) is Volatility.PRICE
    assert max(days, key=days.__getitem__) is Volatility.PRINCIPLE


@pytest.mark.parametrize("days", [0, -1, LONGEST_LIFE + 1])
def test_days_out_of_range_are_refused(days: int) -> None:
    with pytest.raises(ValueError, match="shelf lives"):
        ShelfLives(price=days)


@pytest.mark.parametrize(
    ("checked_on", "today", "months"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 24), date(2026, 12, 23), 0),
        (date(2026, 11, 24), date(2026, 12, 24), 1),
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 11, 24), date(2028, 1, 24), 14),
        (date(2026, 11, 24), date(2026, 11, 1), 0),
    ],
)
def test_an_age_is_told_in_whole_months(checked_on: date, today: date, months: int) -> None:
    assert age_in_months(checked_on, today) == months


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 5000))
def test_an_age_never_shrinks_and_is_about_the_days(checked_on: date, days: int) -> None:
    today = checked_on + timedelta(days=days)
    months = age_in_months(checked_on, today)
    assert months <= age_in_months(checked_on, today + timedelta(days=1))
    assert days / 31 - 1 <= months <= days / 28
