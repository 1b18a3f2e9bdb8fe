"""The frame of a page: margins, a widest column, and scrolling up and down only."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from aws_flash.ui.widgets.viewport import set_clear_viewport

WIDEST = 960
MARGIN = 40
_NARROW_MARGIN = 24
_NARROW = 640


def side_margin(width: int, widest: int) -> int:
    """The margin left and right of a page's column: 40, less when narrow, more when wide."""
    least = MARGIN if width >= _NARROW else _NARROW_MARGIN
    return max(least, (width - widest) // 2)


class ScrollPage(QScrollArea):
    """Add widgets and layouts to `column`; what is too high scrolls, what is wide must wrap."""

    def __init__(self, parent: QWidget | None = None, *, widest: int = WIDEST) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_clear_viewport(self)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setSpacing(16)
        self.column.setContentsMargins(MARGIN, MARGIN - 8, MARGIN, MARGIN)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Can become small: it scrolls."""
        return QSize(200, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and no wider than it may be."""
        side = side_margin(self.width(), self._widest)
        top = MARGIN - 8 if side >= MARGIN else _NARROW_MARGIN
        # A scroll bar takes its room from the margin, so that nothing moves when one appears.
        bar = self.width() - self.viewport().width()
        self.column.setContentsMargins(side, top, side - bar, top)
        super().resizeEvent(event)
