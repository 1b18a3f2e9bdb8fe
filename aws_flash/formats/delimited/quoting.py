"""Cells of a line that is not quoted as it should be, read as they were likely meant."""

from __future__ import annotations

from aws_flash.formats.delimited.lines import Lines
from aws_flash.formats.delimited.row_form import ENDS, MAX_LINE, RowForm


class Unclosed(Exception):  # noqa: N818 - no error of the program
    """The cell that is being read goes on and on."""


class QuotedCells:
    """The cells of one row; `taken` are the lines after its first that it goes on in."""

    def __init__(self, form: RowForm, lines: Lines) -> None:
        """Prepare to read a row whose first line was taken from `lines`."""
        self._form = form
        self._lines = lines
        self.taken: list[str] = []

    def read(self, line: str) -> list[str]:
        """Return the cells of the row that begins in a line.

        Raises:
            Unclosed: a mark opens a cell and nothing closes it.
        """
        cells: list[str] = []
        at: int | None = 0
        while at is not None:
            start = self._start(line, at)
            if line.startswith(self._form.quote, start):
                cell, line, at = self._quoted_cell(line, at, start)
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
            return self._unwrapped(line[at:].rstrip(ENDS)), None
        return self._unwrapped(line[at:end]), end + len(self._form.delimiter)

    def _unwrapped(self, cell: str) -> str:
        """A cell with marks inside that should have been doubled loses those around it."""
        quote, stripped = self._form.quote, cell.strip(" ")
        if len(stripped) > 1 and stripped.startswith(quote) and stripped.endswith(quote):
            return stripped[1:-1].replace(quote * 2, quote)
        return cell

    def _quoted_cell(self, line: str, at: int, start: int) -> tuple[str, str, int | None]:
        """Return the cell at `at` that a mark opens at `start`, its last line, where it goes on."""
        parts: list[str] = []
        last, begin, first, size = line, start + 1, len(self.taken), 0
        while (closed := self._closing(last, begin)) < 0:
            parts.append(last[begin:])
            size += len(last)
            last, begin = self._continued(size), 0
            self.taken.append(last)
        parts.append(last[begin:closed])
        ends, goes_on = self._after(last, closed + 1)
        if ends:
            text = "".join(parts).replace(self._form.quote * 2, self._form.quote)
            return text, last, goes_on
        if len(self.taken) > first:
            raise Unclosed
        cell, goes_on = self._plain_cell(line, at)
        return cell, line, goes_on

    def _continued(self, size: int) -> str:
        """Return the next line of a cell that was not closed so far."""
        line = self._lines.take() if size < MAX_LINE else ""
        if not line:
            raise Unclosed
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
