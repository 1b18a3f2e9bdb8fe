"""The white card: in the middle, shadowed, growing downward, scrolling where it grows too long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from aws_flash.ui.card.focus_bar import FocusBar
from aws_flash.ui.card.parts_layout import PartsLayout
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.raised_panel import SHADOW_REACH, RaisedPanel

WIDEST = 720
USUAL_HEIGHT = 380
_SIDE = 48
_ABOVE = 40
_NARROW = 560
_NARROW_SIDE = 24


def card_place(area: QSize, width: int, height: int, top: int | None) -> QRect:
    """Where the card lies in its area; `top` is kept if given, else chosen with room below.

    A card of the usual height lies in the middle. A higher one begins as much further up, so that
    the room to grow into stays the same as long as there is any.
    """
    margin = SHADOW_REACH
    most = max(1, area.height() - 2 * margin)
    usual = min(USUAL_HEIGHT, most)
    shown = min(max(height, usual), most)
    if top is None:
        top = (area.height() - usual) // 2 - (shown - usual)
    top = max(margin, min(top, area.height() - margin - usual))
    return QRect((area.width() - width) // 2, top, width, min(shown, area.height() - margin - top))


class Sheet(QWidget):
    """Add the parts of a card to `parts`; call `place_card` when they have changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._top: int | None = None
        self._panel = RaisedPanel(theme, self)
        self._scroll = QScrollArea(self._panel)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._panel.column.setContentsMargins(*(SHADOW_REACH + 1,) * 4)
        self._panel.column.addWidget(self._scroll)
        self._content = FocusBar(theme)
        self.parts = PartsLayout(theme, self._content)
        self._scroll.setWidget(self._content)
        self._content.installEventFilter(self)

    def room(self) -> int:
        """The width that the parts of the card get, in logical pixels."""
        return self._width() - 2 * (self._side() + 1)

    def surface(self) -> QRect:
        """Where the card lies, without its shadow."""
        reach = SHADOW_REACH
        return self._panel.geometry().adjusted(reach, reach, -reach, -reach)

    def place_card(self, *, keep_top: bool) -> None:
        """Make the card as high as its parts need; its top stays, or is chosen anew."""
        side, above = self._side(), self._theme.px(_ABOVE)
        self.parts.setContentsMargins(side, above, side, above)
        width = self._width()
        inner = width - 2
        needed = self.parts.heightForWidth(inner)
        place = card_place(self.size(), width, needed + 2, self._top if keep_top else None)
        self._top = place.top()
        reach = SHADOW_REACH
        self._panel.setGeometry(place.adjusted(-reach, -reach, reach, reach))
        self._panel.column.activate()
        bar = self._scroll.verticalScrollBar()
        bar_width = bar.sizeHint().width() if needed > place.height() - 2 else 0
        if bar_width:
            self.parts.setContentsMargins(side, above, side - bar_width, above)
        self._content.resize(inner - bar_width, max(needed, place.height() - 2))
        self.parts.activate()

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Scroll as little as needed for the beginning of a part to be seen."""
        line = self._theme.px(96)
        self._scroll.ensureVisible(0, part.y() + min(part.height(), line), 0, self._theme.px(24))

    def scroll_by(self, pages: float) -> None:
        """Scroll a long card by a part of what is seen of it."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card stays in the middle."""
        self.place_card(keep_top=False)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part that changes by itself, at another text size, changes the card's height."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self.place_card(keep_top=True)
        return super().eventFilter(watched, event)

    def _width(self) -> int:
        most = max(1, self.width() - 2 * SHADOW_REACH)
        return min(self._theme.px(WIDEST), most)

    def _side(self) -> int:
        narrow = self.width() < self._theme.px(_NARROW)
        return _NARROW_SIDE if narrow else _SIDE
