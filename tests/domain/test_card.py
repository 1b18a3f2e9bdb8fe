"""A card and its standing: what is refused, and when a card waits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.card import NEW, Card, Standing
from tests.domain.box_strategies import TODAY

CARD = Card(1, 2, 0, 3, standing=Standing(box=2, rest=3, due=TODAY))


@pytest.mark.parametrize(
    "fields",
    [
        {"box": 6, "due": 1},
        {"box": -1, "due": 1},
        {"box": 1},
        {"box": 0, "due": 1},
        {"box": 1, "due": 1, "rest": -1},
        {"box": 1, "due": 1, "lapses": -1},
        {"box": 1, "due": 1, "streak": -1},
    ],
)
def test_a_standing_that_makes_no_sense_is_refused(fields: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"box|due|negative"):
        Standing(**fields)


@given(st.integers(-500, 500))
def test_a_card_waits_from_its_due_day_on(ahead: int) -> None:
    assert CARD.is_due(TODAY + ahead) == (ahead >= 0)


def test_a_new_card_is_shown_but_not_due() -> None:
    fresh = replace(CARD, standing=NEW)
    assert fresh.is_shown(TODAY)
    assert not fresh.is_due(TODAY)


@pytest.mark.parametrize("held", [replace(CARD, suspended=True), replace(CARD, aside=True)])
def test_a_card_suspended_or_aside_never_waits(held: Card) -> None:
    assert not held.is_due(TODAY + 99)


def test_a_skipped_card_waits_again_on_the_day_given() -> None:
    skipped = replace(CARD, skipped_until=TODAY + 1)
    assert not skipped.is_due(TODAY)
    assert skipped.is_due(TODAY + 1)
