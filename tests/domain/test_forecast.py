"""How many cards come due, and how many new ones that leaves room for."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.card import BOXES
from aws_flash.domain.forecast import HORIZON, due_per_day, expected_days, new_allowed
from aws_flash.domain.pace import UNKNOWN_PACE, Pace
from aws_flash.domain.settings import Fall, Settings
from tests.domain.box_strategies import TODAY, paces, settings

NOTHING_DUE = (0.0,) * HORIZON
ALWAYS = Pace(share_known=1.0)
NEVER = Pace(share_known=0.0)
waiting_cards = st.dictionaries(
    st.tuples(st.integers(TODAY - 50, TODAY + 60), st.integers(1, BOXES)),
    st.integers(0, 500),
    max_size=12,
)
loads = st.lists(st.floats(0, 300), min_size=HORIZON, max_size=HORIZON).map(tuple)


def forecast(
    waiting: dict[tuple[int, int], int], pace: Pace, days: int = 9, fall: Fall = Fall.GENTLE
) -> list[float]:
    return [round(n, 6) for n in due_per_day(waiting, TODAY, days, Settings(fall=fall), pace)]


def test_overdue_cards_count_for_today() -> None:
    assert forecast({(TODAY - 9, 5): 4, (TODAY, 5): 3}, ALWAYS, 2) == [7, 0]


def test_a_known_card_comes_again_after_the_rest_of_its_next_box() -> None:
    assert forecast({(TODAY, 1): 10}, ALWAYS) == [10, 0, 0, 10, 0, 0, 0, 0, 0]
    assert forecast({(TODAY, 2): 10}, ALWAYS) == [10, 0, 0, 0, 0, 0, 0, 10, 0]


def test_a_missed_card_comes_again_tomorrow() -> None:
    assert forecast({(TODAY, 4): 10}, NEVER, 4) == [10, 10, 10, 10]


def test_the_share_known_splits_the_cards() -> None:
    assert forecast({(TODAY, 1): 10}, Pace(share_known=0.8), 4) == [10, 2, 0.4, 8.08]


def test_a_fall_to_box_one_brings_cards_back_sooner() -> None:
    half = Pace(share_known=0.5)
    gentle, classic = (forecast({(TODAY, 5): 100}, half, 14, fall) for fall in Fall)
    assert sum(classic) > sum(gentle)


@given(waiting_cards, settings, paces)
def test_every_card_due_by_then_is_expected_at_least_once(
    waiting: dict[tuple[int, int], int], settings: Settings, pace: Pace
) -> None:
    days = due_per_day(waiting, TODAY, 30, settings, pace)
    soon = sum(cards for (day, _), cards in waiting.items() if day < TODAY + 30)
    assert sum(days) >= soon - 1e-6
    assert min(days) >= 0


@given(waiting_cards, settings, paces, st.floats(1, 200))
def test_no_day_holds_more_than_it_can(
    waiting: dict[tuple[int, int], int], settings: Settings, pace: Pace, capacity: float
) -> None:
    days = list(islice(expected_days(waiting, TODAY, settings, pace, capacity), 60))
    assert [one.day for one in days] == list(range(TODAY, TODAY + 60))
    assert all(one.answered <= capacity + 1e-6 for one in days)
    assert all(one.left < 1e-6 or one.answered == pytest.approx(capacity) for one in days)


def test_new_cards_come_as_the_setting_says_while_there_is_room() -> None:
    assert new_allowed(Settings(), UNKNOWN_PACE, NOTHING_DUE, 0, 0) == 10


def test_new_cards_introduced_today_are_taken_off() -> None:
    assert new_allowed(Settings(), UNKNOWN_PACE, NOTHING_DUE, 4, 0) == 6
    assert new_allowed(Settings(), UNKNOWN_PACE, NOTHING_DUE, 15, 0) == 0


def test_fewer_new_cards_come_when_the_next_days_are_heavy() -> None:
    minutes_due = 15
    busy = (minutes_due * 60 / UNKNOWN_PACE.seconds_due,) * HORIZON
    allowed = new_allowed(Settings(minutes_a_day=20), UNKNOWN_PACE, busy, 0, 0)
    assert 0 < allowed < 10


def test_no_new_cards_come_when_the_next_days_are_full() -> None:
    full = (20 * 60 / UNKNOWN_PACE.seconds_due,) * HORIZON
    assert new_allowed(Settings(minutes_a_day=20), UNKNOWN_PACE, full, 0, 0) == 0


def test_no_new_cards_come_while_catching_up() -> None:
    catching_up = Settings(catch_up_minutes=40)
    assert new_allowed(catching_up, UNKNOWN_PACE, NOTHING_DUE, 0, 0) == 0


@given(st.integers(1, 600), paces)
def test_a_slow_user_with_nothing_due_still_gets_a_new_card(minutes: int, pace: Pace) -> None:
    assert new_allowed(Settings(minutes_a_day=minutes), pace, NOTHING_DUE, 0, 0) >= 1


@given(st.integers(1, 120), st.integers(0, 50), loads, paces, st.integers(0, 60))
def test_new_cards_never_pass_the_setting(
    minutes: int, a_day: int, loads: tuple[float, ...], pace: Pace, introduced: int
) -> None:
    rules = Settings(minutes_a_day=minutes, new_a_day=a_day)
    allowed = new_allowed(rules, pace, loads, introduced, 0)
    assert 0 <= allowed <= max(a_day - introduced, 0)


def introduced_on(day: int, cards: int, pace: Pace) -> dict[tuple[int, int], float]:
    """Where so many first looks of one day stand, as expected, by the default rests."""
    known = cards * pace.share_known_first
    return {(day + 1, 1): cards - known, (day + 3, 2): known}


@given(st.integers(1, 60), st.integers(0, 80), paces)
def test_as_many_new_cards_are_allowed_as_the_days_hold(
    minutes: int, overdue: int, pace: Pace
) -> None:
    def seconds(new_a_day: int) -> float:
        waiting = defaultdict[tuple[int, int], float](float, {(TODAY, 2): overdue})
        for day in range(TODAY, TODAY + HORIZON):
            for place, cards in introduced_on(day, new_a_day, pace).items():
                waiting[place] += cards
        due = due_per_day(waiting, TODAY, HORIZON, rules, pace)
        return HORIZON * new_a_day * pace.seconds_new + sum(due) * pace.seconds_due

    rules = Settings(minutes_a_day=minutes, new_a_day=999)
    loads = due_per_day({(TODAY, 2): overdue}, TODAY, HORIZON, rules, pace)
    allowed = new_allowed(rules, pace, loads, 0, 0)
    budget = HORIZON * minutes * 60
    assert allowed <= int(overdue == 0) or seconds(allowed) <= budget + 1e-3
    assert seconds(allowed + 1) > budget - 1e-3 or allowed == 999


@pytest.mark.parametrize("minutes", [3, 6, 9, 15])
def test_answering_the_due_cards_of_today_does_not_change_the_number(minutes: int) -> None:
    rules, waiting = Settings(minutes_a_day=minutes), {(TODAY, 2): 12, (TODAY + 4, 3): 20}
    before = due_per_day(waiting, TODAY, HORIZON, rules, UNKNOWN_PACE)
    after = (0.0, *before[1:])
    spent = before[0] * UNKNOWN_PACE.seconds_due
    assert new_allowed(rules, UNKNOWN_PACE, before, 0, 0) == new_allowed(
        rules, UNKNOWN_PACE, after, 0, spent
    )


@given(st.integers(1, 20), st.data())
def test_introducing_cards_uses_up_what_the_day_allows(minutes: int, data: st.DataObject) -> None:
    rules = Settings(minutes_a_day=minutes, new_a_day=999)
    allowed = new_allowed(rules, UNKNOWN_PACE, NOTHING_DUE, 0, 0)
    introduced = data.draw(st.integers(1, allowed))
    waiting = introduced_on(TODAY, introduced, UNKNOWN_PACE)
    loads = due_per_day(waiting, TODAY, HORIZON, rules, UNKNOWN_PACE)
    spent = introduced * UNKNOWN_PACE.seconds_new
    left = new_allowed(rules, UNKNOWN_PACE, loads, introduced, spent)
    assert left == allowed - introduced
