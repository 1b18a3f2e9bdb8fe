"""How an answer went, and where the card goes then: "Knew it [2]", "box 2 → 3 · Fri 27 Nov"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import PANEL_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.key_cap import key_cap_size, paint_key_cap, quiet_key_colors
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.text_size import WRAPPED, line_height, text_height, text_width
from aws_flash.ui.widgets.wrapping import let_wrap

_USUAL_WIDTH = 232


class AnswerButton(PaintedButton):
    """A coloured title with its key over a caption that wraps; 232 by 60 when there is room."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        color: ColorName,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent)
        self._color: ColorName = color
        self._key = key
        self._caption = ""
        let_wrap(self)
        self.set_caption("")

    @property
    def caption(self) -> str:
        """Where the card goes."""
        return self._caption

    def set_caption(self, caption: str) -> None:
        """Say where the card goes; a screen reader hears it after the title."""
        self._caption = caption
        self.setAccessibleName(f"{self.text()}, {caption}" if caption else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The usual size, or what one line of caption needs."""
        needed = text_width(self._theme.font(FontRole.CAPTION), self._caption)
        width = max(_USUAL_WIDTH, self._title_width() + 2 * self._pad(), needed + 2 * self._pad())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The title on one line, the caption on two or three."""
        width = max(self._title_width(), self._theme.px(96)) + 2 * self._pad()
        return QSize(width, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for the title and as many lines as the caption needs."""
        return 2 * self._pad() + self._title_height() + self._theme.px(3) + self._lines(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, title with key, caption, ring."""
        painter, theme, area = QPainter(self), self._theme, self._area()
        fill = theme.color("window" if self._is_lit() else "surface")
        paint_box(painter, area, PANEL_RADIUS, fill, theme.color("line"))
        if self.hasFocus():
            paint_ring(painter, area, PANEL_RADIUS, theme.color("accent"))
        text_height = self._title_height() + theme.px(3) + self._lines(self.width())
        top = (self.height() - text_height) // 2
        self._paint_title(painter, top)
        painter.setFont(theme.font(FontRole.CAPTION))
        painter.setPen(theme.color("muted"))
        below = top + self._title_height() + theme.px(3)
        room = QRect(self._pad(), below, self.width() - 2 * self._pad(), self.height() - below)
        top_center = WRAPPED | int(Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(room, top_center, self._caption)

    def _paint_title(self, painter: QPainter, top: int) -> None:
        theme, height, key = self._theme, self._title_height(), self._key_size()
        left = (self.width() - self._title_width()) // 2
        painter.setFont(theme.font(FontRole.TEXT_STRONG))
        painter.setPen(theme.color(self._color if self.isEnabled() else "muted"))
        label = QRect(left, top, self.width(), height)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._key:
            right = left + self._title_width()
            place = QRectF(
                right - key.width(), top + (height - key.height()) // 2, key.width(), key.height()
            )
            paint_key_cap(painter, place, self._key, theme, quiet_key_colors(theme))

    def _pad(self) -> int:
        return self._theme.px(12)

    def _key_size(self) -> QSize:
        return key_cap_size(self._theme, self._key) if self._key else QSize(0, 0)

    def _title_width(self) -> int:
        title = text_width(self._theme.font(FontRole.TEXT_STRONG), self.text())
        key = self._key_size().width()
        return title + (key + self._theme.px(4) if key else 0)

    def _title_height(self) -> int:
        title = line_height(self._theme.font(FontRole.TEXT_STRONG))
        return max(title, self._key_size().height())

    def _lines(self, width: int) -> int:
        """How high the caption is at that width of the button."""
        font = self._theme.font(FontRole.CAPTION)
        return text_height(font, self._caption, width - 2 * self._pad())
