"""A review for everyone: names, Tab order, focus, announcements, room at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTextEdit, QWidget

from aws_flash.ui.theme.theme import Theme
from tests.ui.review.sitting import Sitting, focused

SPACE = Qt.Key.Key_Space


def _called(widget: QWidget) -> str:
    return widget.accessibleName() or (
        widget.text() if isinstance(widget, QAbstractButton) else type(widget).__name__
    )


def test_every_control_has_a_name(sitting: Sitting) -> None:
    sitting.add_choice(["Yes"], ["No"])
    sitting.begin()
    buttons = [one for one in sitting.seen() if isinstance(one, QAbstractButton)]
    assert len(buttons) > 6
    assert all(button.accessibleName() or button.text() for button in buttons)


def test_tab_goes_in_reading_order(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    sitting.press(SPACE)
    sitting.button("Back to Today").setFocus()
    went = []
    for _ in range(8):
        went.append(_called(focused()).partition(",")[0])
        sitting.strike(Qt.Key.Key_Tab)
    assert went == [
        "Back to Today (Esc)",
        "Take the answer back (U)",
        "Edit card (E)",
        "Flag (F)",
        "More",
        "Question",
        "Answer",
        "Missed",
    ]


def test_the_focus_moves_to_the_answer(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    assert focused().accessibleName() == "Question"
    sitting.press(SPACE)
    assert focused().accessibleName() == "Answer"
    assert isinstance(focused(), QTextEdit)


def test_a_button_with_the_focus_takes_space_for_itself(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE)
    sitting.button("Missed").setFocus()
    sitting.press(SPACE)
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    assert [rating and rating.name for rating in sitting.ratings()] == ["MISSED"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_in_the_smallest_window(
    sitting: Sitting, theme: Theme, scale: float
) -> None:
    theme.set_scale(scale)
    sitting.page.resize(800, 560)
    sitting.add_choice(["Yes"], ["No"])
    sitting.begin()
    sitting.press(SPACE)
    assert sitting.page.size().toTuple() == (800, 560)
    for name in ("Back to Today", "More", "Missed", "Knew it"):
        button = sitting.button(name)
        corner = button.mapTo(sitting.page, button.rect().bottomRight())
        assert sitting.page.rect().contains(corner)
        assert button.height() >= button.heightForWidth(button.width())


def test_the_card_keeps_its_place_when_the_answer_shows(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    question = next(one for one in sitting.seen() if one.accessibleName() == "Question")
    before = question.mapTo(sitting.page, question.rect().topLeft())
    sitting.press(SPACE)
    assert question.mapTo(sitting.page, question.rect().topLeft()) == before


def test_the_foot_holds_all_buttons_of_the_answer(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    foot = sitting.page.height() - sitting.page.foot_height
    sitting.press(SPACE)
    for name in ("Missed", "Knew it"):
        button = sitting.button(name)
        assert button.mapTo(sitting.page, button.rect().topLeft()).y() >= foot
