"""The bar at the lower edge of a page: what to do with what is above it, always in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.scroll_page import WIDEST, side_margin
from aws_flash.ui.widgets.wrapping import let_wrap

_ABOVE = 12


class FootBar(QWidget):
    """Holds what it is given in a row that wraps, under the column of the page."""

    def __init__(self, theme: Theme, *children: QWidget, told: QWidget | None = None) -> None:
        """Take the children from left to right; what is `told` of them stands left, they right."""
        super().__init__()
        self._theme = theme
        let_wrap(self)
        if told is None:
            self._row = FlowLayout(self, 12)
        else:
            self._row = FlowLayout(self, 12, align=1.0, leading=1)
            self._row.addWidget(told)
        for child in children:
            self._row.addWidget(child)

    def taken_height(self) -> int:
        """Return the pixels that it takes at the lower edge of its page, 0 while it is hidden."""
        page = self.parentWidget()
        return self.heightForWidth(page.width()) if page and self.isVisible() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand where the column stands."""
        side = side_margin(self.width(), WIDEST)
        self._row.setContentsMargins(side, _ABOVE, side, _ABOVE)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin line above."""
        line = QRectF(0, 0, self.width(), 1)
        QPainter(self).fillRect(line, self._theme.color("line"))
