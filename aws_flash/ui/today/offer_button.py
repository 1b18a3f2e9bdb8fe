"""One offer after missed days, as a card to press: so much a day, and where that leads."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import PANEL_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.text_size import WRAPPED, text_height, text_width, word_width
from aws_flash.ui.widgets.wrapping import let_wrap

_PADDING = 16
_GAP = 4


class OfferButton(PaintedButton):
    """A bold pace over a muted promise; both wrap."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(theme, "", parent)
        self.minutes = 0
        self._promise = ""
        let_wrap(self)

    def show_offer(self, minutes: int, pace: str, promise: str) -> None:
        """Offer `minutes` a day, in words; a screen reader hears pace and promise."""
        self.minutes = minutes
        self._promise = promise
        self.setText(pace)
        self.setAccessibleName(f"{pace}, {promise}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Each text on one line."""
        title, caption = self._theme.font(FontRole.ANSWER), self._theme.font(FontRole.TEXT)
        widest = max(text_width(title, self.text()), text_width(caption, self._promise))
        width = widest + 2 * self._pad()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The pace on one line, the promise on as many as it takes."""
        title, caption = self._theme.font(FontRole.ANSWER), self._theme.font(FontRole.TEXT)
        widest = max(text_width(title, self.text()), word_width(caption, self._promise))
        return QSize(widest + 2 * self._pad(), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for the lines of both texts."""
        room = width - 2 * self._pad()
        promise = text_height(self._theme.font(FontRole.TEXT), self._promise, room)
        return 2 * self._pad() + self._pace_height(room) + self._theme.px(_GAP) + promise

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, texts, ring."""
        painter, theme, area = QPainter(self), self._theme, self._area()
        ground = theme.color("hover" if self._is_lit() else "surface")
        paint_box(painter, area, PANEL_RADIUS, ground, theme.color("line"))
        if self.hasFocus():
            paint_ring(painter, area, PANEL_RADIUS, theme.color("accent"))
        pad, room = self._pad(), self.width() - 2 * self._pad()
        high = self._pace_height(room)
        painter.setFont(theme.font(FontRole.ANSWER))
        painter.setPen(theme.color("ink"))
        left = WRAPPED | int(Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(pad, pad, room, high), left, self.text())
        painter.setFont(theme.font(FontRole.TEXT))
        painter.setPen(theme.color("muted"))
        below = pad + high + theme.px(_GAP)
        painter.drawText(QRect(pad, below, room, self.height() - below), left, self._promise)

    def _pace_height(self, room: int) -> int:
        return text_height(self._theme.font(FontRole.ANSWER), self.text(), room)

    def _pad(self) -> int:
        return self._theme.px(_PADDING)
