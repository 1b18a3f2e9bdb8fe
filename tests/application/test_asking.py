"""A card as it is shown: how long ago its fact was checked, once that is too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aws_flash.domain.provenance import Provenance, Volatility
from aws_flash.domain.settings import Settings
from aws_flash.domain.shelf_life import ShelfLives
from tests.application.conftest import World

LIMIT = Provenance(checked_on=date(2025, 9, 24), volatility=Volatility.LIMIT)


def months(world: World, told: Provenance | None) -> int | None:
    """What the first card says when its note is told of like that; today is 24 November 2026."""

    first = world.study.begin().asked
    assert first is not None
    note = replace(first.note, provenance=told)
    world.operations.run_without_step(lambda tables: tables.notes.put_all([note]))
    asked = world.study.begin().asked
    assert asked is not None
    return asked.months_unchecked


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (None, None),
        (Provenance(), None),
        (LIMIT, 14),
        (replace(LIMIT, checked_on=date(2026, 9, 24)), None),
        (replace(LIMIT, volatility=None), None),
        (replace(LIMIT, volatility=Volatility.PRINCIPLE), None),
    ],
)
def test_only_a_fact_past_its_shelf_life_tells_its_age(
    world: World, told: Provenance | None, expected: int | None
) -> None:
    assert months(world, told) == expected


def test_the_user_s_own_shelf_lives_count(world: World) -> None:
    world.options.change(Settings(shelf_lives=ShelfLives(limit=600)))
    assert months(world, LIMIT) is None
