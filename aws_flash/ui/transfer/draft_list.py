"""The drafts of a file: some rows at a time, so that no frame waits for a long list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.draft_row import DraftRow
from aws_flash.ui.transfer.values import Draft
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.buttons import LinkButton, QuietButton
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.spread_row import SpreadRow
from aws_flash.ui.widgets.wrapping import let_wrap

PAGE = 15


class DraftList(QWidget):
    """`ticked` carries guids and whether they come, `edit_wanted` one guid.

    `more_wanted` carries how many rows are wanted in all; `all_ticked` whether all that are listed,
    shown or not, come.
    """

    ticked = Signal(object, bool)
    all_ticked = Signal(bool)
    edit_wanted = Signal(str)
    more_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Build the list, empty."""
        super().__init__()
        let_wrap(self)
        self._theme = theme
        self._drafts: Sequence[Draft] = ()
        self._rows: list[DraftRow] = []
        self._head = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        every = QuietButton(theme, tr("Tick all"))
        every.clicked.connect(lambda: self.all_ticked.emit(True))
        none = QuietButton(theme, tr("Tick none"))
        none.clicked.connect(lambda: self.all_ticked.emit(False))
        self._more = LinkButton(theme, "")
        self._more.clicked.connect(self._ask_for_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        ticks = QWidget()
        let_wrap(ticks)
        row = FlowLayout(ticks, 4)
        row.addWidget(every)
        row.addWidget(none)
        self._column.addWidget(SpreadRow(self._head, ticks))
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_drafts(self, drafts: Sequence[Draft], total: int, head: str) -> None:
        """Show the first of `total` drafts; rows are used again."""
        self._drafts = drafts
        while len(self._rows) < len(drafts):
            self._add_row()
        for row, draft in zip(self._rows, drafts, strict=False):
            row.show_draft(draft)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(drafts))
        left = total - len(drafts)
        self._head.setText(head)
        self._more.setText(tr("Show {count} more").format(count=f"{min(left, PAGE):,}"))
        self._more.setVisible(left > 0)

    def _add_row(self) -> None:
        place = len(self._rows)
        row = DraftRow(self._theme)
        row.ticked.connect(lambda ticked: self.ticked.emit([self._drafts[place].guid], ticked))
        row.edit_wanted.connect(lambda: self.edit_wanted.emit(self._drafts[place].guid))
        row.stepped.connect(lambda step: self._step(place, step))
        self._column.insertWidget(self._column.count() - 1, row)
        if self._rows:
            self.setTabOrder(self._rows[-1].stops()[-1], row.stops()[0])
        self._rows.append(row)
        self.setTabOrder(row.stops()[-1], self._more)

    def _step(self, place: int, step: int) -> None:
        """Focus the same control in the row above or below."""
        focused = QApplication.focusWidget()
        stops = self._rows[place].stops()
        stop = next((at for at, one in enumerate(stops) if one is focused), 0)
        wanted = place + step
        if 0 <= wanted < len(self._drafts):
            self._rows[wanted].stops()[stop].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_for_more(self) -> None:
        self.more_wanted.emit(len(self._drafts) + PAGE)
