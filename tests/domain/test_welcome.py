"""Welcome back: when it shows, and what its offers promise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.card import BOXES
from aws_flash.domain.pace import UNKNOWN_PACE, Pace
from aws_flash.domain.settings import Settings
from aws_flash.domain.welcome import (
    FARTHEST,
    WelcomeBack,
    cleared_on,
    minutes_today,
    offers_for,
    welcome_back,
)
from tests.domain.box_strategies import TODAY, paces, settings

EVEN = Pace(seconds_knew=10, seconds_missed=10, share_known=1.0)
backlogs = st.dictionaries(
    st.tuples(st.integers(TODAY - 90, TODAY + 60), st.integers(1, BOXES)),
    st.integers(0, 400),
    max_size=12,
)


def pile(cards: int) -> dict[tuple[int, int], int]:
    return {(TODAY - 5, box): cards // BOXES for box in range(1, BOXES + 1)}


def welcome(
    cards: int, last_answer_day: int | None, minutes: int = 20, catch_up: int | None = None
) -> WelcomeBack | None:
    rules = Settings(minutes_a_day=minutes, catch_up_minutes=catch_up)
    return welcome_back(pile(cards), TODAY, last_answer_day, rules, UNKNOWN_PACE)


def test_it_offers_three_paces_with_the_day_each_clears_what_waits() -> None:
    back = welcome(300, TODAY - 5)
    assert back is not None
    assert (back.days_away, back.cards) == (4, 300)
    assert [offer.minutes_a_day for offer in back.offers] == [10, 20, 40]
    assert [offer.cleared_on - TODAY for offer in back.offers] == [7, 2, 1]


def test_it_shows_after_two_whole_days_without_an_answer() -> None:
    shown = [days for days in range(1, 8) if welcome(300, TODAY - days) is not None]
    assert shown == [3, 4, 5, 6, 7]


def test_it_is_gone_once_something_was_answered_today() -> None:
    assert welcome(300, TODAY) is None


def test_a_clock_set_back_brings_no_welcome() -> None:
    assert welcome(300, TODAY + 30) is None


def test_someone_who_never_answered_has_nothing_to_catch_up_with() -> None:
    assert welcome(0, None) is None


def test_it_shows_only_if_a_day_s_minutes_do_not_clear_what_is_due() -> None:
    shown = [cards for cards in (100, 115, 120, 300) if welcome(cards, TODAY - 9) is not None]
    assert shown == [120, 300]


def test_an_offer_that_holds_is_not_asked_about_again() -> None:
    assert welcome(300, TODAY - 9, catch_up=10) is None


def test_cards_due_meanwhile_put_the_day_off() -> None:
    alone, with_more = pile(300), {**pile(300), (TODAY + 2, 4): 200}
    days = [offers_for(one, TODAY, Settings(), UNKNOWN_PACE) for one in (alone, with_more)]
    assert days[1][0].cleared_on > days[0][0].cleared_on


def test_a_pile_of_three_days_takes_three_days() -> None:
    waiting = {(TODAY - 5, 5): 3 * 60}
    first, *_ = offers_for(waiting, TODAY, Settings(), EVEN)
    assert (first.minutes_a_day, first.cleared_on) == (10, TODAY + 2)


def test_a_pace_that_takes_most_of_a_year_is_still_offered() -> None:
    first, *_ = offers_for(pile(2300), TODAY, Settings(), UNKNOWN_PACE)
    assert first.minutes_a_day == 10
    assert 300 < first.cleared_on - TODAY <= FARTHEST


def test_a_pace_that_never_clears_it_gives_way_to_a_larger_one() -> None:
    found = offers_for(pile(8000), TODAY, Settings(), UNKNOWN_PACE)
    assert [offer.minutes_a_day for offer in found] == [40, 80, 160]


@given(backlogs, settings, paces)
def test_offers_clear_within_a_year_and_a_larger_pace_is_never_later(
    waiting: dict[tuple[int, int], int], settings: Settings, pace: Pace
) -> None:
    days = [offer.cleared_on for offer in offers_for(waiting, TODAY, settings, pace)]
    assert days == sorted(days, reverse=True)
    assert all(TODAY <= day <= TODAY + FARTHEST for day in days)


@given(backlogs, settings, paces)
def test_a_day_s_minutes_that_clear_it_today_bring_no_welcome(
    waiting: dict[tuple[int, int], int], settings: Settings, pace: Pace
) -> None:
    back = welcome_back(waiting, TODAY, TODAY - 9, settings, pace)
    if back is not None:
        assert cleared_on(waiting, TODAY, settings, pace) != TODAY


def test_the_offer_taken_holds_in_place_of_the_setting() -> None:
    assert minutes_today(Settings(minutes_a_day=15)) == 15
    assert minutes_today(Settings(minutes_a_day=15, catch_up_minutes=40)) == 40


def test_the_pace_taken_clears_by_the_day_offered() -> None:
    taken = Settings(catch_up_minutes=10)
    first, *_ = offers_for(pile(300), TODAY, taken, UNKNOWN_PACE)
    assert cleared_on(pile(300), TODAY, taken, UNKNOWN_PACE) == first.cleared_on
