"""The words of Today: one and many, days by name and by date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.views import BoxView, Offer
from aws_flash.ui.today import words
from tests.ui.today.days import TUESDAY


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (12_345, "12,345 cards")]
)
def test_cards_are_counted_in_words(number: int, text: str) -> None:
    assert words.cards_text(number) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "less than a minute"), (1, "about 1 minute"), (5, "about 5 minutes")],
)
def test_minutes_are_never_more_exact_than_they_are(minutes: int, text: str) -> None:
    assert words.about_text(minutes) == text


@pytest.mark.parametrize(
    ("ahead", "text"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (2, "Thursday"),
        (6, "Monday"),
        (7, "1 December"),
        (60, "23 January"),
        (-1, "23 November"),
    ],
)
def test_days_have_names_for_a_week(ahead: int, text: str) -> None:
    assert words.on_day(TUESDAY + timedelta(days=ahead), TUESDAY) == text


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.integers(2, 6))
def test_a_day_by_name_is_never_this_weekday(today: date, ahead: int) -> None:
    named = words.on_day(today + timedelta(days=ahead), today)
    assert named != words.on_day(today + timedelta(days=ahead + 7), today)
    assert named.endswith("day")


@pytest.mark.parametrize(
    ("offer", "sentence"),
    [
        (Offer(20, date(2026, 11, 26)), "20 minutes a day clears this by Thursday."),
        (Offer(20, date(2026, 11, 25)), "20 minutes a day clears this by tomorrow."),
        (Offer(40, TUESDAY), "40 minutes clears this today."),
        (Offer(10, None), "There is no hurry. Choose a pace for the coming days."),
    ],
)
def test_an_offer_is_one_sentence(offer: Offer, sentence: str) -> None:
    assert words.offer_sentence(offer, TUESDAY) == sentence


@pytest.mark.parametrize(
    ("clear_on", "text"),
    [
        (
            date(2026, 12, 9),
            "Catching up: 10 minutes a day, clear by 9 December. New cards wait until then.",
        ),
        (None, "Catching up: 10 minutes a day. New cards wait for now."),
    ],
)
def test_the_pace_that_holds_says_until_when(clear_on: date | None, text: str) -> None:
    assert words.catch_up_text(Offer(10, clear_on), TUESDAY) == text


def test_a_box_says_its_cards_and_its_rest() -> None:
    assert words.box_caption(BoxView(1, 18, 9, 1)) == "Box 1 · every day"
    assert words.box_summary(BoxView(1, 18, 9, 1)) == "Box 1: 18 cards, 9 due, every day"
    assert words.box_summary(BoxView(2, 1, 0, 3)) == "Box 2: 1 card, every 3 days"


@pytest.mark.parametrize(("days", "text"), [(0, ""), (1, "1-day streak"), (12, "12-day streak")])
def test_a_streak_of_none_is_not_mentioned(days: int, text: str) -> None:
    assert words.streak_text(days) == text


def test_a_day_of_the_map_says_what_was_done() -> None:
    assert words.heat_tip(12, date(2026, 11, 19), TUESDAY) == "12 answers · Thu 19 Nov"
    assert words.heat_tip(0, TUESDAY, TUESDAY) == "No answers · today"


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.integers(1, 53))
def test_the_weeks_begin_on_a_monday_and_end_with_this_one(today: date, weeks: int) -> None:
    first = words.first_day(today, weeks)
    assert first.weekday() == 0
    assert (today - first).days // 7 == weeks - 1
