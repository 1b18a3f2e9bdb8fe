"""The thin line between question and answer."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from aws_flash.ui.theme.theme import Theme


class Divider(QWidget):
    """One pixel high, as wide as there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The line alone."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        QPainter(self).fillRect(self.rect(), self._theme.color("line"))
