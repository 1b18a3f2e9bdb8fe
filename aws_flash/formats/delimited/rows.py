"""Lines of text into rows of cells, as spreadsheets write them; a broken row spoils no other.

A quotation mark that opens a cell must be closed before a delimiter or a line's end. Where it is
followed by something else, it was part of the text. Where it is never closed, the line alone is
faulty and reading goes on with the next: else one slip would swallow the rest of the file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from aws_flash.formats.delimited.lines import Lines
from aws_flash.formats.delimited.quoting import QuotedCells, Unclosed
from aws_flash.formats.delimited.row_form import ENDS, MAX_LINE, RowForm

NEVER_CLOSED: Final = "a quotation mark is opened and never closed"
TOO_LONG: Final = "the line is longer than is sensible"
_LONGEST_FAULTY: Final = 2_000


class RowKind(Enum):
    """What a row is to the reader."""

    CELLS = auto()
    BLANK = auto()
    COMMENT = auto()


class Row(NamedTuple):
    """A row and the line it begins in, from 1; `fault` says why it cannot be used, if so."""

    line: int
    cells: tuple[str, ...]
    kind: RowKind = RowKind.CELLS
    fault: str = ""


def rows(lines: Iterator[str], form: RowForm, first: int = 1) -> Iterator[Row]:
    """Yield all rows of lines that still have their ends; `first` is the number of the first."""
    return _Rows(lines, form, first).run()


class _Rows:
    """One run over the lines of a table."""

    def __init__(self, lines: Iterator[str], form: RowForm, first: int) -> None:
        self._lines = Lines(lines, first)
        self._form = form
        self._feed: list[str] = []
        self._quick = self._quick_reader()

    def run(self) -> Iterator[Row]:
        quote, delimiter, comment = self._form.quote, self._form.delimiter, self._form.comment
        lines = self._lines
        while line := lines.take():
            is_comment = bool(comment) and line.startswith(comment)
            if len(line) >= MAX_LINE:
                yield self._endless(line)
            elif is_comment:
                yield Row(lines.number, (line.rstrip(ENDS),), RowKind.COMMENT)
            elif quote and quote in line:
                yield self._quoted(line)
            elif line.isspace() and delimiter not in line:
                yield Row(lines.number, (), RowKind.BLANK)
            else:
                yield Row(lines.number, tuple(line.rstrip(ENDS).split(delimiter)))

    def _endless(self, line: str) -> Row:
        self._lines.pass_over_pieces(line)
        return Row(self._lines.number, (line[:_LONGEST_FAULTY],), fault=TOO_LONG)

    def _quick_reader(self) -> Iterator[list[str]] | None:
        """What reads well-formed lines at the speed of C, where the form allows it."""
        form = self._form
        if (
            len(form.delimiter) != 1
            or len(form.quote) != 1
            or form.delimiter in f"\r\n \0{form.quote}"
        ):
            return None
        return csv.reader(
            iter(self._feed.pop, None),
            delimiter=form.delimiter,
            quotechar=form.quote,
            skipinitialspace=form.trims,
            strict=True,
        )

    def _quoted(self, line: str) -> Row:
        number = self._lines.number
        cells = self._quickly(line)
        return self._slowly(line) if cells is None else Row(number, tuple(cells))

    def _quickly(self, line: str) -> list[str] | None:
        """Read a row that is written as it should be; None, and no line read, for any other."""
        if self._quick is None:
            return None
        taken = self._lines.take_until_even(line, self._form.quote)
        self._feed.extend(reversed((line, *taken)))
        try:
            cells = next(self._quick)
        except (csv.Error, IndexError, StopIteration):
            self._feed.clear()
            self._quick = self._quick_reader()
            self._lines.put_back(taken)
            return None
        left = self._feed[::-1]
        self._feed.clear()
        used = taken[: len(taken) - len(left)]
        self._lines.put_back(left)
        if used and len(cells) < self._form.width:
            self._lines.put_back(used)
            return None
        return cells

    def _slowly(self, line: str) -> Row:
        number = self._lines.number
        reading = QuotedCells(self._form, self._lines)
        try:
            cells = reading.read(line)
        except Unclosed:
            return self._never_closed(number, line, reading.taken)
        taken = reading.taken
        if taken and len(cells) < self._form.width <= len(self._form.split(taken[-1])):
            # It was closed by a mark that only looked like the end of this cell.
            return self._never_closed(number, line, taken)
        return Row(number, tuple(cells))

    def _never_closed(self, number: int, line: str, taken: list[str]) -> Row:
        self._lines.put_back(taken)
        cells = tuple(cell[:_LONGEST_FAULTY] for cell in self._form.split(line))
        return Row(number, cells, fault=NEVER_CLOSED)
