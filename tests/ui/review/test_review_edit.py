"""Editing the card in place, and going on where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from aws_flash.domain.kind import CLOZE
from aws_flash.domain.review import Rating
from aws_flash.ui.editor.card_editor import CardEditor
from tests.ui.review.sitting import Sitting, focused

SPACE, ENTER, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def is_editing(sitting: Sitting) -> bool:
    return any(isinstance(one, CardEditor) for one in sitting.seen())


def rewrite(sitting: Sitting, text: str) -> None:
    sitting.strike(Qt.Key.Key_A, CTRL)
    sitting.qtbot.keyClicks(focused(), text)


def test_e_edits_and_the_answer_still_shows(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE, "E")
    rewrite(sitting, "What now? 1 < 2")
    sitting.strike(ENTER, CTRL)
    sitting.qtbot.waitUntil(lambda: not is_editing(sitting))
    sitting.wait_until_painted()
    assert sitting.shows("What now? 1 < 2")
    assert sitting.shows("Answer 1")
    assert sitting.said == [("Edited the card", True)]
    sitting.press(SPACE)
    assert sitting.ratings() == [Rating.KNEW]


def test_an_edit_is_undone_in_place(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    sitting.press("E")
    rewrite(sitting, "Changed")
    sitting.strike(ENTER, CTRL)
    sitting.qtbot.waitUntil(lambda: sitting.shows("Changed") and not is_editing(sitting))
    sitting.press("U")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 1?"))
    assert sitting.said[-1] == ("Undone: edited the card", False)


def test_escape_closes_an_unchanged_editor_and_not_the_session(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    sitting.press("E")
    assert is_editing(sitting)
    sitting.press(ESC)
    assert not is_editing(sitting)
    assert sitting.flow.is_open


def test_the_keys_of_the_review_rest_while_editing(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    sitting.press(SPACE, "E")
    sitting.qtbot.keyClicks(focused(), "1 2 uf")
    assert is_editing(sitting)
    assert sitting.ratings() == []


@pytest.mark.parametrize("seconds", [10, 300])
def test_time_spent_editing_does_not_count(sitting: Sitting, seconds: int) -> None:
    first, *_ = sitting.add_basic(2)
    sitting.begin()
    sitting.watch.pass_by(2)
    sitting.press(SPACE, "E")
    sitting.watch.pass_by(seconds)
    sitting.press(ESC)
    sitting.watch.pass_by(1)
    sitting.press("2")
    assert sitting.reviews(first)[0].took == 3000


def test_a_gap_edited_away_is_passed_over_with_its_progress_kept(sitting: Sitting) -> None:
    first = sitting.add(CLOZE, "{{c1::One}} and {{c2::two}}.")
    sitting.add_basic(1)
    sitting.begin()
    sitting.press("E")
    rewrite(sitting, "One and {{c2::two}}.")
    sitting.strike(ENTER, CTRL)
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 1?"))
    assert sitting.card(first).aside
