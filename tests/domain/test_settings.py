"""Settings: their defaults, what is refused, and rests that follow one another."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.card import BOXES
from aws_flash.domain.settings import LONGEST_REST, Fall, Settings, with_rest
from tests.domain.box_strategies import settings


def test_the_defaults_are_those_of_the_design() -> None:
    chosen = Settings()
    assert (chosen.rests, chosen.fall) == ((1, 3, 7, 14, 30), Fall.GENTLE)
    assert (chosen.new_a_day, chosen.day_begins_at) == (10, 4)


@pytest.mark.parametrize(
    "fields",
    [
        {"rests": (1, 2, 3, 4)},
        {"rests": (1, 3, 2, 4, 5)},
        {"rests": (0, 1, 2, 3, 4)},
        {"rests": (1, 2, 3, 4, 366)},
        {"minutes_a_day": 0},
        {"minutes_a_day": 601},
        {"new_a_day": -1},
        {"new_a_day": 1000},
        {"day_begins_at": 24},
        {"catch_up_minutes": 0},
    ],
)
def test_values_out_of_range_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"days|day|hour"):
        Settings(**fields)


@given(settings, st.integers(1, BOXES), st.integers(1, LONGEST_REST))
def test_another_rest_for_a_box_takes_the_others_along(
    chosen: Settings, box: int, rest: int
) -> None:
    rests = with_rest(chosen, box, rest).rests
    assert rests[box - 1] == rest
    assert list(rests) == sorted(rests)


@given(settings, st.integers(1, BOXES))
def test_the_same_rest_again_changes_nothing(chosen: Settings, box: int) -> None:
    assert with_rest(chosen, box, chosen.rests[box - 1]) == chosen
