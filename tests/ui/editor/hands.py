"""A user at a sheet: types where the focus is, and reads what is on screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from aws_flash.ui.editor.text_area import TextArea

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


class Hands:
    """Works on one window."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def strike(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(focused(), key, held)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(focused(), text)

    def rewrite(self, text: str) -> None:
        """Put a text in the place of the field's."""
        self.strike(Qt.Key.Key_A, CTRL)
        self.type(text)

    def save(self) -> None:
        self.strike(ENTER, CTRL)

    def go_to(self, name: str) -> None:
        """Go to the field with that accessible name by Tab."""
        for _ in range(40):
            if focused().accessibleName() == name:
                return
            self.strike(TAB)
        raise AssertionError(f"Tab does not reach {name}")

    def fields(self) -> dict[str, str]:
        """The texts of all fields on screen, by accessible name."""
        return {
            one.accessibleName(): one.text()
            for one in self._seen()
            if isinstance(one, (TextArea, QLineEdit))
        }

    def shows(self, text: str) -> bool:
        return any(text in _text(one) for one in self._seen())

    def click(self, name: str) -> None:
        button = next(
            one for one in self._seen() if isinstance(one, QAbstractButton) and one.text() == name
        )
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def _seen(self) -> list[QWidget]:
        return [one for one in self.window.findChildren(QWidget) if one.isVisible()]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _text(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QLineEdit, QAbstractButton, TextArea)):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""
