"""The 3 px line on top of a review: how much of the session is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from aws_flash.ui.theme.theme import Theme

_HEIGHT = 3


class ProgressLine(QProgressBar):
    """Fills with the accent from the left."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(0, 1)

    def set_progress(self, done: int, total: int) -> None:
        """Show `done` of `total` things, with the next painting: Qt's bar would paint at once."""
        self.setUpdatesEnabled(False)
        self.setRange(0, max(total, 1))
        self.setValue(min(done, max(total, 1)))
        self.setUpdatesEnabled(True)

    def filled_width(self) -> int:
        """How many pixels are filled."""
        return round(self.width() * self.value() / self.maximum())

    def sizeHint(self) -> QSize:
        """As wide as it may become."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Shrinks with the window."""
        return QSize(0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and fill, square ends."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("line"))
        filled = QRectF(0, 0, self.filled_width(), self.height())
        painter.fillRect(filled, self._theme.color("accent"))
