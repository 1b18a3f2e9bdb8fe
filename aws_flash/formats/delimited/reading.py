"""A table into a bundle, by a dialect that was guessed or chosen; no row is lost without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from sys import getsizeof
from types import MappingProxyType
from typing import Final

from aws_flash.domain.bundle import Bundle, Problem
from aws_flash.domain.errors import FileEmpty, FileUnreadable, FileUnsafe
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.delimited.dialect import Dialect
from aws_flash.formats.delimited.fault import Faulty
from aws_flash.formats.delimited.guessing import MAX_CONTENT
from aws_flash.formats.delimited.head import Head, read_head
from aws_flash.formats.delimited.left_out import COLUMNS
from aws_flash.formats.delimited.notes import Notes
from aws_flash.formats.delimited.own import unguarded
from aws_flash.formats.delimited.row_form import MAX_LINE, NO_DELIMITER, RowForm
from aws_flash.formats.delimited.rows import Row, RowKind, rows
from aws_flash.formats.encoding import check_encoding, text_lines
from aws_flash.formats.source import Source, storable

MAX_ROWS: Final = 1_000_000
"""Lines of any sort; beyond that nobody made them for learning."""

MAX_WEIGHT: Final = 420 * 2**20
"""Bytes of memory that all notes may take, so that a hostile file takes less than 512 MB."""

_WEIGHT_OF_NOTE: Final = 450

TALLIED: Final = ("rows", "notes", "faulty", "header", "directives", "comments", "blank")
"""What a bundle's tally counts: the first is the sum of the others."""

_STEP: Final = 1_000
_NOTHING_MENDED: Final[Mapping[int, tuple[str, ...]]] = MappingProxyType({})


def read_with(
    source: Source,
    dialect: Dialect,
    monitor: Monitor,
    mended: Mapping[int, tuple[str, ...]] = _NOTHING_MENDED,
) -> Bundle:
    """Read a table. `mended` has the cells of rows that the user put right, by line.

    The bundle's `tally` says what became of all rows; see TALLIED.

    Raises:
        FileUnreadable: it cannot be read, or the dialect's encoding is none.
        FileUnsafe: it is too large.
        FileEmpty: there are no rows in it but a header.
    """
    monitor.phase("Reading")
    with _opened(source, dialect) as (head, found):
        reading = _Reading(source.path, dialect, head)
        reading.read(found, monitor, mended)
    return reading.bundle()


def preview_rows(source: Source, dialect: Dialect, count: int) -> tuple[Row, ...]:
    """Return the first rows after the head and the header, as a dialect takes them apart.

    Rows with a `fault` are among them, blank lines and comments are not. Raises as `read_with`.
    """
    with _opened(source, dialect) as (_, found):
        table = (row for row in found if row.kind is RowKind.CELLS)
        return tuple(islice(table, 1 if dialect.has_header else 0, count + dialect.has_header))


@contextmanager
def _opened(source: Source, dialect: Dialect) -> Iterator[tuple[Head, Iterator[Row]]]:
    """Open a table: what its head says, and its rows, read from the file as they are wanted."""
    path = str(source.path)
    check_encoding(dialect.encoding, path)
    if source.size > MAX_CONTENT:
        raise FileUnsafe(path, f"is larger than {MAX_CONTENT // 2**20} MB")
    form = RowForm(
        delimiter=dialect.delimiter or NO_DELIMITER,
        quote=dialect.quote,
        comment=dialect.comment,
        trims=dialect.trims,
        width=len(dialect.columns) + (COLUMNS if dialect.left_out_of else 0),
    )
    try:
        with source.path.open("rb") as file:
            lines = text_lines(file, dialect.encoding, MAX_LINE)
            head = read_head(list(islice(lines, dialect.head)))
            found = rows(lines, form, dialect.head + 1)
            yield head, _as_received(found) if dialect.left_out_of else found
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error


def _as_received(found: Iterator[Row]) -> Iterator[Row]:
    """Yield rows that were left out before as their file had them."""
    for row in found:
        cells = tuple(map(unguarded, row.cells[COLUMNS:]))
        is_blank = row.kind is RowKind.CELLS and not any(cells)
        yield row._replace(cells=cells, kind=RowKind.BLANK if is_blank else row.kind)


class _Reading:
    """One run over a table, with what it has counted so far."""

    def __init__(self, path: Path, dialect: Dialect, head: Head) -> None:
        self._path = path
        self._dialect = dialect
        self._name = storable(Path(dialect.left_out_of or path.name).stem)
        self._notes = Notes(dialect, self._name)
        self._problems = list(head.problems)
        self._weight = 0
        self._empty: list[Problem] = []
        self._counts: Counter[str] = Counter(
            rows=head.count, blank=head.blank, comments=head.comments, directives=head.directives
        )

    def bundle(self) -> Bundle:
        # Rows of nothing but delimiters end many tables of spreadsheets.
        self._counts["blank"] += len(self._empty)
        made = self._notes.finished()
        if not made.notes and not self._problems:
            raise FileEmpty(str(self._path))
        return Bundle(
            guid="",
            name=self._name,
            edition="",
            description="",
            topics=made.topics,
            notes=made.notes,
            kinds=made.kinds,
            problems=tuple(self._problems),
            tally=self._tally(len(made.notes)),
        )

    def read(
        self, found: Iterator[Row], monitor: Monitor, mended: Mapping[int, tuple[str, ...]]
    ) -> None:
        is_header = self._dialect.has_header
        for count, row in enumerate(found, start=1):
            self._counts["rows"] += 1
            if count % _STEP == 0:
                monitor.step(_STEP)
            if count > MAX_ROWS:
                raise FileUnsafe(str(self._path), f"has more than {MAX_ROWS} rows")
            if row.kind is not RowKind.CELLS:
                self._counts["blank" if row.kind is RowKind.BLANK else "comments"] += 1
            elif is_header:
                is_header = False
                self._counts["header"] += 1
            else:
                cells = mended.get(row.line)
                self._take(row if cells is None else Row(row.line, cells))

    def _take(self, row: Row) -> None:
        self._weight += _WEIGHT_OF_NOTE + sum(map(getsizeof, row.cells))
        if self._weight > MAX_WEIGHT:
            raise FileUnsafe(str(self._path), "holds more cards than fit into memory")
        fault = row.fault
        if not fault:
            try:
                self._notes.add(row.cells, row.line)
            except Faulty as faulty:
                fault = str(faulty)
        if fault:
            self._report(row, fault)
        elif self._empty:
            self._flush()

    def _report(self, row: Row, fault: str) -> None:
        problem = Problem(f"line {row.line}", fault, row.cells)
        if not any(row.cells):
            self._empty.append(problem)
            return
        self._flush()
        self._problems.append(problem)

    def _flush(self) -> None:
        self._problems.extend(self._empty)
        self._empty.clear()

    def _tally(self, notes: int) -> tuple[tuple[str, int], ...]:
        counts = {**self._counts, "notes": notes, "faulty": len(self._problems)}
        return tuple((name, counts.get(name, 0)) for name in TALLIED)
