"""What stands in the place of a picture that cannot be shown: a quiet box with its words."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import BUTTON_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box

_WIDEST = 360
_PADDING = 12
_MOST_LINES = 6
_MOST_LETTERS = 400  # more than these lines hold
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


def placeholder_size(theme: Theme, text: str, room: int) -> QSize:
    """How large the box for these words is, in logical pixels, within a width of `room`."""
    padding = theme.px(_PADDING)
    width = max(1, min(theme.px(_WIDEST), room))
    metrics = QFontMetricsF(theme.font(FontRole.SMALL))
    inner = QRectF(0, 0, max(1, width - 2 * padding), metrics.height() * _MOST_LINES)
    needed = metrics.boundingRect(inner, _FLAGS, text[:_MOST_LETTERS]).height()
    return QSize(width, ceil(min(needed, inner.height())) + 2 * padding)


def draw_placeholder(theme: Theme, text: str, size: QSize, ratio: float) -> QImage:
    """The box at that size, for a screen of that pixel ratio."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    whole = QRectF(0, 0, size.width(), size.height())
    paint_box(painter, whole, BUTTON_RADIUS, theme.color("window"), theme.color("line"))
    padding = theme.px(_PADDING)
    painter.setFont(theme.font(FontRole.SMALL))
    painter.setPen(theme.color("muted"))
    room = whole.adjusted(padding, padding, -padding, -padding)
    painter.drawText(room, _FLAGS, text[:_MOST_LETTERS])
    painter.end()
    return image


def nothing() -> QImage:
    """One clear pixel: the answer to every request that a card should not have made.

    Never None or a null image, since Qt then looks for the file by itself.
    """
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
