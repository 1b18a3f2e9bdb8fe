"""Rounded boxes and rings, drawn on whole pixels so that their edges stay sharp."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

RING = 2.0
LINE = 1.01  # of exactly one pixel, Qt takes ten times as long to draw a round box
SHADOW_REACH = 28
SHADOW_DROP = 4


def paint_box(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, line: QColor | None = None
) -> None:
    """A filled box, with a 1 px line just inside its edge if one is given."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(line, LINE))
    inner = radius - 0.5
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), inner, inner)


def paint_ring(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """The focus ring: 2 px, just inside the edge of `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, RING))
    half = RING / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def shadow_spreads(layers: int, reach: float) -> list[float]:
    """How far each layer of a shadow reaches, the widest first; they fall off as a square."""
    return [reach * (1 - (layer / layers) ** 0.5) for layer in range(1, layers + 1)]


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """A soft shadow around `rect`, SHADOW_REACH pixels wide and a little lower than the rect.

    As many layers as the colour has levels of opacity, each as faint as a pixel can be. Qt's own
    QGraphicsDropShadowEffect would paint the whole card into a picture again at every change.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    faintest = QColor(color)
    faintest.setAlpha(1)
    painter.setBrush(faintest)
    lower = rect.translated(0, SHADOW_DROP)
    for spread in shadow_spreads(color.alpha(), SHADOW_REACH - SHADOW_DROP):
        grown = lower.adjusted(-spread, -spread, spread, spread)
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
