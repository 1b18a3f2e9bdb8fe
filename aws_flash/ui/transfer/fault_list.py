"""What of a file could not be read: where, why, and its cells to put right where it has some."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.words import tr, where_text, why_text
from aws_flash.ui.widgets.buttons import LinkButton, PlainButton
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.plain_tip import plain_tip
from aws_flash.ui.widgets.wrapping import let_wrap

if TYPE_CHECKING:
    from aws_flash.domain.bundle import Problem

PAGE = 20
_MOST_CELLS = 12
_CELL = 180


class FaultList(QWidget):
    """`mended` carries the problem and the cells as the user has put them right.

    `save_wanted` says that all of it is wanted as a file.
    """

    mended = Signal(object, object)
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the list, empty."""
        super().__init__()
        let_wrap(self)
        self._theme = theme
        self._problems: Sequence[Problem] = ()
        self._columns: tuple[str, ...] = ()
        self._rows: list[_FaultRow] = []
        self._save = PlainButton(theme, tr("Save what was left out…"))
        self._save.setToolTip(plain_tip(tr(_SAVED)))
        self._save.setAccessibleDescription(tr(_SAVED))
        self._save.clicked.connect(self.save_wanted)
        self._more = LinkButton(theme, "")
        self._more.clicked.connect(self._show_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_problems(self, problems: Sequence[Problem], columns: Sequence[str] = ()) -> None:
        """Show what was left out; `columns` names the cells of a row that can be put right.

        Without any nothing can: the format would not know what to do then.
        """
        if (problems, tuple(columns)) == (self._problems, self._columns):
            return
        self._problems, self._columns = problems, tuple(columns)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self._show_more()

    def _show_more(self) -> None:
        for problem in self._problems[len(self._rows) : len(self._rows) + PAGE]:
            row = _FaultRow(self._theme, problem, self._columns)
            row.mended.connect(self.mended)
            self._column.insertWidget(self._column.count() - 1, row)
            self._rows.append(row)
        left = len(self._problems) - len(self._rows)
        self._more.setText(tr("Show {count} more").format(count=f"{min(left, PAGE):,}"))
        self._more.setVisible(left > 0)


class _FaultRow(Panel):
    """One faulty part."""

    mended = Signal(object, object)

    def __init__(self, theme: Theme, problem: Problem, columns: Sequence[str]) -> None:
        super().__init__(theme)
        self._problem = problem
        self.column.setContentsMargins(14, 10, 14, 12)
        self.column.setSpacing(6)
        self.column.addWidget(WrappedLabel(theme, where_text(problem.where), FontRole.TEXT_STRONG))
        self.column.addWidget(WrappedLabel(theme, why_text(problem.why), FontRole.TEXT, "muted"))
        self._cells: list[QLineEdit] = []
        if columns and problem.cells:
            named = zip_longest(problem.cells, columns, fillvalue="")
            self._cells = [
                self._field(at, *cell)
                for at, cell in enumerate(islice(named, _MOST_CELLS), start=1)
            ]
            self._add_cells(theme)
        elif problem.cells:
            said = " | ".join(problem.cells)
            self.column.addWidget(WrappedLabel(theme, said, FontRole.SMALL))

    def _field(self, number: int, text: str, name: str) -> QLineEdit:
        field = QLineEdit(text, self)
        name = name or tr("Cell {number}").format(number=number)
        field.setPlaceholderText(name)
        field.setAccessibleName(f"{self._problem.where}, {name}")
        field.setMinimumWidth(self._theme.px(_CELL))
        field.setCursorPosition(0)
        field.returnPressed.connect(self._mend)
        field.hide()
        return field

    def _add_cells(self, theme: Theme) -> None:
        cells = Columns(gap=8, row_gap=8)
        for field in self._cells:
            cells.add(field)
            field.show()
        mend = PlainButton(theme, tr("Use this row"))
        mend.setAccessibleDescription(self._problem.where)
        mend.clicked.connect(self._mend)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(cells, 1)
        row.addWidget(mend, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _mend(self) -> None:
        rest = self._problem.cells[_MOST_CELLS:]
        self.mended.emit(self._problem, (*(field.text() for field in self._cells), *rest))


_SAVED = "As a table that you can mend in a spreadsheet and import again."
