"""A standing can be rebuilt from the rows of its card, whatever happened to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.card import NEW, Standing
from aws_flash.domain.leitner import Calendar, grade, moment_after, rebuild, relearn
from aws_flash.domain.review import Rating, Review, ReviewKind
from aws_flash.domain.settings import Fall, Settings
from tests.domain.box_strategies import TODAY, ratings

DAY = 86_400_000
RandomStep: TypeAlias = tuple[Rating, int, bool, Fall]
steps = st.lists(
    st.tuples(ratings, st.integers(-3, 40), st.booleans(), st.sampled_from(Fall)), max_size=30
)


def history(steps: list[RandomStep]) -> list[Review]:
    """Answers after waits of some days (below zero: the clock was set back), some as repeats."""
    rows: list[Review] = []
    standing, day = NEW, TODAY
    for number, (rating, wait, repeat, fall) in enumerate(steps):
        day += wait
        seen = standing.box > 0
        outcome = (
            relearn(standing, rating)
            if repeat and seen
            else grade(standing, rating, 7, Calendar(day), Settings(fall=fall))
        )
        at = moment_after(day * DAY, rows[-1].at if rows else None)
        row = Review(number, 7, 1, at, day, outcome.kind, rating, standing, outcome.after)
        standing = outcome.after
        rows.append(row)
    return rows


def undone(row: Review) -> Review:
    return replace(row, undone=True)


@given(steps)
def test_any_history_leads_to_its_last_standing(steps: list[RandomStep]) -> None:
    rows = history(steps)
    assert rebuild(rows) == (rows[-1].after if rows else NEW)


@given(steps, st.data())
def test_the_order_of_the_rows_does_not_matter(
    steps: list[RandomStep], data: st.DataObject
) -> None:
    rows = history(steps)
    assert rebuild(data.draw(st.permutations(rows))) == rebuild(rows)


@given(steps.filter(len), st.data())
def test_answers_taken_back_leave_the_standing_before_them(
    steps: list[RandomStep], data: st.DataObject
) -> None:
    rows = history(steps)
    kept = data.draw(st.integers(0, len(rows) - 1))
    taken_back = [*rows[:kept], *map(undone, rows[kept:])]
    assert rebuild(taken_back) == rows[kept].before


@given(steps)
def test_each_row_begins_where_the_one_before_ended(steps: list[RandomStep]) -> None:
    rows = history(steps)
    assert all(later.before == row.after for row, later in pairwise(rows))


def test_a_card_without_rows_is_new() -> None:
    assert rebuild([]) == NEW


def test_rows_of_one_moment_are_ordered_by_id() -> None:
    low, high = Standing(1, 1, TODAY + 1), Standing(2, 3, TODAY + 3)
    rows = [
        Review(9, 7, 1, 5, TODAY, ReviewKind.ANSWER, Rating.KNEW, low, high),
        Review(8, 7, 1, 5, TODAY, ReviewKind.ANSWER, Rating.MISSED, NEW, low),
    ]
    assert rebuild(rows) == high


@given(st.integers(0, 2**42), st.one_of(st.none(), st.integers(0, 2**42)))
def test_a_row_is_written_after_the_card_s_latest_even_if_the_clock_was_set_back(
    now: int, latest: int | None
) -> None:
    moment = moment_after(now, latest)
    assert moment == now or (latest is not None and now <= latest < moment)
