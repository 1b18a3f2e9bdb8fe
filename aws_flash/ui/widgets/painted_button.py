"""What all buttons that draw themselves share: keys, focus, hover, and following the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from aws_flash.ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaintedButton(QAbstractButton):
    """A button for subclasses to paint; Space and Enter press it, Tab reaches it."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._follow_theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; Qt leaves that to dialogs."""
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def _is_lit(self) -> bool:
        """Whether the button should look touched: under the mouse or pressed."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _area(self) -> QRectF:
        return QRectF(self.rect())
