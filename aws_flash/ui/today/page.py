"""Today: the page that a user meets first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.views import TodayView
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today.boxes_row import BoxesRow
from aws_flash.ui.today.first_paint import AfterFirstPaint
from aws_flash.ui.today.header import Header
from aws_flash.ui.today.headline import Deed, headline
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from aws_flash.ui.today.catch_up_line import CatchUpLine
    from aws_flash.ui.today.fact_lines import FactLines
    from aws_flash.ui.today.lower_row import LowerRow
    from aws_flash.ui.today.offers import Offers

_UNDER_HEADER = 1


class TodayPage(ScrollPage):
    """Shows a TodayView; wishes go out as signals.

    `setFocus` gives the focus to what Space should do: start, or take the recommended offer. The
    page is in the first paint of the program, so what is seldom seen is built when first seen, and
    the lower half right after that paint.
    """

    start_requested = Signal()
    ahead_requested = Signal()
    offer_taken = Signal(int)
    catch_up_ended = Signal()
    card_requested = Signal()
    scope_cleared = Signal()
    recheck_requested = Signal()
    changes_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Build what every day shows; empty until show_view."""
        super().__init__(parent)
        self._theme = theme
        self._view: TodayView | None = None
        self._has_time = False
        self.setAccessibleName(self.tr("Today"))
        self._header = Header(theme, icons)
        self._header.pressed.connect(self._do)
        self._header.scope_cleared.connect(self.scope_cleared)
        self._boxes = BoxesRow(theme)
        self._catch_up: CatchUpLine | None = None
        self._offers: Offers | None = None
        self._fact_lines: FactLines | None = None
        self._lower: LowerRow | None = None
        self.column.setSpacing(20)
        self.column.addWidget(self._header)
        self.column.addWidget(self._boxes)
        self.column.addStretch(1)
        AfterFirstPaint(self._header, self._take_time)

    def show_view(self, view: TodayView) -> None:
        """Show another day, or the same with other numbers; without any change, do nothing."""
        if view == self._view:
            return
        focused = self.window().focusWidget()
        self._view = view
        self._header.show_headline(headline(view), view.topic_name if view.topic_id else "")
        self._show_catch_up(view)
        self._show_offers(view)
        self._show_boxes(view)
        if self._has_time:
            self._show_fact_lines()
            self._show_lower()
        first = self._first()
        self.setFocusProxy(None if first is self else first)  # type: ignore[arg-type]  # Qt may
        if self._is_lost(focused):
            first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space starts from anywhere on the page, unless the focus has another use for it."""
        if event.key() == Qt.Key.Key_Space and self._header.starts and not event.isAutoRepeat():
            self._header.button.click()
            return
        super().keyPressEvent(event)

    def _do(self, deed: Deed) -> None:
        if deed in (Deed.START, Deed.GO_ON):
            self.start_requested.emit()
        elif deed is Deed.STUDY_AHEAD:
            self.ahead_requested.emit()
        elif deed is Deed.ADD_CARD:
            self.card_requested.emit()

    def _is_lost(self, focused: QWidget | None) -> bool:
        """Return whether the focus is on the page, but on nothing that shows it any more."""
        if focused is None or not (focused is self or self.isAncestorOf(focused)):
            return False
        return focused is self or not focused.isVisibleTo(self)

    def _first(self) -> QWidget:
        if self._offers is not None and not self._offers.isHidden():
            return self._offers.first
        return self if self._header.button.isHidden() else self._header.button

    def _show_catch_up(self, view: TodayView) -> None:
        if view.catch_up is not None:
            if self._catch_up is None:
                self._catch_up = self._new_catch_up()
            self._catch_up.show_offer(view.catch_up, view.day)
        if self._catch_up is not None:
            set_shown(self._catch_up, view.catch_up is not None)

    def _new_catch_up(self) -> CatchUpLine:
        from aws_flash.ui.today.catch_up_line import CatchUpLine

        line = CatchUpLine(self._theme)
        line.ended.connect(self.catch_up_ended)
        self._header.column.addWidget(line)
        self.setTabOrder(self._header.last_stop, line.end)
        return line

    def _show_offers(self, view: TodayView) -> None:
        if view.welcome is not None:
            if self._offers is None:
                self._offers = self._new_offers()
            self._offers.show_welcome(view.welcome, view.day)
            for one, next_one in pairwise([self._header.last_stop, *self._offers.stops]):
                self.setTabOrder(one, next_one)
        if self._offers is not None:
            set_shown(self._offers, view.welcome is not None)

    def _new_offers(self) -> Offers:
        from aws_flash.ui.today.offers import Offers

        offers = Offers(self._theme)
        offers.taken.connect(self.offer_taken)
        offers.declined.connect(self.start_requested)
        self.column.insertWidget(_UNDER_HEADER, offers)
        return offers

    def _show_boxes(self, view: TodayView) -> None:
        boxes = view.boxes
        if view.welcome is not None:  # what is due is a pile now: nobody needs to see it
            boxes = tuple(box._replace(due=0) for box in boxes)
        self._boxes.show_boxes(boxes, view.all_cards - sum(box.cards for box in boxes))
        set_shown(self._boxes, view.all_cards > 0)

    def _take_time(self) -> None:
        self._has_time = True
        self._show_fact_lines()
        self._show_lower()

    def _show_fact_lines(self) -> None:
        """Below what was painted first, so that nothing moves when they come."""
        view = self._view
        wanted = (
            view is not None and view.welcome is None and bool(view.recheck or view.changed_facts)
        )
        if view is not None and wanted:
            if self._fact_lines is None:
                self._fact_lines = self._new_fact_lines()
            self._fact_lines.show_counts(view.changed_facts, view.recheck)
        if self._fact_lines is not None:
            set_shown(self._fact_lines, wanted)

    def _new_fact_lines(self) -> FactLines:
        from aws_flash.ui.today.fact_lines import FactLines

        lines = FactLines(self._theme)
        lines.changes_requested.connect(self.changes_requested)
        lines.recheck_requested.connect(self.recheck_requested)
        self.column.insertWidget(self.column.indexOf(self._boxes) + 1, lines)
        return lines

    def _show_lower(self) -> None:
        view = self._view
        wanted = view is not None and any(any(week) for week in view.heat)
        if view is not None and wanted:
            if self._lower is None:
                self._lower = self._new_lower()
            self._lower.show_view(view)
        if self._lower is not None:
            set_shown(self._lower, wanted)

    def _new_lower(self) -> LowerRow:
        from aws_flash.ui.today.lower_row import LowerRow

        lower = LowerRow(self._theme)
        self.column.insertWidget(self.column.count() - 1, lower)
        return lower
