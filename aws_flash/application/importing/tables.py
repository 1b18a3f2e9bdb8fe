"""Tables as text: how one is read can be changed, and its faulty rows can be put right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from aws_flash.application.importing.arrival import Arrival
from aws_flash.domain.bundle import Problem
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.delimited.column_names import columns_of_header, plain_columns
from aws_flash.formats.delimited.dialect import Column, Dialect, Role
from aws_flash.formats.delimited.form import READER
from aws_flash.formats.delimited.guessing import BETWEEN, DELIMITERS, guess
from aws_flash.formats.delimited.left_out import named_columns
from aws_flash.formats.delimited.reading import preview_rows, read_with
from aws_flash.formats.encoding import OFFERED

ENCODINGS: Final = tuple(OFFERED)
SEPARATORS: Final = (*DELIMITERS, *BETWEEN)
ROLES: Final = tuple(role.value for role in Role if role is not Role.FORM)

_ROWS_FOR_WIDTH: Final = 50


@dataclass(frozen=True, slots=True)
class TableForm:
    """How a table is read: all that a user may change.

    Of each column the role (one of ROLES) and the name, empty where it has none. `left_out_of` is
    not to be changed: it names the file that these rows were left out of, and saved, before.
    """

    encoding: str
    delimiter: str
    has_header: bool
    is_html: bool
    columns: tuple[tuple[str, str], ...]
    left_out_of: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read, and the rows that were put right, by line."""

    dialect: Dialect
    mended: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def form(self) -> TableForm:
        """How it is read."""
        dialect = self.dialect
        return TableForm(
            encoding=dialect.encoding,
            delimiter=dialect.delimiter,
            has_header=dialect.has_header,
            is_html=dialect.is_html,
            columns=tuple((column.role.value, column.name) for column in dialect.columns),
            left_out_of=dialect.left_out_of,
        )

    def first_rows(self, arrival: Arrival, count: int) -> tuple[tuple[str, ...], ...]:
        """Return the cells of the first rows; raises UserError where it cannot be read so."""
        return tuple(row.cells for row in preview_rows(arrival.source, self.dialect, count))

    def with_form(self, arrival: Arrival, form: TableForm) -> Table:
        """Return the table read in another way; where cells fall otherwise, columns do too.

        Raises:
            UserError: it cannot be read so.
        """
        before = self.form
        falls_otherwise = (form.encoding, form.delimiter, form.has_header) != (
            before.encoding,
            before.delimiter,
            before.has_header,
        )
        dialect = replace(
            self.dialect,
            encoding=form.encoding,
            delimiter=form.delimiter,
            has_header=form.has_header,
            is_html=form.is_html,
            is_own=self.dialect.is_own and form.has_header,
            columns=tuple(Column(Role(role), name) for role, name in form.columns),
        )
        if falls_otherwise:
            dialect = replace(dialect, columns=_columns(arrival, dialect))
        return Table(dialect, {} if falls_otherwise else self.mended)

    def with_row(self, problem: Problem, cells: Sequence[str]) -> Table:
        """Return the table with a faulty row put right; emptied cells at its end are no cells."""
        kept = list(cells)
        while len(kept) > len(self.dialect.columns) and not kept[-1].strip():
            kept.pop()
        return Table(self.dialect, {**self.mended, line_of(problem): tuple(kept)})

    def read(self, arrival: Arrival, monitor: Monitor) -> Arrival:
        """Return the arrival with what the table holds now; raises UserError and Cancelled."""
        return arrival.with_bundle(read_with(arrival.source, self.dialect, monitor, self.mended))


def table_of(arrival: Arrival) -> Table | None:
    """Return how a table was read, None where a file is none; raises UserError."""
    return Table(guess(arrival.source)) if arrival.format == READER.id else None


def line_of(problem: Problem) -> int:
    """Return the line in which a faulty row of a table begins."""
    return int(problem.where.rpartition(" ")[2])


def _columns(arrival: Arrival, dialect: Dialect) -> tuple[Column, ...]:
    """Return what the columns likely are, by their names or their places."""
    bare = replace(dialect, columns=(), has_header=False)
    rows = [row.cells for row in preview_rows(arrival.source, bare, _ROWS_FOR_WIDTH) if row.cells]
    if not rows:
        return dialect.columns
    if dialect.has_header:
        return (named_columns if dialect.left_out_of else columns_of_header)(rows[0])
    width = Counter(map(len, rows)).most_common(1)[0][0]
    return tuple(plain_columns(width))
