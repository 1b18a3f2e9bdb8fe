"""The field for a few lines grows with them and keeps every sign."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from aws_flash.ui.editor.text_area import MOST_LETTERS, TextArea
from aws_flash.ui.theme.theme import Theme
from tests.ui.editor.hands import focused


@pytest.fixture
def area(theme: Theme, window: QWidget, qtbot: QtBot) -> TextArea:
    area = TextArea(theme, "Answer")
    column = window.layout()
    assert column is not None
    column.addWidget(area)
    column.addWidget(QLineEdit())
    qtbot.waitUntil(area.isVisible)
    area.setFocus()
    return area


def test_it_grows_up_to_eight_lines_and_then_scrolls(area: TextArea) -> None:
    heights = []
    for lines in (1, 3, 8, 20):
        area.set_text("\n".join("line" for _ in range(lines)))
        heights.append(area.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]
    assert area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_a_long_line_counts_as_the_lines_it_is_broken_into(area: TextArea) -> None:
    before = area.sizeHint().height()
    area.set_text("word " * 100)
    assert area.sizeHint().height() > before


def test_all_its_lines_are_seen(area: TextArea, qtbot: QtBot) -> None:
    area.set_text("one\ntwo\nthree")
    qtbot.waitUntil(lambda: area.height() == area.sizeHint().height())
    assert area.verticalScrollBar().maximum() == 0


def test_spaces_that_do_not_break_are_kept(area: TextArea) -> None:
    area.set_text("15\xa0min\nof 1\xa0h")
    assert area.text() == "15\xa0min\nof 1\xa0h"


def test_tab_goes_on(area: TextArea, qtbot: QtBot) -> None:
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert isinstance(focused(), QLineEdit)


def test_no_more_is_pasted_than_can_be_edited(area: TextArea) -> None:
    area.set_text("before ")
    QGuiApplication.clipboard().setText("a" * 1_000_000)
    area.paste()
    assert area.text().startswith("before a")
    assert len(area.text()) < MOST_LETTERS
    area.selectAll()
    QGuiApplication.clipboard().setText("after")
    area.paste()
    assert area.text() == "after"
