"""What an import did: what came, what stayed, what was left out and why, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from aws_flash.domain.bundle import Problem
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer import words
from aws_flash.ui.transfer.fault_list import FaultList
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.back_head import BackHead
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton, QuietButton
from aws_flash.ui.widgets.foot_bar import FootBar
from aws_flash.ui.widgets.leavable_page import LeavablePage
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from aws_flash.ui.transfer.values import ImportLine


class ReportPage(LeavablePage):
    """Shows one import; signals carry its id but for `left`, `next_wanted` and `list_wanted`.

    `save_wanted` says that what was left out is wanted as a file.
    """

    taken_back = Signal(object)
    save_wanted = Signal(object)
    tree_wanted = Signal(object)
    list_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Build the page; `show_import` fills it."""
        super().__init__()
        self._line: ImportLine | None = None
        self._head = BackHead(theme, icons, tr("Today"))
        self._head.left.connect(self.left)
        self._panel = Panel(theme)
        self._came = WrappedLabel(theme, "", FontRole.TEXT_STRONG)
        self._stayed = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._back_words = WrappedLabel(theme, tr(_TAKE_BACK), FontRole.TEXT, "muted")
        self._left_out = WrappedLabel(theme, "", FontRole.PANEL_TITLE)
        self._faults = FaultList(theme)
        self._done = ConfirmButton(theme, tr("Done"), "Esc")
        self._next = ConfirmButton(theme, tr("Next file"))
        self._tree = PlainButton(theme, tr("Show in tree"))
        self._list = PlainButton(theme, tr("All imports"))
        self._take_back = QuietButton(theme, tr("Take back"))
        self._scroll = ScrollPage()
        self._lay_out(theme)
        self._connect()

    @property
    def import_id(self) -> int | None:
        """The import that shows."""
        return None if self._line is None else self._line.id

    def show_import(self, line: ImportLine, when: str, waiting: int = 0) -> None:
        """Show an import; `when` is its date in words, `waiting` how many files are to come."""
        self._line = line
        report = line.report
        gone = line.taken_back is not None
        title = tr("“{name}” was taken back") if gone else tr("Imported “{name}”")
        title = title.format(name=line.name)
        self._head.say(title, f"{line.format} · {when}")
        self.setAccessibleName(title)
        self._came.setText(words.report_text(report))
        self._stayed.setText(words.rest_text(report))
        self._stayed.setVisible(bool(self._stayed.text()))
        self._back_words.setVisible(not gone)
        self._show_problems([Problem(*one) for one in report.problems])
        for button in (self._tree, self._take_back):
            button.setVisible(not gone)
        self._next.setVisible(waiting > 0)
        self._done.setVisible(not waiting)
        main = self._next if waiting else self._done
        self.setFocusProxy(main)
        self._scroll.verticalScrollBar().setValue(0)
        announce(self, f"{title}. {self._came.text()}. {self._left_out.text()}")

    @property
    def foot_height(self) -> int:
        """Pixels at the lower edge that toasts should leave free."""
        return self._foot.taken_height()

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self._left_out.setText(words.left_out_text(len(problems)) if problems else "")
        self._left_out.setVisible(bool(problems))
        self._faults.setVisible(bool(problems))
        self._faults.show_problems(problems)

    def _tell(self, signal_name: str) -> None:
        if self._line is not None:
            getattr(self, signal_name).emit(self._line.id)

    def _connect(self) -> None:
        self._done.clicked.connect(self.left)
        self._next.clicked.connect(self.next_wanted)
        self._list.clicked.connect(self.list_wanted)
        self._tree.clicked.connect(lambda: self._tell("tree_wanted"))
        self._take_back.clicked.connect(lambda: self._tell("taken_back"))
        self._faults.save_wanted.connect(lambda: self._tell("save_wanted"))

    def _lay_out(self, theme: Theme) -> None:
        for label in (self._came, self._stayed, self._back_words):
            self._panel.column.addWidget(label)
        for part in (self._head, self._panel, self._left_out, self._faults):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)
        self._foot = FootBar(theme, self._done, self._next, self._tree, self._list, self._take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)


_TAKE_BACK = (
    "You can take this import back at any time, next month too. What you answered since stays in "
    "your history."
)
