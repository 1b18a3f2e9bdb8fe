"""A review, and what it adds to the sum of its day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aws_flash.domain.card import NEW, Standing
from aws_flash.domain.review import DaySum, Rating, Review, ReviewKind, sum_of
from tests.domain.box_strategies import TODAY

KNOWN = Standing(box=2, rest=3, due=TODAY + 3, streak=1)
ROW = Review(1, 2, 3, 1000, TODAY, ReviewKind.ANSWER, Rating.KNEW, NEW, KNOWN, took=4000)
NOTHING = DaySum(TODAY, 3)


def test_a_known_first_look_counts_in_every_column_but_the_missed_time() -> None:
    assert sum_of(ROW) == DaySum(
        TODAY, 3, answers=1, knew=1, first_looks=1, first_knew=1, took=4000, took_missed=0
    )


def test_a_missed_answer_counts_its_time_twice_over() -> None:
    missed = replace(ROW, rating=Rating.MISSED, before=KNOWN)
    assert sum_of(missed) == DaySum(TODAY, 3, answers=1, took=4000, took_missed=4000)


def test_an_answer_taken_back_counts_nothing() -> None:
    assert sum_of(replace(ROW, undone=True)) == NOTHING


@pytest.mark.parametrize("kind", [ReviewKind.RESET, ReviewKind.SET_BOX, ReviewKind.IMPORTED])
def test_what_was_not_answered_counts_nothing(kind: ReviewKind) -> None:
    assert sum_of(replace(ROW, kind=kind, rating=None)) == NOTHING


@pytest.mark.parametrize("took", [-1, 60_001])
def test_a_time_out_of_range_is_refused(took: int) -> None:
    with pytest.raises(ValueError, match="counted time"):
        replace(ROW, took=took)


def test_an_answer_without_a_rating_is_refused() -> None:
    with pytest.raises(ValueError, match="rating"):
        replace(ROW, rating=None)


def test_a_rating_without_an_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="rating"):
        replace(ROW, kind=ReviewKind.RESET)
