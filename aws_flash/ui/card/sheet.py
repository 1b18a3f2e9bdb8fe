"""The white card: in the middle, shadowed, growing downward, scrolling where it grows too long."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from aws_flash.ui.card.card_panel import CardPanel
from aws_flash.ui.card.focus_bar import FocusBar
from aws_flash.ui.card.parts import Parts, Shown, is_shown
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import SHADOW_REACH
from aws_flash.ui.widgets.viewport import set_clear_viewport

WIDEST = 720
USUAL_HEIGHT = 380
_MARGIN = 16
_SIDE = 48
_ABOVE = 39
_LOW = 440
_LOW_ABOVE = 24
_INSET = 8  # keeps the scroll bar clear of the round corners
_NARROW = 560
_NARROW_SIDE = 24


def card_place(area: QSize, card: QSize, usual: int, top: int | None, grown: int = 0) -> QRect:
    """Where a card lies in its area; `top` is kept if given, else chosen with room below.

    A card of the usual height lies in the middle. A higher one begins as much further up, so that
    the room to grow into stays the same as long as there is any; and so does one that will be
    higher, `grown`, once its answer shows.
    """
    most, width, height = max(1, area.height() - 2 * _MARGIN), card.width(), card.height()
    usual = min(usual, most)
    shown = min(max(height, usual), most)
    if top is None:
        top = (area.height() - usual) // 2 - (shown - usual)
        top = min(top, area.height() - _MARGIN - min(grown, most))
    top = max(_MARGIN, min(top, area.height() - _MARGIN - usual))
    return QRect((area.width() - width) // 2, top, width, min(shown, area.height() - _MARGIN - top))


class Sheet(QWidget):
    """Make the parts children of `content`, add them to `parts`, and call `place_card`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._top: int | None = None
        self._grown = 0
        self._panel = CardPanel(theme, self)
        self._scroll = QScrollArea(self._panel)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_clear_viewport(self._scroll)
        self.content = FocusBar(theme)
        self.parts = Parts(theme)
        self._scroll.setWidget(self.content)
        self.content.setAutoFillBackground(False)

    def room(self) -> int:
        """The width that the parts of the card get, in logical pixels."""
        return self._width() - 2 * (self._side() + 1)

    def visible_height(self) -> int:
        """How much of the card can be seen at most, without its margins."""
        return self.height() - 2 * _MARGIN - 2 * self._above()

    def highest(self) -> int:
        """How high the card can be."""
        return self.height() - 2 * _MARGIN

    def card_height(self, shown: Shown = is_shown) -> int:
        """How high the card is with those parts."""
        side, above = self._side(), self._above() - _INSET
        self.parts.margins = QMargins(side, above, side, above)
        return self.parts.needed(self._width() - 2, shown) + 2 * _INSET

    def foresee(self, grown: int) -> None:
        """Let the card begin where it can grow to that height."""
        self._grown = grown

    def surface(self) -> QRect:
        """Where the card lies, without its shadow."""
        reach = SHADOW_REACH
        return self._panel.geometry().adjusted(reach, reach, -reach, -reach)

    def place_card(self, *, keep_top: bool) -> None:
        """Make the card as high as its parts need; its top stays, or is chosen anew."""
        width, frame = self._width(), 2 * _INSET
        height = self.card_height()
        needed, usual = height - frame, self._theme.px(USUAL_HEIGHT)
        top = self._top if keep_top else None
        place = card_place(self.size(), QSize(width, height), usual, top, self._grown)
        self._top = place.top()
        reach, inside = SHADOW_REACH, place.height() - frame
        self._panel.setGeometry(place.adjusted(-reach, -reach, reach, reach))
        self._scroll.setGeometry(reach + 1, reach + _INSET, width - 2, inside)
        is_too_high = (
            needed - self.parts.top() // 2 > inside
        )  # half a margin is no reason to scroll
        # The scroll bar takes its room from the margin, so that the text stays as it is.
        bar = self._scroll.verticalScrollBar().sizeHint().width() if is_too_high else 0
        self.content.resize(width - 2 - bar, needed if is_too_high else inside)
        self.parts.arrange(width - 2)
        self.content.follow()

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Scroll as little as needed for the beginning of a part to be seen."""
        line = self._theme.px(96)
        top = part.mapTo(self.content, QPoint(0, 0)).y()
        self._scroll.ensureVisible(0, top + min(part.height(), line), 0, self._theme.px(24))

    def scroll_by(self, pages: float) -> None:
        """Scroll a long card by a part of what is seen of it."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card stays in the middle."""
        self.place_card(keep_top=False)
        super().resizeEvent(event)

    def _width(self) -> int:
        most = max(1, self.width() - 2 * _MARGIN)
        return min(self._theme.px(WIDEST), most)

    def _above(self) -> int:
        """The margin above and below; little where there is little height."""
        low = self.height() < self._theme.px(_LOW)
        return self._theme.px(_LOW_ABOVE if low else _ABOVE)

    def _side(self) -> int:
        narrow = self.width() < self._theme.px(_NARROW)
        return _NARROW_SIDE if narrow else _SIDE
