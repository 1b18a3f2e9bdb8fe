"""All imports, the newest first: each with its report, and a way to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.import_row import ImportRow
from aws_flash.ui.transfer.values import ImportLine
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.back_head import BackHead
from aws_flash.ui.widgets.buttons import LinkButton, PlainButton
from aws_flash.ui.widgets.leavable_page import LeavablePage
from aws_flash.ui.widgets.scroll_page import ScrollPage

PAGE = 25


class ImportsPage(LeavablePage):
    """Rows are built a page at a time; signals carry the id of an import."""

    report_wanted = Signal(object)
    taken_back = Signal(object)
    import_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, say: Callable[[datetime], str]) -> None:
        """Build the page; `say` puts a moment into words."""
        super().__init__()
        self._theme = theme
        self._say = say
        self._lines: Sequence[ImportLine] = ()
        self._wanted = PAGE
        self._rows: list[ImportRow] = []
        self.setAccessibleName(tr("Imports"))
        self._head = BackHead(theme, icons, tr("Today"))
        self._head.left.connect(self.left)
        self._import = PlainButton(theme, tr("Import…"), "Ctrl+I")
        self._import.clicked.connect(self.import_wanted)
        self._more = LinkButton(theme, "")
        self._more.clicked.connect(self._show_more)
        self._scroll = ScrollPage()
        for part in (self._head, self._import, self._more):
            align = Qt.AlignmentFlag(0) if part is self._head else Qt.AlignmentFlag.AlignLeft
            self._scroll.column.addWidget(part, 0, align)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setFocusProxy(self._import)

    def show_imports(self, lines: Sequence[ImportLine]) -> None:
        """Show these, the newest first; rows keep their place and the focus."""
        self._lines = lines
        title = tr("Imports")
        if lines:
            self._head.say(title, tr("Each can be taken back at any time."))
        else:
            self._head.say(title, tr("Nothing was imported yet. Drop a file anywhere to begin."))
        self._show_rows()

    def _show_rows(self) -> None:
        shown = self._lines[: self._wanted]
        while len(self._rows) < len(shown):
            self._add_row()
        for row, line in zip(self._rows, shown, strict=False):
            gone = "" if line.taken_back is None else self._say(line.taken_back)
            row.show_import(line, self._say(line.at), gone)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
        left = len(self._lines) - len(shown)
        self._more.setText(tr("Show {count} more").format(count=f"{min(left, PAGE):,}"))
        self._more.setVisible(left > 0)

    def _add_row(self) -> None:
        place = len(self._rows)
        row = ImportRow(self._theme)
        row.report_wanted.connect(lambda: self.report_wanted.emit(self._lines[place].id))
        row.taken_back.connect(lambda: self.taken_back.emit(self._lines[place].id))
        row.stepped.connect(lambda step: self._step(place, step))
        above = self._rows[-1].stops()[-1] if self._rows else self._import
        self._scroll.column.insertWidget(place + 2, row)
        self._rows.append(row)
        self.setTabOrder(above, row.stops()[0])
        self.setTabOrder(row.stops()[-1], self._more)

    def _show_more(self) -> None:
        self._wanted += PAGE
        self._show_rows()

    def _step(self, place: int, step: int) -> None:
        focused = QApplication.focusWidget()
        wanted = place + step
        if not 0 <= wanted < min(len(self._rows), len(self._lines)):
            return
        stops = [one for one in self._rows[wanted].stops() if not one.isHidden()]
        names = [one for one in self._rows[place].stops() if not one.isHidden()]
        at = next((at for at, one in enumerate(names) if one is focused), 0)
        stop = stops[min(at, len(stops) - 1)]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(self._rows[wanted])
