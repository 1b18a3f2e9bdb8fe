"""Today: the page that a user meets first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from aws_flash.domain.views import TodayView
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today.boxes_row import BoxesRow
from aws_flash.ui.today.catch_up_line import CatchUpLine
from aws_flash.ui.today.header import Header
from aws_flash.ui.today.headline import Deed, headline
from aws_flash.ui.today.lower_row import LowerRow, has_history
from aws_flash.ui.today.offers import Offers
from aws_flash.ui.widgets.scroll_page import ScrollPage

_UNDER_HEADER = 1


class TodayPage(ScrollPage):
    """Shows a TodayView; wishes go out as signals.

    `setFocus` gives the focus to what Space should do: start, or take the recommended offer. What
    is seldom seen is built when first seen, because the page is in the first paint.
    """

    start_requested = Signal()
    ahead_requested = Signal()
    offer_taken = Signal(int)
    catch_up_ended = Signal()
    card_requested = Signal()
    scope_cleared = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Build what every day shows; empty until show_view."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Today"))
        self._header = Header(theme, icons)
        self._header.pressed.connect(self._do)
        self._header.scope_cleared.connect(self.scope_cleared)
        self._boxes = BoxesRow(theme)
        self._catch_up: CatchUpLine | None = None
        self._offers: Offers | None = None
        self._lower: LowerRow | None = None
        self.column.setSpacing(20)
        self.column.addWidget(self._header)
        self.column.addWidget(self._boxes)
        self.column.addStretch(1)

    def show_view(self, view: TodayView) -> None:
        """Show another day, or the same with other numbers."""
        focused = QApplication.focusWidget()
        self._header.show_headline(headline(view), view.topic_name if view.topic_id else "")
        self._show_catch_up(view)
        self._show_offers(view)
        self._show_boxes(view)
        self._show_lower(view)
        self.setFocusProxy(self._first())
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisible():
            self._first().setFocus()  # what had the focus is gone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space starts from anywhere on the page, unless the focus has another use for it."""
        if event.key() == Qt.Key.Key_Space and self._header.button.isVisible():
            self._header.button.click()
            return
        super().keyPressEvent(event)

    def _do(self, deed: Deed) -> None:
        if deed is Deed.START:
            self.start_requested.emit()
        elif deed is Deed.STUDY_AHEAD:
            self.ahead_requested.emit()
        elif deed is Deed.ADD_CARD:
            self.card_requested.emit()

    def _first(self) -> QWidget:
        if self._offers is not None and not self._offers.isHidden():
            return self._offers.first
        return self._header.button

    def _show_catch_up(self, view: TodayView) -> None:
        if view.catch_up is None:
            if self._catch_up is not None:
                self._catch_up.hide()
            return
        if self._catch_up is None:
            self._catch_up = CatchUpLine(self._theme)
            self._catch_up.ended.connect(self.catch_up_ended)
            self.column.insertWidget(_UNDER_HEADER, self._catch_up)
        self._catch_up.show_offer(view.catch_up, view.day)
        self._catch_up.show()

    def _show_offers(self, view: TodayView) -> None:
        if view.welcome is None:
            if self._offers is not None:
                self._offers.hide()
            return
        if self._offers is None:
            self._offers = Offers(self._theme)
            self._offers.taken.connect(self.offer_taken)
            self._offers.declined.connect(self.start_requested)
            self.column.insertWidget(_UNDER_HEADER, self._offers)
        self._offers.show_welcome(view.welcome, view.day)
        self._offers.show()

    def _show_boxes(self, view: TodayView) -> None:
        boxes = view.boxes
        if view.welcome is not None:  # what is due is a pile now: nobody needs to see it
            boxes = tuple(box._replace(due=0) for box in boxes)
        self._boxes.show_boxes(boxes, view.all_cards - sum(box.cards for box in boxes))
        self._boxes.setVisible(view.all_cards > 0)

    def _show_lower(self, view: TodayView) -> None:
        wanted = has_history(view) or bool(view.weakest)
        if self._lower is None and wanted:
            self._lower = LowerRow(self._theme)
            self.column.insertWidget(self.column.count() - 1, self._lower)
        if self._lower is not None:
            self._lower.show_view(view)
            self._lower.setVisible(wanted)
