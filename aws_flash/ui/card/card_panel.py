"""The card's surface with its shadow, drawn once and then stretched to the size that is needed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.measures import CARD_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import SHADOW_DROP, SHADOW_REACH, paint_box, paint_shadow

_CORNER = SHADOW_REACH + SHADOW_DROP + CARD_RADIUS  # as far as it is round, from the edge
_MIDDLE = 8


class CardPanel(QWidget):
    """28 px larger than the card on each side. To draw a shadow takes 2 ms, to stretch it 0.1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawn = QPixmap()
        theme.changed.connect(self._forget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The middle, and around it four corners and four edges."""
        painter = QPainter(self)
        middle = self.rect().adjusted(_CORNER, _CORNER, -_CORNER, -_CORNER)
        painter.fillRect(event.rect() & middle, self._theme.color("surface"))
        if not middle.contains(event.rect()):
            self._paint_around(painter, middle, event.rect())

    def _paint_around(self, painter: QPainter, middle: QRect, asked: QRect) -> None:
        ratio = self.devicePixelRatioF()
        if self._drawn.isNull() or self._drawn.devicePixelRatio() != ratio:
            self._drawn = self._draw(ratio)
        for left, wide, from_left, from_wide in _thirds(self.width()):
            for top, high, from_top, from_high in _thirds(self.height()):
                target = QRect(left, top, wide, high)
                if target != middle and target.intersects(asked):
                    source = QRectF(from_left, from_top, from_wide, from_high)
                    scaled = QRectF(source.topLeft() * ratio, source.size() * ratio)
                    painter.drawPixmap(QRectF(target), self._drawn, scaled)

    def _draw(self, ratio: float) -> QPixmap:
        """The smallest panel that has all four corners."""
        edge = 2 * _CORNER + _MIDDLE
        drawn = QPixmap(round(edge * ratio), round(edge * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        area = QRectF(0, 0, edge, edge).adjusted(*(SHADOW_REACH,) * 2, *(-SHADOW_REACH,) * 2)
        surface, line = self._theme.color("surface"), self._theme.color("line")
        paint_shadow(painter, area, CARD_RADIUS, self._theme.color("shadow"))
        paint_box(painter, area, CARD_RADIUS, surface, line)
        painter.end()
        return drawn

    def _forget(self) -> None:
        self._drawn = QPixmap()
        self.update()


def _thirds(length: int) -> tuple[tuple[int, int, int, int], ...]:
    """Where corner, middle and corner begin and how long they are, on the panel and as drawn."""
    corner = min(_CORNER, length // 2)
    drawn = 2 * _CORNER + _MIDDLE
    return (
        (0, corner, 0, corner),
        (corner, length - 2 * corner, _CORNER, _MIDDLE),
        (length - corner, corner, drawn - corner, corner),
    )
