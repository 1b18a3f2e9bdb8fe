"""Sheets: focus stays inside and goes back, Esc closes, nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.sheet import Sheet

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
    the_page_button(window).setFocus()
    return window


@pytest.fixture
def sheet(theme: Theme, window: QWidget) -> Sheet:
    sheet = Sheet(theme, window, "New card")
    sheet.column.addWidget(QLineEdit())
    sheet.column.addWidget(QLineEdit())
    sheet.add_button(PlainButton(theme, "Cancel", "Esc"))
    sheet.add_button(ConfirmButton(theme, "Save card", "Ctrl+Return"))
    return sheet


def the_page_button(inside: QWidget) -> QPushButton:
    found = inside.findChild(QPushButton)
    assert found is not None
    return found


def the_save_button(inside: QWidget) -> ConfirmButton:
    found = inside.findChild(ConfirmButton)
    assert found is not None
    return found


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_esc_closes_and_the_focus_goes_back(sheet: Sheet, window: QWidget, qtbot: QtBot) -> None:
    sheet.open()
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert focused() is the_page_button(window)


def test_the_first_field_has_the_focus(sheet: Sheet) -> None:
    sheet.open()
    assert isinstance(focused(), QLineEdit)


def test_tab_goes_round_inside(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.open()
    first, went = focused(), []
    for _ in range(4):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        went.append(type(focused()).__name__)
    assert went == ["QLineEdit", "PlainButton", "ConfirmButton", "QLineEdit"]
    assert focused() is first


def test_shift_tab_goes_round_the_other_way(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.open()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(focused(), ConfirmButton)


def test_keys_of_the_page_do_nothing_meanwhile(sheet: Sheet, window: QWidget, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for key in ("Space", "E", "Esc", "Ctrl+1"):
        QShortcut(QKeySequence(key), window).activated.connect(lambda key=key: pressed.append(key))
    sheet.open(the_save_button(sheet))
    qtbot.keyClick(focused(), Qt.Key.Key_E)
    qtbot.keyClick(focused(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert pressed == []
    qtbot.keyClick(focused(), Qt.Key.Key_E)
    assert pressed == ["E"]


def test_the_sheet_s_own_keys_work(sheet: Sheet, qtbot: QtBot) -> None:
    saved: list[bool] = []
    sheet.add_key("Ctrl+Return", lambda: saved.append(True))
    sheet.open()
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == [True]


def test_a_click_beside_the_panel_reaches_nothing(
    sheet: Sheet, window: QWidget, qtbot: QtBot
) -> None:
    sheet.open()
    with qtbot.assertNotEmitted(the_page_button(window).clicked):
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())
    assert sheet.isVisible()


def test_the_sheet_covers_the_window_whatever_its_size(sheet: Sheet, window: QWidget) -> None:
    sheet.open()
    window.resize(1200, 780)
    assert sheet.size() == window.size()
    assert abs(sheet._panel.geometry().center().x() - 600) <= 1


def test_a_sheet_is_as_high_as_its_content(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.open()
    before = sheet._panel.height()
    sheet.column.addWidget(QLineEdit())
    qtbot.waitUntil(lambda: sheet._panel.height() > before)


def test_a_long_sheet_scrolls_and_keeps_its_buttons(
    theme: Theme, sheet: Sheet, window: QWidget, qtbot: QtBot
) -> None:
    theme.set_scale(2.0)
    for _ in range(12):
        sheet.column.addWidget(WrappedLabel(theme, "What was known, and since when it changed."))
    sheet.open()
    save = the_save_button(sheet)
    qtbot.waitUntil(lambda: window.rect().contains(sheet._panel.geometry()))
    corner = save.mapTo(window, save.rect().bottomRight())
    assert window.rect().contains(corner)
    assert save.width() >= save.minimumSizeHint().width()


def test_keys_scroll_a_long_sheet(theme: Theme, sheet: Sheet, qtbot: QtBot) -> None:
    for _ in range(40):
        sheet.column.addWidget(WrappedLabel(theme, "What was known, and since when it changed."))
    sheet.open(the_save_button(sheet))
    bar = sheet._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(focused(), key)
        seen.append(bar.value())
    assert 0 < seen[0] < seen[1] < seen[2] == bar.maximum()
    assert seen[3] == 0


def test_a_page_below_that_takes_the_focus_does_not_keep_it(sheet: Sheet, window: QWidget) -> None:
    sheet.open()
    the_page_button(window).setFocus()
    now = focused()
    assert now is not None
    assert sheet.isAncestorOf(now)
    sheet.close_sheet()
    assert focused() is the_page_button(window)


def test_where_the_focus_was_is_gone_the_window_takes_it(
    sheet: Sheet, window: QWidget, qtbot: QtBot
) -> None:
    sheet.open()
    the_page_button(window).setEnabled(False)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is window
