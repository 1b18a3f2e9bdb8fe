"""What buttons say about a rating, for every kind of answer."""

from __future__ import annotations

from datetime import date

import pytest

from aws_flash.domain.card import NEW, Standing
from aws_flash.domain.days import day_number
from aws_flash.domain.leitner import Calendar, Outcome, grade, relearn
from aws_flash.domain.review import Rating
from aws_flash.domain.settings import Settings
from aws_flash.ui.review.words import outcome_spoken, outcome_text, position_text
from tests.ui.review.own_collection import TODAY


def outcome(standing: Standing, rating: Rating) -> Outcome:
    return grade(standing, rating, 7, Calendar(TODAY), Settings())


def in_box(box: int, due: int = TODAY) -> Standing:
    return Standing(box=box, rest=3, due=due)


@pytest.mark.parametrize(
    ("standing", "rating", "said"),
    [
        (in_box(2), Rating.MISSED, "box 2 → 1 · again today"),
        (in_box(1), Rating.KNEW, "box 1 → 2 · Fri 27 Nov"),
        (in_box(1), Rating.MISSED, "stays in box 1 · again today"),
        (NEW, Rating.KNEW, "new → box 2 · Fri 27 Nov"),
        (NEW, Rating.MISSED, "new → box 1 · again today"),
        (in_box(3, TODAY + 1), Rating.KNEW, "stays in box 3 · tomorrow"),
        (in_box(3, TODAY + 1), Rating.MISSED, "stays in box 3 · again today"),
    ],
)
def test_an_answer_says_its_boxes_and_the_day(
    standing: Standing, rating: Rating, said: str
) -> None:
    assert outcome_text(outcome(standing, rating), TODAY) == said


@pytest.mark.parametrize("rating", Rating)
def test_a_repeat_moves_no_box(rating: Rating) -> None:
    assert outcome_text(relearn(in_box(1, TODAY + 1), rating), TODAY) == "stays in box 1 · tomorrow"


def test_a_day_of_another_year_names_the_year() -> None:
    last = Standing(box=5, rest=60, due=TODAY)
    late = day_number(date(2026, 12, 24))
    known = grade(last, Rating.KNEW, 7, Calendar(late), Settings())
    assert "2027" in outcome_text(known, late)


def test_screen_readers_hear_words_and_no_signs() -> None:
    said = outcome_spoken(outcome(in_box(1), Rating.KNEW), TODAY)
    assert said == "box 1 to 2, Fri 27 Nov"


def test_the_place_in_a_long_session_is_grouped() -> None:
    assert position_text(12, 1027) == "12 of 1,027"
