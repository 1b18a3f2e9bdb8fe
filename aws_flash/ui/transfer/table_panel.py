"""How a table as text is read, with its first rows: what is changed is seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from aws_flash.ui.editor.labelled import labelled
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.switch import Switch
from aws_flash.ui.widgets.text_size import line_height

if TYPE_CHECKING:
    from aws_flash.application.importing.tables import TableForm

ROWS = 8
_COLUMN = 170
_LONGEST = 200
_SEPARATORS = {"\t": "Tab", ",": "Comma", ";": "Semicolon", "|": "Bar", ":": "Colon"}
_ROLES = {
    "question": "Question",
    "answer": "Answer",
    "explanation": "Explanation",
    "field": "A field of its own",
    "tags": "Tags",
    "topic": "Topic",
    "kind": "Kind of card",
    "guid": "Identity",
    "form": "How it is written",
    "ignored": "Leave out",
}

_BEFORE = "These rows were left out of “{name}” before. Where and why is passed over."


class TablePanel(Panel):
    """`changed` carries a TableForm: how the user wants the table to be read."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Build the panel; `show_table` fills it."""
        super().__init__(theme)
        self._form: TableForm | None = None
        self._encoding = _box(tr("Letters are written in"))
        self._separator = _box(tr("Between cells"))
        self._header = Switch(theme, tr("The first row names the columns"))
        self._html = Switch(theme, tr("Cells are HTML"))
        self._problem = WrappedLabel(theme, "", FontRole.TEXT, "missed")
        self._before = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._table = self._make_table()
        self._roles: list[QComboBox] = []
        choices = Columns()
        choices.add(labelled(theme, self._encoding))
        choices.add(labelled(theme, self._separator))
        parts = (self._before, choices, self._header, self._html, self._problem, self._table)
        for part in parts:
            self.column.addWidget(part)
        self._problem.hide()
        self._connect()
        theme.changed.connect(self._dress)

    def offer(self, encodings: Sequence[str], separators: Sequence[str]) -> None:
        """Offer these encodings and signs between cells."""
        for box, names in ((self._encoding, encodings), (self._separator, separators)):
            box.blockSignals(True)
            for name in names:
                box.addItem(tr(_SEPARATORS.get(name, name)), name)
            box.blockSignals(False)

    def show_table(
        self, form: TableForm, rows: Sequence[Sequence[str]], roles: Sequence[str]
    ) -> None:
        """Show how the table is read and what that makes of its first rows."""
        self._form = form
        self._problem.hide()
        self._before.setText(tr(_BEFORE).format(name=form.left_out_of))
        self._before.setVisible(bool(form.left_out_of))
        self._set(self._encoding, form.encoding)
        self._set(self._separator, form.delimiter)
        for switch, on in ((self._header, form.has_header), (self._html, form.is_html)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        self._fill(form, rows, roles)
        self._dress()

    def show_problem(self, words: str) -> None:
        """Say that the table cannot be read in the way asked for; what shows is still true."""
        form = self._form
        if form is not None:
            self._set(self._encoding, form.encoding)
            self._set(self._separator, form.delimiter)
        self._problem.setText(words)
        self._problem.show()

    def _fill(self, form: TableForm, rows: Sequence[Sequence[str]], roles: Sequence[str]) -> None:
        table = self._table
        table.clear()
        self._roles = []
        table.setColumnCount(len(form.columns))
        table.setRowCount(1 + len(rows))
        names = [
            name or tr("Column {number}").format(number=number)
            for number, (_, name) in enumerate(form.columns, start=1)
        ]
        table.setHorizontalHeaderLabels(names)
        for place, (role, _) in enumerate(form.columns):
            box = _box(tr("{column} holds").format(column=names[place]))
            for one in dict.fromkeys((*roles, role)):
                box.addItem(tr(_ROLES.get(one, one)), one)
            self._set(box, role)
            box.currentIndexChanged.connect(self._tell)
            table.setCellWidget(0, place, box)
            self._roles.append(box)
        for number, cells in enumerate(rows, start=1):
            for place, cell in enumerate(cells[: len(form.columns)]):
                table.setItem(number, place, QTableWidgetItem(" ".join(cell[:_LONGEST].split())))

    def _tell(self) -> None:
        form = self._form
        if form is None:
            return
        columns = tuple(
            (str(box.currentData()), name)
            for box, (_, name) in zip(self._roles, form.columns, strict=True)
        )
        wanted = replace(
            form,
            encoding=str(self._encoding.currentData()),
            delimiter=str(self._separator.currentData()),
            has_header=self._header.isChecked(),
            is_html=self._html.isChecked(),
            columns=columns,
        )
        if wanted != form:
            self.changed.emit(wanted)

    def _connect(self) -> None:
        for box in (self._encoding, self._separator):
            box.currentIndexChanged.connect(self._tell)
        for switch in (self._header, self._html):
            switch.toggled.connect(self._tell)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget()
        table.setAccessibleName(tr("The first rows"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        return table

    def _dress(self) -> None:
        """Rows as high as their text, and room for all of them."""
        table, theme = self._table, self._theme
        table.setFont(theme.font(FontRole.SMALL))
        high = line_height(theme.font(FontRole.TEXT)) + theme.px(18)
        low = line_height(theme.font(FontRole.SMALL)) + theme.px(10)
        for row in range(table.rowCount()):
            table.setRowHeight(row, low if row else high)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(theme.px(_COLUMN))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = max(table.rowCount() - 1, 0)
        bar = table.horizontalScrollBar().sizeHint().height()
        head = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(head + high + rows * low + bar + 6)

    def _set(self, box: QComboBox, value: str) -> None:
        """Choose a value without a signal; one that was not offered is added."""
        box.blockSignals(True)
        if box.findData(value) < 0:
            box.addItem(value, value)
        box.setCurrentIndex(box.findData(value))
        box.blockSignals(False)


def column_names(form: TableForm) -> tuple[str, ...]:
    """Return what each column is called, by its role where it has no name."""
    return tuple(name or tr(_ROLES.get(role, role)) for role, name in form.columns)


def _box(name: str) -> QComboBox:
    box = _CalmBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box


class _CalmBox(QComboBox):
    """The wheel scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
