"""Five small bars that say in which box the card lies."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from aws_flash.ui.theme.theme import Theme

_BOXES = 5
_BAR = 52
_GAP = 6
_HEIGHT = 6


def step_rects(width: float, bar: float, gap: float) -> list[tuple[float, float]]:
    """Left edge and width of each bar, in the middle of `width`; narrower if they must be."""
    bar = min(bar, (width - (_BOXES - 1) * gap) / _BOXES)
    left = (width - _BOXES * bar - (_BOXES - 1) * gap) / 2
    return [(left + box * (bar + gap), bar) for box in range(_BOXES)]


class BoxSteps(QLabel):
    """Bars are filled up to the card's box, each in its box's colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_box(0)
        theme.changed.connect(self.updateGeometry)

    @property
    def box(self) -> int:
        """1 to 5; 0 for a card never seen."""
        return self._box

    def set_box(self, box: int) -> None:
        """Show a card of that box, 1 to 5, or 0 for one never seen."""
        self._box = box
        said = self.tr("Box {box} of {boxes}").format(box=box, boxes=_BOXES)
        said = said if box else self.tr("Not in a box yet")
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for five bars."""
        width = _BOXES * _BAR + (_BOXES - 1) * _GAP
        return QSize(self._theme.px(width), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Bars shrink before they disappear."""
        return QSize(self._theme.px(100), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = float(self.height())
        bars = step_rects(self.width(), theme.px(_BAR), theme.px(_GAP))
        for box, (left, wide) in enumerate(bars, start=1):
            painter.setBrush(theme.box_color(box if box <= self._box else 0))
            painter.drawRoundedRect(QRectF(left, 0, wide, high), high / 2, high / 2)
