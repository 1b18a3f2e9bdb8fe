"""A table in its preview: read in another way, and its rows put right, as the user asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.watched_work import WatchedWork
from aws_flash.ui.transfer.choosing import Choosing
from aws_flash.ui.transfer.offer import Offer, offer_of
from aws_flash.ui.transfer.preview_parts import PreviewParts
from aws_flash.ui.transfer.table_panel import ROWS
from aws_flash.ui.transfer.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from aws_flash.application.importing.arrival import Arrival
    from aws_flash.application.importing.tables import Table, TableForm
    from aws_flash.application.meter import Meter
    from aws_flash.domain.bundle import Problem

    Rows = tuple[tuple[str, ...], ...]
    Read = tuple[Table, Rows, Arrival, Offer]


class TableFlow(QObject):
    """`read` carries the Arrival as it is read now, and its Offer."""

    read = Signal(object, object)

    def __init__(
        self, desk: Desk, frame: Frame, parts: PreviewParts, choosing: Choosing, arrival: Arrival
    ) -> None:
        """Listen to the parts of a preview that are about a table."""
        super().__init__(parts)
        self._desk = desk
        self._parts = parts
        self._choosing = choosing
        self._arrival = arrival
        self._table: Table | None = None
        self._work = WatchedWork(desk, frame)
        parts.mended.connect(self._mend)
        parts.table.changed.connect(self._read_as)

    @property
    def is_busy(self) -> bool:
        """Whether the table is being read in another way."""
        return self._work.is_busy

    @property
    def table(self) -> Table | None:
        """How the table is read, None until that is known."""
        return self._table

    def look(self) -> None:
        """Find out how the table was read, and show it."""
        from aws_flash.application.importing import tables

        arrival = self._arrival

        def work() -> tuple[Table | None, Rows]:
            table = tables.table_of(arrival)
            return table, () if table is None else table.first_rows(arrival, ROWS)

        def arrived(found: tuple[Table | None, Rows]) -> None:
            table, rows = found
            if isValid(self) and table is not None:
                self._table = table
                self._parts.table.offer(tables.ENCODINGS, tables.SEPARATORS)
                self._parts.show_table(table.form, rows, tables.ROLES)

        self._desk.tasks.run(work, arrived)

    def _read_as(self, form: TableForm) -> None:
        """Read the table in another way."""
        arrival, table = self._arrival, self._table
        if table is not None:
            self._read_again(lambda: table.with_form(arrival, form))

    def _mend(self, problem: Problem, cells: tuple[str, ...]) -> None:
        """Take a row as the user has put it right."""
        table = self._table
        if table is not None:
            self._read_again(lambda: table.with_row(problem, cells))

    def _read_again(self, changed: Callable[[], Table]) -> None:
        if self._work.is_busy:
            return
        arrival, wishes, services = self._arrival, self._choosing.all_wishes, self._desk.services

        def work(meter: Meter) -> Read:
            table = changed()
            read = table.read(arrival, meter)
            rows = table.first_rows(read, ROWS)
            preview = services().importing.preview(read, wishes)
            return table, rows, read, offer_of(read.bundle, preview)

        title = tr("Reading {name}").format(name=arrival.path.name)
        self._work.run(title, work, self._show, self._refused)

    def _show(self, found: Read) -> None:
        from aws_flash.application.importing import tables

        if isValid(self):
            self._table, rows, self._arrival, offer = found
            self.read.emit(self._arrival, offer)
            self._parts.show_table(self._table.form, rows, tables.ROLES)

    def _refused(self, error: Exception) -> None:
        from aws_flash.domain.errors import UserError
        from aws_flash.domain.monitor import Cancelled
        from aws_flash.ui.text import error_text

        if isinstance(error, UserError):
            if isValid(self):
                self._parts.table.show_problem(error_text(error))
        elif not isinstance(error, Cancelled):
            self._desk.tasks.failed.emit(error)
