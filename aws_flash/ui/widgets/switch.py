"""On or off, at once: a label with a small slider."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.text_size import WRAPPED, text_height, text_width, word_width
from aws_flash.ui.widgets.wrapping import let_wrap

_TRACK = (36, 20)
_GAP = 12
_KNOB_GAP = 3
_FRAME = 4


class Switch(QCheckBox):
    """A check box in other clothes: `toggled` tells of changes, Space changes it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        let_wrap(self)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Label and track in one line."""
        width = text_width(self._theme.font(FontRole.TEXT), self.text()) + self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The label in as many lines as it has words."""
        width = word_width(self._theme.font(FontRole.TEXT), self.text()) + self._beside()
        return QSize(width, self._theme.px(_TRACK[1]) + 2 * _FRAME)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A long label wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for the label's lines."""
        font = self._theme.font(FontRole.TEXT)
        label = text_height(font, self.text(), width - self._beside())
        return max(label, self._theme.px(_TRACK[1])) + 2 * _FRAME

    def hitButton(self, point: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Everything may be clicked."""
        return self.rect().contains(point)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track with knob on the left, label on the right."""
        painter, theme = QPainter(self), self._theme
        wide, high = theme.px(_TRACK[0]), theme.px(_TRACK[1])
        track = QRectF(_FRAME, (self.height() - high) // 2, wide, high)
        self._paint_track(painter, track)
        painter.setFont(theme.font(FontRole.TEXT))
        painter.setPen(theme.color("ink" if self.isEnabled() else "muted"))
        left = self._beside() - _FRAME
        label = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(label, WRAPPED | int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            ring = track.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
            paint_ring(painter, ring, ring.height() / 2, theme.color("accent"))

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        theme, radius = self._theme, track.height() / 2
        knob = track.height() - 2 * _KNOB_GAP
        place = QRectF(track.left() + _KNOB_GAP, track.top() + _KNOB_GAP, knob, knob)
        if self.isChecked():
            place.moveRight(track.right() - _KNOB_GAP)
            paint_box(painter, track, radius, theme.color("accent"))
            paint_box(painter, place, knob / 2, theme.color("on_accent"))
        else:
            paint_box(painter, track, radius, theme.color("surface"), theme.color("outline"))
            paint_box(painter, place, knob / 2, theme.color("outline"))

    def _beside(self) -> int:
        """All of the width that is not the label's."""
        return self._theme.px(_TRACK[0]) + _GAP + 2 * _FRAME
