"""Lines of text into rows of cells, as spreadsheets write them; a broken row spoils no other.

A quotation mark that opens a cell must be closed before a delimiter or a line's end. Where it is
followed by something else, it was part of the text. Where it is never closed, the line alone is
faulty and reading goes on with the next: else one slip would swallow the rest of the file.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

MAX_LINE: Final = 4 * 2**20
"""Characters of a line or a cell; a card of that length shows nothing any more."""

NO_DELIMITER: Final = "\0"
"""Stands for none: a text that was decoded has no NUL."""

NEVER_CLOSED: Final = "a quotation mark is opened and never closed"
TOO_LONG: Final = "the line is longer than is sensible"
_LONGEST_FAULTY: Final = 2_000
_ENDS: Final = "\r\n"


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


class RowForm(NamedTuple):
    """What of a dialect tells cells apart; `width` is how many of them a row should have."""

    delimiter: str
    quote: str
    comment: str
    trims: bool
    width: int = 0


def rows(lines: Iterator[str], form: RowForm, first: int = 1) -> Iterator[Row]:
    """Yield all rows of lines that still have their ends; `first` is the number of the first."""
    return _Rows(lines, form, first).run()


class _Unclosed(Exception):  # noqa: N818 - no error of the program
    """The cell that is being read goes on and on."""


class _Rows:
    """One run over the lines, with those that were looked at too early."""

    def __init__(self, lines: Iterator[str], form: RowForm, first: int) -> None:
        self._lines = lines
        self._form = form
        self._number = first - 1
        self._ahead: deque[str] = deque()
        self._feed: list[str] = []
        self._quick = self._quick_reader()

    def run(self) -> Iterator[Row]:
        quote, delimiter, comment = self._form.quote, self._form.delimiter, self._form.comment
        while line := self._next():
            number = self._number
            if quote and quote in line and not (comment and line.startswith(comment)):
                yield self._quoted(line)
            elif len(line) >= MAX_LINE:
                yield self._endless(line)
            elif line.isspace() and delimiter not in line:
                yield Row(number, (), RowKind.BLANK)
            elif comment and line.startswith(comment):
                yield Row(number, (line.rstrip(_ENDS),), RowKind.COMMENT)
            else:
                yield Row(number, tuple(line.rstrip(_ENDS).split(delimiter)))

    def _next(self) -> str:
        """Return the next line, empty at the end."""
        line = self._ahead.popleft() if self._ahead else next(self._lines, "")
        self._number += 1
        return line

    def _put_back(self, lines: list[str]) -> None:
        if not lines:
            return
        self._ahead.extendleft(reversed(lines))
        self._number -= len(lines)

    def _endless(self, line: str) -> Row:
        """Pass over the rest of a line that came in pieces."""
        number, piece = self._number, line
        while piece and not piece.endswith(("\n", "\r")):
            piece = self._next()
            self._number -= 1 if piece else 0
        return Row(number, (line[:_LONGEST_FAULTY],), fault=TOO_LONG)

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
        if len(line) >= MAX_LINE:
            return self._endless(line)
        number = self._number
        cells = self._quickly(line)
        return self._slowly(line) if cells is None else Row(number, tuple(cells))

    def _quickly(self, line: str) -> list[str] | None:
        """Read a row that is written as it should be; None, and no line read, for any other."""
        if self._quick is None:
            return None
        taken = self._up_to_even(line)
        self._feed.extend(reversed((line, *taken)))
        try:
            cells = next(self._quick)
        except (csv.Error, IndexError, StopIteration):
            self._feed.clear()
            self._quick = self._quick_reader()
            self._put_back(taken)
            return None
        left = self._feed[::-1]
        self._feed.clear()
        used = taken[: len(taken) - len(left)]
        self._put_back(left)
        if used and len(cells) < self._form.width:
            self._put_back(used)
            return None
        return cells

    def _up_to_even(self, line: str) -> list[str]:
        """Take the lines up to the one where marks are even: what is open is closed by then."""
        taken: list[str] = []
        quote, size = self._form.quote, 0
        odd = line.count(quote) % 2
        while odd and size < MAX_LINE:
            more = self._next()
            if not more:
                self._number -= 1
                break
            taken.append(more)
            size += len(more)
            odd = (odd + more.count(quote)) % 2
        return taken

    def _slowly(self, line: str) -> Row:
        number = self._number
        taken: list[str] = []
        try:
            cells = self._cells(line, taken)
        except _Unclosed:
            self._put_back(taken)
            return self._never_closed(number, line)
        if taken and len(cells) < self._form.width <= len(self._split(taken[-1])):
            # It was closed by a mark that only looked like the end of this cell.
            self._put_back(taken)
            return self._never_closed(number, line)
        return Row(number, tuple(cells))

    def _never_closed(self, number: int, line: str) -> Row:
        cells = tuple(cell[:_LONGEST_FAULTY] for cell in self._split(line))
        return Row(number, cells, fault=NEVER_CLOSED)

    def _split(self, line: str) -> list[str]:
        return line.rstrip(_ENDS).split(self._form.delimiter)

    def _cells(self, line: str, taken: list[str]) -> list[str]:
        """Read cells one by one; lines that a cell goes on in are noted in `taken`."""
        cells: list[str] = []
        at: int | None = 0
        while at is not None:
            start = self._start(line, at)
            if line.startswith(self._form.quote, start):
                cell, line, at = self._quoted_cell(line, at, start, taken)
            else:
                cell, at = self._plain_cell(line, at)
            cells.append(cell)
        return cells

    def _start(self, line: str, at: int) -> int:
        if self._form.trims and self._form.delimiter != " ":
            while line.startswith(" ", at):
                at += 1
        return at

    def _plain_cell(self, line: str, at: int) -> tuple[str, int | None]:
        end = line.find(self._form.delimiter, at)
        if end < 0:
            return self._unwrapped(line[at:].rstrip(_ENDS)), None
        return self._unwrapped(line[at:end]), end + len(self._form.delimiter)

    def _unwrapped(self, cell: str) -> str:
        """A cell with marks inside that should have been doubled loses those around it."""
        quote, stripped = self._form.quote, cell.strip(" ")
        if len(stripped) > 1 and stripped.startswith(quote) and stripped.endswith(quote):
            return stripped[1:-1].replace(quote * 2, quote)
        return cell

    def _quoted_cell(
        self, line: str, at: int, start: int, taken: list[str]
    ) -> tuple[str, str, int | None]:
        """Return the cell at `at` that a mark opens at `start`, its last line, where it goes on."""
        parts: list[str] = []
        last, begin, first, size = line, start + 1, len(taken), 0
        while (closed := self._closing(last, begin)) < 0:
            parts.append(last[begin:])
            size += len(last)
            last, begin = self._continued(size), 0
            taken.append(last)
        parts.append(last[begin:closed])
        ends, goes_on = self._after(last, closed + 1)
        if ends:
            text = "".join(parts).replace(self._form.quote * 2, self._form.quote)
            return text, last, goes_on
        if len(taken) > first:
            raise _Unclosed
        cell, goes_on = self._plain_cell(line, at)
        return cell, line, goes_on

    def _continued(self, size: int) -> str:
        """Return the next line of a cell that was not closed so far."""
        line = self._next() if size < MAX_LINE else ""
        if not line:
            self._number -= 1 if size < MAX_LINE else 0
            raise _Unclosed
        return line

    def _closing(self, line: str, begin: int) -> int:
        """Return where the cell is closed in this line, or should have been; -1 where it is not.

        Marks around words inside it are part of the text even where they are not doubled. But in
        a line that it goes on in, one that opens a cell says that this one was never closed.
        """
        quote = self._form.quote
        at = line.find(quote, begin)
        while at >= 0:
            if line.startswith(quote, at + 1):
                at = line.find(quote, at + 2)
            elif _is_around_word(line, at):
                at = line.find(quote, line.find(quote, at + 1) + 1)
            elif begin or self._after(line, at + 1)[0] or self._opens(line, at):
                return at
            else:
                at = line.find(quote, at + 1)
        return -1

    def _opens(self, line: str, at: int) -> bool:
        while self._form.trims and line.startswith(" ", at - 1) and at > 0:
            at -= 1
        return at == 0 or line.endswith(self._form.delimiter, 0, at)

    def _after(self, line: str, at: int) -> tuple[bool, int | None]:
        """Tell whether a cell may end here, and where the next one begins."""
        at = self._start(line, at)
        if line.startswith(self._form.delimiter, at):
            return True, at + len(self._form.delimiter)
        return line[at : at + 1] in {"", "\r", "\n"}, None


def _is_around_word(line: str, at: int) -> bool:
    """Tell whether a mark inside a text opens what another one closes: `a "word" more`."""
    return (
        line[at - 1 : at] in {" ", "("}
        and line[at + 1 : at + 2].isalnum()
        and line.find(line[at], at + 1) >= 0
    )
