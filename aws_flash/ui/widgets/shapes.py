"""Rounded boxes and rings, drawn on whole pixels so that their edges stay sharp."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

RING = 2.0


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
    painter.setPen(QPen(line, 1.0))
    inner = radius - 0.5
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), inner, inner)


def paint_ring(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """The focus ring: 2 px, just inside the edge of `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, RING))
    half = RING / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, color: QColor, reach: int) -> None:
    """A soft shadow around `rect`, `reach` pixels wide and a little lower than the rect.

    Drawn as nested boxes rather than with QGraphicsDropShadowEffect, which would paint the whole
    card into a picture again at every change.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    faint = QColor(color)
    faint.setAlphaF(color.alphaF() / max(1, reach / 4))
    painter.setBrush(faint)
    for spread in range(reach, 0, -2):
        grown = rect.adjusted(-spread, -spread / 2, spread, spread)
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
