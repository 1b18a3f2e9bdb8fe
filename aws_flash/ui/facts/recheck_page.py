"""The page to recheck facts: those checked longest ago, and what is to become of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from aws_flash.ui.actions import ACTIONS, key_text
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.facts import words
from aws_flash.ui.facts.fact_row import EDIT, SET_ASIDE, STILL_TRUE, FactRow
from aws_flash.ui.facts.values import AgedFact
from aws_flash.ui.facts.words import tr
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.back_head import BackHead
from aws_flash.ui.widgets.buttons import LinkButton, PlainButton, QuietButton
from aws_flash.ui.widgets.foot_bar import FootBar
from aws_flash.ui.widgets.leavable_page import LeavablePage
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage

PAGE = 20
MOST = 60
"""A longer list would be laid out anew for longer than a frame whenever a row goes."""

_AT_ONCE = 2
_ABOVE_ROWS = 1
_MAIN_STOP = 1


class RecheckPage(LeavablePage):
    """Shows facts and says what the user wants; signals carry ids of notes, in lists.

    Rows are built a few at a time, so that no frame waits for them. `more_wanted` carries how many
    rows are wanted in all; from MOST on the others follow as these are done.
    """

    still_true = Signal(object)
    set_aside = Signal(object)
    edit_wanted = Signal(object)
    more_wanted = Signal(int)
    link_clicked = Signal(str)
    foot_changed = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """Build the page; `show_facts` fills it."""
        super().__init__(parent)
        self.setAccessibleName(tr("Recheck"))
        self._parts = (theme, icons, pictures)
        self._facts: list[AgedFact] = []
        self._total = 0
        self._rows: dict[int, FactRow] = {}
        self._head = BackHead(theme, icons, tr("Today"), ACTIONS["leave"].label)
        self._head.left.connect(self.left)
        self._more = LinkButton(theme, "")
        self._more.clicked.connect(self._ask_for_more)
        self._others = WrappedLabel(
            theme, tr("The others follow as these are done."), FontRole.TEXT, "muted"
        )
        self._done = PlainButton(theme, tr("Back to Today"), key_text("Escape"))
        self._done.clicked.connect(self.left)
        self._chosen = PlainLabel(theme, "", FontRole.TEXT_STRONG)
        self._foot = self._make_foot(theme)
        self._list = ScrollPage()
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_some)
        self._lay_out()

    def show_facts(self, facts: Sequence[AgedFact], total: int) -> None:
        """Show the first of `total` facts; rows that stay keep their place and their focus."""
        focused = self._place_of_focus()
        before = bool(self._rows)
        self._facts, self._total = list(facts), total
        wanted = {fact.note_id for fact in facts}
        for note_id in [key for key in self._rows if key not in wanted]:
            self._drop(note_id)
        self._build_some()
        self._say()
        if focused is not None and focused[0] not in wanted:
            self._focus_near(*focused[1:])
        if before and not facts:
            announce(self, tr("All facts are fresh."))

    @property
    def foot_height(self) -> int:
        """Pixels at the lower edge that toasts should leave free."""
        return self._foot.taken_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A chooses all that is shown."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._choose_all()
        else:
            super().keyPressEvent(event)

    def _build_some(self) -> None:
        """Build a few rows that are still missing, and go on later."""
        missing = [at for at, fact in enumerate(self._facts) if fact.note_id not in self._rows]
        for at in missing[:_AT_ONCE]:
            row = self._rows[self._facts[at].note_id] = self._new_row(self._facts[at].note_id)
            row.show_fact(self._facts[at])
            self._list.column.insertWidget(at + _ABOVE_ROWS, row)
        if len(missing) > _AT_ONCE:
            self._building.start()
        else:
            self._building.stop()
            self._order_tab_stops()

    def _new_row(self, note_id: int) -> FactRow:
        row = FactRow(*self._parts)
        row.wanted.connect(lambda deed: self._do(deed, [note_id]))
        row.chosen.connect(self._show_chosen)
        row.stepped.connect(lambda step: self._step(note_id, step))
        row.link_clicked.connect(self.link_clicked)
        return row

    def _drop(self, note_id: int) -> None:
        row = self._rows.pop(note_id)
        self._list.column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _do(self, deed: str, note_ids: list[int]) -> None:
        signals = {STILL_TRUE: self.still_true, SET_ASIDE: self.set_aside, EDIT: self.edit_wanted}
        signals[deed].emit(note_ids)

    def _do_with_chosen(self, deed: str) -> None:
        self._do(deed, self._chosen_ids())

    def _chosen_ids(self) -> list[int]:
        shown = (fact.note_id for fact in self._facts)
        return [key for key in shown if key in self._rows and self._rows[key].is_chosen]

    def _choose_all(self) -> None:
        for row in self._rows.values():
            row.choose(True)

    def _choose_none(self) -> None:
        for row in self._rows.values():
            row.choose(False)
        self._first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        number = len(self._chosen_ids())
        self._chosen.setText(words.chosen_text(number))
        if self._foot.isHidden() == (number > 0):
            self._foot.setVisible(number > 0)
            self.foot_changed.emit()

    def _ask_for_more(self) -> None:
        self.more_wanted.emit(len(self._facts) + PAGE)

    def _say(self) -> None:
        if self._facts:
            line = tr("Open a source and compare. Is the card still true?")
            self._head.say(words.waiting_text(self._total), line)
        else:
            line = tr("Nothing waits to be checked. Cards come here by themselves as they age.")
            self._head.say(tr("All facts are fresh."), line)
        left = self._total - len(self._facts)
        self._more.setText(words.more_text(min(left, PAGE)))
        self._more.setVisible(left > 0 and len(self._facts) < MOST)
        self._others.setVisible(left > 0 and len(self._facts) >= MOST)
        self._done.setVisible(not self._facts)
        self.setFocusProxy(self._first_stop())
        self._show_chosen()

    def _first_stop(self) -> QWidget:
        """Where the focus belongs: what is most likely wanted of the oldest fact."""
        first = next((self._rows.get(fact.note_id) for fact in self._facts), None)
        return self._done if first is None else first.stops()[_MAIN_STOP]

    def _step(self, note_id: int, step: int) -> None:
        """Focus the same control in the row above or below."""
        shown = [fact.note_id for fact in self._facts if fact.note_id in self._rows]
        at = shown.index(note_id) + step
        focused = QApplication.focusWidget()
        stops = self._rows[note_id].stops()
        stop = stops.index(focused) if focused in stops else _MAIN_STOP
        if 0 <= at < len(shown):
            self._focus(self._rows[shown[at]], stop)

    def _focus(self, row: FactRow, stop: int) -> None:
        row.stops()[stop].setFocus(Qt.FocusReason.TabFocusReason)
        self._list.ensureWidgetVisible(row)

    def _place_of_focus(self) -> tuple[int, int, int] | None:
        """Return the note, the number of its row and of the control that have the focus.

        The bar with what to do with all that is chosen stands for the first of these.
        """
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        for at, fact in enumerate(self._facts):
            row = self._rows.get(fact.note_id)
            if row is not None and row.isAncestorOf(focused):
                stops = row.stops()
                return fact.note_id, at, stops.index(focused) if focused in stops else _MAIN_STOP
        chosen = self._chosen_ids()
        return (chosen[0], 0, _MAIN_STOP) if chosen and self._foot.isAncestorOf(focused) else None

    def _focus_near(self, at: int, stop: int) -> None:
        """The row with the focus has gone: go on with the one that took its place."""
        shown = [fact.note_id for fact in self._facts if fact.note_id in self._rows]
        if shown:
            self._focus(self._rows[shown[min(at, len(shown) - 1)]], stop)
        else:
            self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tab_stops(self) -> None:
        rows = [self._rows[fact.note_id] for fact in self._facts if fact.note_id in self._rows]
        for above, below in pairwise(rows):
            self.setTabOrder(above.stops()[-1], below.stops()[0])

    def _make_foot(self, theme: Theme) -> FootBar:
        still_true = PlainButton(theme, tr("Still true"))
        still_true.clicked.connect(lambda: self._do_with_chosen(STILL_TRUE))
        aside = PlainButton(theme, tr("Set aside"))
        aside.clicked.connect(lambda: self._do_with_chosen(SET_ASIDE))
        none = QuietButton(theme, tr("Choose none"))
        none.clicked.connect(self._choose_none)
        return FootBar(theme, still_true, aside, none, told=self._chosen)

    def _lay_out(self) -> None:
        self._list.column.addWidget(self._head)
        self._list.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.column.addWidget(self._others)
        self._list.column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        column.addWidget(self._foot)
        for part in (self._more, self._others, self._foot):
            part.hide()
