"""The stylesheet, seen on Qt's own widgets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QToolButton,
    QTreeView,
)

from aws_flash.ui.theme.measures import Measures
from aws_flash.ui.theme.style import stylesheet
from aws_flash.ui.theme.theme import Mode, Theme
from aws_flash.ui.theme.tokens import Look, load

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.logging import _QtMessageCapture
    from pytestqt.qtbot import QtBot

FOCUSED = (
    QPushButton,
    QToolButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QCheckBox,
    QRadioButton,
    QTreeView,
)


@pytest.mark.parametrize("kind", FOCUSED)
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_focus_is_a_ring_in_the_accent(
    theme: Theme, qtbot: QtBot, kind: type[QWidget], mode: Mode
) -> None:
    theme.set_mode(mode)
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(160, 40)
    widget.show()
    with qtbot.waitActive(widget):
        widget.activateWindow()
    widget.setFocus()
    image = widget.grab().toImage()
    assert image.pixelColor(80, 0) == theme.color("accent")
    assert image.pixelColor(80, 1) == theme.color("accent")


def test_a_focused_field_does_not_move_its_text(theme: Theme, qtbot: QtBot) -> None:
    field, other = QLineEdit("sts"), QLineEdit("sts")
    for widget in (field, other):
        qtbot.addWidget(widget)
        widget.show()
    with qtbot.waitActive(field):
        field.activateWindow()
    field.setFocus()
    assert field.sizeHint() == other.sizeHint()


def test_placeholders_are_readable(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == theme.color("muted")


def test_the_primary_look_is_the_accent(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Save")
    button.setProperty("look", "primary")
    qtbot.addWidget(button)
    button.resize(120, 40)
    assert button.grab().toImage().pixelColor(60, 4) == theme.color("accent")


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_every_rule_is_one_that_qt_understands(
    theme: Theme, qtbot: QtBot, qtlog: _QtMessageCapture, scale: float
) -> None:
    theme.set_scale(scale)
    button = QPushButton("Save")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert [record.message for record in qtlog.records] == []


@pytest.mark.parametrize("name", ["tick", "dash", "dot", "up", "down", "right"])
def test_the_drawings_the_rules_name_are_there(name: str) -> None:
    for look in get_args(Look):
        address = Measures(load(look), look, 1.0).image(name)
        assert address in stylesheet(load(look), look, 1.0)
        assert Path(address[5:-2]).is_file()
