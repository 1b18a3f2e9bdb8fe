"""What lies over a window while files are dragged over it: what dropping them would do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import PANEL_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box, paint_ring

_MARGIN = 12


class DropVeil(QWidget):
    """Lets mouse and drag through to the window below."""

    def __init__(self, theme: Theme, window: QWidget, words: str) -> None:
        """Say `words`; hidden at first."""
        super().__init__(window)
        self._theme = theme
        self._words = words
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the page, draw an edge in the accent, and say what will happen."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.color("dim"))
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_ring(painter, area, PANEL_RADIUS, theme.color("accent"))
        font = theme.font(FontRole.SHEET_TITLE)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(self._words) + theme.px(48)
        high = metrics.height() + theme.px(32)
        label = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        paint_box(painter, label, PANEL_RADIUS, theme.color("surface"), theme.color("line"))
        painter.setPen(theme.color("ink"))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), self._words)
