"""A short bar that shows how a number of cards is spread over the boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from aws_flash.ui.theme.theme import Theme

BAR_WIDTH = 44
BAR_HEIGHT = 5


def segments(counts: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Start and length, in whole pixels, of each part of a bar; parts in the order of counts.

    Lengths follow the counts and add up to the width; whatever is not nothing gets one pixel at
    least, while there are pixels enough. An empty bar is all first part.
    """
    total = sum(counts)
    if total == 0:
        return [(0, width)] + [(width, 0)] * (len(counts) - 1)
    exact = [count * width / total for count in counts]
    lengths = [max(int(part), 1 if count else 0) for part, count in zip(exact, counts, strict=True)]
    parts = range(len(counts))
    while sum(lengths) < width:
        lengths[max(parts, key=lambda i: (counts[i] > 0, exact[i] - lengths[i]))] += 1
    while sum(lengths) > width:
        lengths[max(parts, key=lambda i: (lengths[i] > 1, lengths[i] - exact[i]))] -= 1
    starts = [sum(lengths[:i]) for i in range(len(lengths))]
    return list(zip(starts, lengths, strict=True))


def paint_box_bar(painter: QPainter, rect: QRectF, counts: Sequence[int], theme: Theme) -> None:
    """Draw never seen, box 1 … box 5 (six counts) into `rect`; for delegates too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    radius = rect.height() / 2
    outline.addRoundedRect(rect, radius, radius)
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)  # not fillRect, which makes PySide know gradients: 2 ms
    for box, (start, length) in enumerate(segments(counts, round(rect.width()))):
        if length:
            painter.setBrush(theme.box_color(box))
            painter.drawRect(QRectF(rect.left() + start, rect.top(), length, rect.height()))
    painter.restore()


class BoxBar(QLabel):
    """The bar as a widget; say what it shows with setAccessibleName."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: tuple[int, ...] = (0, 0, 0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_counts(self, counts: Sequence[int]) -> None:
        """Cards never seen, then in box 1 to 5."""
        self._counts = tuple(counts)
        self.update()

    def sizeHint(self) -> QSize:
        """44 by 5 pixels, larger with the text."""
        return QSize(self._theme.px(BAR_WIDTH), self._theme.px(BAR_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        paint_box_bar(QPainter(self), QRectF(self.rect()), self._counts, self._theme)
