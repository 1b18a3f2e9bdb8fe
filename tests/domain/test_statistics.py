"""The streak, the last weeks and the weakest topics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.days import date_of
from aws_flash.domain.review import DaySum
from aws_flash.domain.statistics import (
    TopicRecall,
    first_day_of_weeks,
    last_weeks,
    recall_by_topic,
    streak,
    weakest,
)
from tests.domain.box_strategies import TODAY

days = st.integers(0, 60_000)


@pytest.mark.parametrize(
    ("days_ago", "length"),
    [
        (set(), 0),
        ({0}, 1),
        ({1}, 1),
        ({0, 1, 2}, 3),
        ({1, 2, 3}, 3),
        ({2, 3}, 0),
        ({0, 2, 3}, 1),
        ({-1, 0, 1}, 2),
        ({-3}, 0),
    ],
)
def test_a_streak_is_days_in_a_row_up_to_today(days_ago: set[int], length: int) -> None:
    assert streak({TODAY - ago for ago in days_ago}, TODAY) == length


@given(st.sets(st.integers(TODAY - 40, TODAY - 1)))
def test_today_adds_one_day_once_something_is_answered(days: set[int]) -> None:
    assert streak(days | {TODAY}, TODAY) == streak(days, TODAY) + 1


@given(days)
def test_sixteen_weeks_run_from_monday_to_sunday_and_end_with_today_s(today: int) -> None:
    first = first_day_of_weeks(today)
    assert date_of(first).isoweekday() == 1
    assert [len(week) for week in last_weeks({}, today)] == [7] * 16
    assert first + 7 * 15 <= today < first + 7 * 16


@given(days)
def test_days_still_to_come_are_no_empty_days(today: int) -> None:
    flat = [count for week in last_weeks({}, today) for count in week]
    passed = today - first_day_of_weeks(today) + 1
    assert flat == [0] * passed + [None] * (112 - passed)


@given(days, st.integers(0, 111), st.integers(1, 99))
def test_each_day_stands_in_its_place(today: int, place: int, answers: int) -> None:
    day = first_day_of_weeks(today) + place
    weeks = last_weeks({day: answers}, today)
    assert weeks[place // 7][place % 7] == (answers if day <= today else None)


def test_older_days_are_left_out() -> None:
    assert last_weeks({first_day_of_weeks(TODAY) - 1: 9}, TODAY) == last_weeks({}, TODAY)


def test_first_looks_do_not_count_as_recall() -> None:
    sums = [
        DaySum(1, 7, answers=10, knew=6, first_looks=4, first_knew=1),
        DaySum(2, 7, answers=2, knew=1),
    ]
    assert recall_by_topic(sums) == [TopicRecall(7, asked=8, recalled=6)]


def test_the_weakest_topics_come_first() -> None:
    recalls = [TopicRecall(topic, 50, 30 + topic) for topic in (4, 1, 3, 2)]
    assert [recall.topic_id for recall in weakest(recalls)] == [1, 2, 3]


@pytest.mark.parametrize(("asked", "found"), [(19, []), (20, [7])])
def test_a_topic_with_too_few_answers_is_not_called_weak(asked: int, found: list[int]) -> None:
    assert [one.topic_id for one in weakest([TopicRecall(7, asked, asked // 2)])] == found


@pytest.mark.parametrize(("recalled", "found"), [(90, []), (89, [7])])
def test_a_topic_well_recalled_is_not_called_weak(recalled: int, found: list[int]) -> None:
    assert [one.topic_id for one in weakest([TopicRecall(7, 100, recalled)])] == found
