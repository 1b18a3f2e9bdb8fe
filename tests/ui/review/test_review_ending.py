"""The end of a session: what it says, and the keys that lead back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from aws_flash.domain.card import Standing
from tests.ui.review.own_collection import TODAY
from tests.ui.review.sitting import Sitting

SPACE = Qt.Key.Key_Space


@pytest.fixture
def ended(sitting: Sitting) -> Sitting:
    """Two cards known and one missed, which came back."""
    sitting.add_basic(3)
    sitting.begin()
    for rating in ("2", "1", "2", "2"):
        sitting.watch.pass_by(10)
        sitting.press(SPACE, rating)
    sitting.qtbot.waitUntil(sitting.is_over)
    return sitting


def test_it_says_how_many_how_long_and_how_they_went(ended: Sitting) -> None:
    assert ended.shows("3 cards in 40 seconds")
    assert ended.shows("2 of 3")
    assert ended.shows("1 missed")
    assert ended.shows("Climbed")


def test_it_says_what_is_due_tomorrow(ended: Sitting) -> None:
    assert ended.shows("Tomorrow")
    assert ended.shows("1 card")


@pytest.mark.parametrize("key", [SPACE, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_one_key_leads_back(ended: Sitting, key: Qt.Key) -> None:
    with ended.qtbot.waitSignal(ended.flow.left):
        ended.strike(key)


def test_the_missed_card_came_back_once_and_moved_no_box(sitting: Sitting) -> None:
    (first,) = sitting.add_basic(1, Standing(box=3, rest=7, due=TODAY))
    sitting.begin()
    sitting.press(SPACE, "1")
    assert sitting.shows("2 of 2")
    sitting.press(SPACE)
    assert sitting.button("Knew it").accessibleName() == "Knew it, stays in box 2, tomorrow"
    sitting.press("2")
    sitting.qtbot.waitUntil(sitting.is_over)
    assert sitting.card(first).standing.box == 2


def test_studying_ahead_says_that_boxes_stay(sitting: Sitting) -> None:
    sitting.add_basic(1, Standing(box=3, rest=7, due=TODAY + 3))
    with sitting.qtbot.waitSignal(sitting.flow.began):
        sitting.flow.begin_ahead()
    sitting.wait_until_painted()
    sitting.press(SPACE)
    assert sitting.button("Knew it").accessibleName() == "Knew it, stays in box 3, Fri 27 Nov"
    sitting.press(SPACE)
    sitting.qtbot.waitUntil(sitting.is_over)
    assert sitting.shows("each card stays in its box")
    assert not sitting.shows("Climbed")
