"""A named bar with a percentage, in one line or, where that is narrow, in two."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box
from aws_flash.ui.widgets.text_size import line_height, text_width
from aws_flash.ui.widgets.wrapping import let_wrap

_BAR = 6
_GAP = 8
_INLINE_FROM = 480


def meter_box(share: float) -> int:
    """Which box's colour stands for a share: deeper from 65 and from 80 percent on."""
    if share >= 0.8:
        return 4
    return 3 if share >= 0.65 else 2


def inline_columns(width: int, value: int, gap: int) -> tuple[int, int]:
    """Where the bar of a one-line meter starts and how long it is.

    The same for all meters of one width, so that their bars stand under each other.
    """
    start = round(width * 0.235)
    return start, width - start - value - gap


def paint_bar(painter: QPainter, rect: QRectF, share: float, theme: Theme, box: int) -> None:
    """A track with the first `share` of it filled in a box's colour; the cut is straight."""
    radius = rect.height() / 2
    paint_box(painter, rect, radius, theme.color("line"))
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(shape)
    filled = QRectF(rect)
    filled.setWidth(round(rect.width() * min(max(share, 0.0), 1.0)))
    painter.setPen(Qt.PenStyle.NoPen)  # not fillRect, which makes PySide know gradients: 2 ms
    painter.setBrush(theme.box_color(box))
    painter.drawRect(filled)
    painter.restore()


class Meter(QProgressBar):
    """Label, bar, percentage; a screen reader hears a progress bar with that name."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._share = 0.0
        self.setAccessibleName(label)
        self.setTextVisible(False)
        let_wrap(self)
        theme.changed.connect(self.updateGeometry)

    @property
    def share(self) -> float:
        """What is filled, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Fill that much of the bar, 0 to 1."""
        self._share = share
        self.setValue(round(share * 100))
        self.update()

    def is_inline(self, width: int) -> bool:
        """Whether all stands in one line at that width."""
        if width < self._theme.px(_INLINE_FROM):
            return False
        label = text_width(self._theme.font(FontRole.TEXT), self._label) + _GAP
        return label <= round(width * 0.235)

    def sizeHint(self) -> QSize:
        """The two-line form."""
        width = self._theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the percentage and a few letters."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """One line is lower than two."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height in one line or in two."""
        line = line_height(self._theme.font(FontRole.TEXT))
        if self.is_inline(width):
            return line + self._theme.px(7)
        return line + self._theme.px(6 + _BAR + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Label, bar, percentage."""
        painter, theme = QPainter(self), self._theme
        box = meter_box(self._share)
        bar = theme.px(_BAR)
        line = QRectF(self.rect())
        if self.is_inline(self.width()):
            value = text_width(theme.font(FontRole.TEXT), "100%")
            start, length = inline_columns(self.width(), value, theme.px(24))
            room = QRectF(start, (self.height() - bar) // 2, length, bar)
        else:
            line.setHeight(line_height(theme.font(FontRole.TEXT)))
            room = QRectF(0, line.bottom() + theme.px(6), self.width(), bar)
        self._paint_words(painter, line)
        paint_bar(painter, room, self._share, theme, box)

    def _paint_words(self, painter: QPainter, line: QRectF) -> None:
        theme = self._theme
        percent = self.tr("{percent}%").format(percent=round(self._share * 100))
        painter.setFont(theme.font(FontRole.TEXT))
        painter.setPen(theme.color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), percent)
        painter.setPen(theme.color("ink"))
        room = round(line.width()) - text_width(painter.font(), percent) - _GAP
        label = painter.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, int(middle), label)
