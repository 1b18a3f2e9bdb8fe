"""The pace learned from past answers, and the minutes that cards will take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.pace import UNKNOWN_PACE, Pace, Timing, minutes, pace_from
from aws_flash.domain.review import Rating, ReviewKind
from tests.domain.box_strategies import paces

ANSWER, RELEARN, EARLY = ReviewKind.ANSWER, ReviewKind.RELEARN, ReviewKind.EARLY


def timing(
    rating: Rating, answers: int, seconds: float, kind: ReviewKind = ANSWER, *, first: bool = False
) -> Timing:
    return Timing(kind, rating, first, answers, int(answers * seconds * 1000))


timings = st.lists(
    st.builds(
        timing,
        st.sampled_from(Rating),
        st.integers(1, 200),
        st.floats(0, 60),
        st.sampled_from([ANSWER, EARLY]),
        first=st.booleans(),
    ),
    max_size=8,
)


def test_a_user_without_answers_has_the_pace_of_the_simulations() -> None:
    assert pace_from([]) == UNKNOWN_PACE == Pace(8, 20, 0.8, 0.1)


@given(st.floats(1, 60))
def test_many_answers_outweigh_the_prior(seconds: float) -> None:
    pace = pace_from([timing(Rating.KNEW, 5000, seconds)])
    assert pace.seconds_knew == pytest.approx(seconds, abs=0.2)


def test_twelve_answers_weigh_as_much_as_the_prior() -> None:
    pace = pace_from([timing(Rating.KNEW, 12, 4)])
    assert pace.seconds_knew == pytest.approx(6)
    assert pace.share_known == pytest.approx(0.9)


def test_ten_first_looks_weigh_as_much_as_the_prior() -> None:
    pace = pace_from([timing(Rating.KNEW, 10, 8, first=True)])
    assert pace.share_known_first == pytest.approx(0.55)
    assert pace.share_known == UNKNOWN_PACE.share_known


def test_the_time_of_repeats_belongs_to_the_misses_behind_them() -> None:
    pace = pace_from([timing(Rating.MISSED, 12, 14), timing(Rating.KNEW, 12, 6, RELEARN)])
    assert pace.seconds_missed == pytest.approx(20)
    assert pace.seconds_knew == UNKNOWN_PACE.seconds_knew


def test_early_answers_and_repeats_do_not_say_how_many_due_cards_are_known() -> None:
    pace = pace_from([timing(Rating.KNEW, 90, 8, EARLY), timing(Rating.MISSED, 90, 8, RELEARN)])
    assert pace.share_known == UNKNOWN_PACE.share_known


@given(timings)
def test_every_figure_stays_possible(timings: list[Timing]) -> None:
    pace = pace_from(timings)
    assert 0 < pace.seconds_knew <= 60
    assert 0 < pace.seconds_missed <= 60
    assert 0 < pace.share_known < 1
    assert 0 < pace.share_known_first < 1


def test_the_first_launch_says_ten_new_cards_about_four_minutes() -> None:
    assert minutes(0, 10, UNKNOWN_PACE) == 4


def test_nothing_to_do_takes_no_minutes() -> None:
    assert minutes(0, 0, UNKNOWN_PACE) == 0


@given(st.integers(0, 500), st.integers(0, 500), paces)
def test_minutes_are_rounded_up_never_by_a_whole_one(due: int, new: int, pace: Pace) -> None:
    exact = (due * pace.seconds_due + new * pace.seconds_new) / 60
    assert exact - 1e-6 <= minutes(due, new, pace) < exact + 1
