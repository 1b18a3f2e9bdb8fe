"""One of the five boxes: how full it is, how many cards, how many due, how long they rest."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import PANEL_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.shapes import paint_box
from aws_flash.ui.widgets.text_size import line_height, text_width
from aws_flash.ui.widgets.wrapping import let_wrap

# Wider than any of five columns on a page (960 px at most), narrower than a page: so a box that
# got a row of its own lies down, at every text size.
_LIES_FROM = 216
_PADDING = 14
_BLOCK = 64
_TRACK = 8
_GAP = 10
_BEFORE_DUE = 5
_LEAST_BLOCK = 4


class BoxCount(NamedTuple):
    """What a box shows; `share` is 0 to 1 of the fullest box, the texts are whole phrases."""

    box: int
    number: str
    noun: str
    due: str
    caption: str
    share: float


def block_height(share: float, full: int) -> int:
    """How high the coloured block stands; something in the box shows as 4 px at least."""
    return max(round(share * full), _LEAST_BLOCK) if share > 0 else 0


class BoxColumn(QLabel):
    """A standing block over its numbers; in a row of its own a lying bar under them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = BoxCount(1, "0", "", "", "", 0.0)
        self._least: int | None = None
        let_wrap(self)
        theme.changed.connect(self._measure_again)

    def show_count(self, count: BoxCount) -> None:
        """Show other numbers; screen readers hear the caption first."""
        self._shown = count
        said = [count.caption, f"{count.number} {count.noun}", count.due]
        self.setAccessibleName(", ".join(part for part in said if part))
        self._measure_again()
        self.update()

    def lies(self, width: int) -> bool:
        """Whether the box is shown as a row at that width."""
        return width >= max(_LIES_FROM, self._least_width())

    def sizeHint(self) -> QSize:
        """A column as wide as its longest line."""
        width = self._least_width()
        return QSize(width, self._standing_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: nothing is cut off."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A lying box is lower."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height as a row or as a column."""
        return self._lying_height() if self.lies(width) else self._standing_height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, block, texts."""
        painter, theme = QPainter(self), self._theme
        area = QRectF(self.rect())
        paint_box(painter, area, PANEL_RADIUS, theme.color("surface"), theme.color("line"))
        inner = area.adjusted(_PADDING + 1, _PADDING + 1, -_PADDING - 1, -_PADDING - 1)
        if self.lies(self.width()):
            self._paint_texts(painter, inner)
            self._paint_track(painter, inner)
        else:
            self._paint_block(painter, inner)
            self._paint_texts(painter, inner.adjusted(0, theme.px(_BLOCK + _GAP), 0, 0))

    def _paint_block(self, painter: QPainter, area: QRectF) -> None:
        full = self._theme.px(_BLOCK)
        high = block_height(self._shown.share, full) or _LEAST_BLOCK
        block = QRectF(area.left(), area.top() + full - high, area.width(), high)
        color = self._theme.box_color(self._shown.box if self._shown.share > 0 else 0)
        paint_box(painter, block, min(6.0, high / 2), color)

    def _paint_track(self, painter: QPainter, area: QRectF) -> None:
        high = float(self._theme.px(_TRACK))
        track = QRectF(area.left(), area.bottom() - high, area.width(), high)
        paint_box(painter, track, high / 2, self._theme.color("line"))
        if self._shown.share > 0:
            track.setWidth(max(high, track.width() * self._shown.share))
            paint_box(painter, track, high / 2, self._theme.box_color(self._shown.box))

    def _paint_texts(self, painter: QPainter, area: QRectF) -> None:
        """Number, noun and due on one base line, the caption below."""
        theme, shown = self._theme, self._shown
        tall = line_height(theme.font(FontRole.NUMBER))
        base = round(area.top() + tall * 0.76)
        number = text_width(theme.font(FontRole.NUMBER), shown.number)
        left = round(area.left())
        due = text_width(theme.font(FontRole.CAPTION_STRONG), shown.due)
        noun = left + number + theme.px(3)
        below = round(area.top()) + tall + theme.px(2) + theme.px(12)
        lines: tuple[tuple[FontRole, ColorName, int, int, str], ...] = (
            (FontRole.NUMBER, "ink", left, base, shown.number),
            (FontRole.TEXT, "muted", noun, base, shown.noun),
            (FontRole.CAPTION_STRONG, "accent", round(area.right()) - due, base, shown.due),
            (FontRole.CAPTION, "muted", left, below, shown.caption),
        )
        for role, color, x, y, text in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(color))
            painter.drawText(x, y, text)

    def _measure_again(self) -> None:
        self._least = None
        self.updateGeometry()

    def _least_width(self) -> int:
        """Kept, because Qt asks some forty times before the first paint."""
        if self._least is None:
            self._least = self._measured_width()
        return self._least

    def _measured_width(self) -> int:
        theme, shown = self._theme, self._shown
        numbers = (
            text_width(theme.font(FontRole.NUMBER), shown.number)
            + text_width(theme.font(FontRole.TEXT), shown.noun)
            + text_width(theme.font(FontRole.CAPTION_STRONG), shown.due)
            + theme.px(3 + _BEFORE_DUE)
        )
        caption = text_width(theme.font(FontRole.CAPTION), shown.caption)
        return max(numbers, caption) + 2 * (_PADDING + 1)

    def _text_height(self) -> int:
        number = line_height(self._theme.font(FontRole.NUMBER))
        caption = line_height(self._theme.font(FontRole.CAPTION))
        return number + self._theme.px(2) + caption

    def _standing_height(self) -> int:
        block = self._theme.px(_BLOCK + _GAP)
        return 2 * (_PADDING + 1) + block + self._text_height()

    def _lying_height(self) -> int:
        track = self._theme.px(_GAP + _TRACK)
        return 2 * (_PADDING + 1) + self._text_height() + track
