"""Taking answers back: in the session, at its end, and from an earlier one of the day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from aws_flash.domain.review import Rating
from tests.ui.review.sitting import Sitting

SPACE = Qt.Key.Key_Space
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_U, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Z, CTRL)]
)
def test_undo_asks_the_card_again(sitting: Sitting, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    first, _ = sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE, "1")
    sitting.strike(key, held)
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 1?"))
    assert not sitting.shows("Answer 1")
    assert sitting.ratings() == []
    assert sitting.card(first).standing.box == 0
    assert sitting.said[-1] == ("Undone: answer", False)


def test_redo_gives_the_answer_again(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE, "2", "U")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 1?"))
    sitting.strike(Qt.Key.Key_Z, CTRL | SHIFT)
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    assert sitting.ratings() == [Rating.KNEW]


def test_undo_works_at_the_end_of_the_session(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    sitting.press(SPACE, "2")
    sitting.qtbot.waitUntil(sitting.is_over)
    sitting.strike("U")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 1?"))
    assert sitting.ratings() == []


def test_undo_takes_back_an_answer_of_an_earlier_session(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE, "2")
    sitting.strike(Qt.Key.Key_Escape)
    sitting.services.operations.forget_steps()  # as after a restart
    sitting.begin()
    assert sitting.shows("Question 2?")
    sitting.press("U")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 1?"))
    assert sitting.ratings() == []


def test_with_nothing_to_undo_the_card_stays(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    sitting.press(SPACE)
    sitting.strike("U")
    sitting.qtbot.waitUntil(lambda: bool(sitting.said))
    assert sitting.said == [("Nothing to undo", False)]
    assert sitting.shows("Answer 1")
    assert sitting.page.is_ready
