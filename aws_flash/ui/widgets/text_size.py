"""How much room a text takes, on one line or broken into several."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

WRAPPED = int(Qt.TextFlag.TextWordWrap)
CENTERED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)
_ENDLESS = 100_000.0


def text_width(font: QFont, text: str) -> int:
    """Pixels for one line; rounded up, since a fraction too few would break the line."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1


def word_width(font: QFont, text: str) -> int:
    """Pixels for the longest word of a text."""
    return max((text_width(font, word) for word in text.split()), default=0)


def line_height(font: QFont) -> int:
    """Pixels for one line of any text."""
    return ceil(QFontMetricsF(font).height())


def text_height(font: QFont, text: str, width: int) -> int:
    """Pixels for a text broken into lines of that width; one line at least."""
    room = QRectF(0.0, 0.0, max(1.0, width), _ENDLESS)
    height = QFontMetricsF(font).boundingRect(room, WRAPPED, text).height()
    return max(line_height(font), ceil(height))
