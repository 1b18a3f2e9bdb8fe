"""Buttons: keys, names, and room for their text at every size and width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import SCALES, Theme
from aws_flash.ui.widgets.answer_button import AnswerButton
from aws_flash.ui.widgets.buttons import (
    ConfirmButton,
    LinkButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
)
from aws_flash.ui.widgets.icon_button import IconButton
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.text_size import text_height, text_width

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KINDS = (PrimaryButton, ConfirmButton, PlainButton, QuietButton, LinkButton)


def every_button(theme: Theme) -> list[PaintedButton]:
    answer = AnswerButton(theme, "Knew it", "knew", "2")
    icon = IconButton(theme, Icons(theme), "flag", "Flag this card")
    return [*(kind(theme, "Start review") for kind in KINDS), answer, icon]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press(theme: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    for button in every_button(theme):
        qtbot.addWidget(button)
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_tab_reaches_every_button(theme: Theme) -> None:
    reached = [bool(b.focusPolicy() & Qt.FocusPolicy.TabFocus) for b in every_button(theme)]
    assert all(reached)


def test_every_button_is_a_button_with_a_name_to_screen_readers(theme: Theme) -> None:
    for button in every_button(theme):
        seen = QAccessible.queryAccessibleInterface(button)
        assert seen.role() == QAccessible.Role.Button
        assert seen.text(QAccessible.Text.Name)


def test_the_primary_button_is_as_drawn(theme: Theme) -> None:
    size = PrimaryButton(theme, "Start review", "Space").sizeHint()
    assert abs(size.width() - 184) <= 4
    assert abs(size.height() - 45) <= 1


def test_the_answer_button_is_as_drawn(theme: Theme) -> None:
    button = AnswerButton(theme, "Knew it", "knew", "2")
    button.set_caption("box 2 → 3 · Fri 27 Nov")
    assert (button.sizeHint().width(), button.sizeHint().height()) == (232, 60)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_label_has_the_room_it_needs(theme: Theme, kind: type[PlainButton], scale: float) -> None:
    theme.set_scale(scale)
    button = kind(theme, "Study ahead for tomorrow")
    hint = button.sizeHint()
    assert hint.width() > text_width(button._font(), button.text())
    narrow = hint.width() * 2 // 3
    assert button.heightForWidth(narrow) > hint.height()
    assert button.minimumSizeHint().width() < narrow


@pytest.mark.parametrize("scale", SCALES)
def test_a_long_caption_wraps_and_the_button_grows(theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    button = AnswerButton(theme, "Missed", "missed", "1")
    button.set_caption("box 5 → 4 · again today, after five other cards")
    narrow = button.minimumSizeHint().width()
    room = narrow - 2 * theme.px(12)
    needed = text_height(theme.font(FontRole.CAPTION), button.caption, room)
    assert button.heightForWidth(narrow) >= needed + button._title_height()


def test_a_screen_reader_hears_where_the_card_goes(theme: Theme) -> None:
    button = AnswerButton(theme, "Missed", "missed", "1")
    button.set_caption("box 2 → 1 · again today")
    assert button.accessibleName() == "Missed, box 2 → 1 · again today"


def test_the_focus_shows_on_every_button(theme: Theme, qtbot: QtBot) -> None:
    for button in every_button(theme):
        qtbot.addWidget(button)
        button.show()
        without = button.grab().toImage()
        with qtbot.waitActive(button):
            button.activateWindow()
        button.setFocus()
        with_focus = button.grab().toImage()
        edge = with_focus.pixelColor(button.width() // 2, 1)
        assert edge == theme.color("accent"), button
        assert with_focus != without
        button.hide()


def test_a_button_that_is_off_does_not_answer(theme: Theme, qtbot: QtBot) -> None:
    for button in every_button(theme):
        qtbot.addWidget(button)
        button.setEnabled(False)
        with qtbot.assertNotEmitted(button.clicked):
            button.click()
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_larger_text_makes_a_larger_button_at_once(theme: Theme, qtbot: QtBot) -> None:
    button = PrimaryButton(theme, "Start review", "Space")
    qtbot.addWidget(button)
    small = button.sizeHint()
    theme.set_scale(2.0)
    assert button.sizeHint().height() > 1.8 * small.height()
    assert button.sizeHint().width() > 1.8 * small.width()
