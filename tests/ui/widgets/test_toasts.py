"""Toasts: what is said, how long, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets import toasts as timing
from aws_flash.ui.widgets.toasts import Toasts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton("Page"))
    window.resize(800, 560)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


@pytest.fixture
def toasts(theme: Theme, window: QWidget) -> Toasts:
    theme.set_reduced_motion(True)
    return Toasts(theme, window)


def the_page_button(inside: QWidget) -> QPushButton:
    found = inside.findChild(QPushButton)
    assert found is not None
    return found


def test_undo_hands_back_what_it_was_given(toasts: Toasts, qtbot: QtBot) -> None:
    toasts.say("Moved 12 cards.", "Undo", ("move", 12))
    with qtbot.waitSignal(toasts.acted) as acted:
        qtbot.mouseClick(toasts.action, Qt.MouseButton.LeftButton)
    assert acted.args == [("move", 12)]
    assert not toasts.action.isVisible()
    assert toasts.text == ""


def test_without_an_action_there_is_no_button(toasts: Toasts) -> None:
    toasts.say("Backed up.")
    assert toasts.text == "Backed up."
    assert not toasts.action.isVisible()


def test_toasts_wait_for_each_other(toasts: Toasts) -> None:
    toasts.say("First.")
    toasts.say("Second.")
    said = [toasts.text]
    toasts.dismiss()
    said.append(toasts.text)
    toasts.dismiss()
    assert [*said, toasts.text] == ["First.", "Second.", ""]


def test_the_newest_takes_the_place_of_the_one_before(toasts: Toasts) -> None:
    toasts.say_newest("Moved 12 cards.", "Undo", 12)
    toasts.say_newest("Moved 13 cards.", "Undo", 13)
    said = [toasts.text]
    toasts.dismiss()
    assert [*said, toasts.text] == ["Moved 13 cards.", ""]


def test_the_newest_lets_others_have_their_time(toasts: Toasts) -> None:
    toasts.say("Backed up.")
    toasts.say_newest("Moved 12 cards.", "Undo", 12)
    toasts.say_newest("Moved 13 cards.", "Undo", 13)
    said = [toasts.text]
    toasts.dismiss()
    assert [*said, toasts.text] == ["Backed up.", "Moved 13 cards."]


def test_words_alone_stand_in_the_middle(toasts: Toasts, qtbot: QtBot) -> None:
    toasts.say("Backed up.")
    words = toasts._toast._words.geometry()
    assert words.left() == toasts._toast.width() - words.right() - 1


def test_a_toast_stays_six_seconds_and_less_while_others_wait(toasts: Toasts) -> None:
    toasts.say("First.")
    alone = toasts._timer.remainingTime()
    toasts.say("Second.")
    assert alone == pytest.approx(6000, rel=0.06)  # Qt gives or takes 5 %
    assert toasts._timer.remainingTime() < 1600


def test_a_toast_goes_when_its_time_is_up(
    toasts: Toasts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timing, "STAYS", 1)
    toasts.say("Backed up.")
    qtbot.waitUntil(lambda: toasts.text == "")


def test_a_toast_stays_while_its_button_has_the_focus(toasts: Toasts, qtbot: QtBot) -> None:
    toasts.say("Moved 12 cards.", "Undo")
    toasts.action.setFocus()
    toasts._timer.timeout.emit()
    assert toasts.text == "Moved 12 cards."


def test_the_focus_goes_back_after_undo(toasts: Toasts, window: QWidget, qtbot: QtBot) -> None:
    button = the_page_button(window)
    button.setFocus()
    toasts.say("Moved 12 cards.", "Undo")
    toasts.action.setFocus()
    qtbot.keyClick(toasts.action, Qt.Key.Key_Space)
    assert button.hasFocus()


def test_tab_reaches_undo(toasts: Toasts, window: QWidget, qtbot: QtBot) -> None:
    the_page_button(window).setFocus()
    toasts.say("Moved 12 cards.", "Undo")
    qtbot.keyClick(the_page_button(window), Qt.Key.Key_Tab)
    assert toasts.action.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_toast_stays_in_the_window(
    theme: Theme, toasts: Toasts, window: QWidget, scale: float
) -> None:
    theme.set_scale(scale)
    toasts.say("Moved 12 cards to “Identity federation and temporary credentials”.", "Undo")
    place = toasts._toast.geometry()
    assert window.rect().contains(place)
    window.resize(1200, 780)
    assert abs(toasts._toast.geometry().center().x() - 600) <= 1


def test_a_toast_fades_within_the_motion_allowed(
    theme: Theme, toasts: Toasts, qtbot: QtBot
) -> None:
    theme.set_reduced_motion(False)
    toasts.say("Backed up.")
    assert 0 < toasts._toast._fade.duration() <= 150
    toasts.dismiss()
    qtbot.waitUntil(lambda: not toasts._toast.isVisible(), timeout=1000)


def test_the_button_hands_the_focus_on_where_it_came_from_is_gone(
    toasts: Toasts, window: QWidget, qtbot: QtBot
) -> None:
    the_page_button(window).setFocus()
    toasts.say("Moved 12 cards.", "Undo")
    toasts.action.setFocus()
    the_page_button(window).hide()
    qtbot.mouseClick(toasts.action, Qt.MouseButton.LeftButton)
    assert window.hasFocus()
