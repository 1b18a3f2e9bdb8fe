"""Lines that can be looked at ahead and put back, and their numbers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from aws_flash.formats.delimited.row_form import MAX_LINE


class Lines:
    """Lines one by one; `number` is that of the line that was taken last."""

    def __init__(self, lines: Iterator[str], first: int) -> None:
        """Begin before a line whose number is `first`."""
        self._lines = lines
        self._ahead: deque[str] = deque()
        self.number = first - 1

    def take(self) -> str:
        """Take the next line with its end, empty where there are no more."""
        line = self._ahead.popleft() if self._ahead else next(self._lines, "")
        if line:
            self.number += 1
        return line

    def put_back(self, lines: Sequence[str]) -> None:
        """Put back the lines that were taken last."""
        self._ahead.extendleft(reversed(lines))
        self.number -= len(lines)

    def take_until_even(self, line: str, quote: str) -> list[str]:
        """Take the lines up to the one where marks are even: what is open is closed by then."""
        taken: list[str] = []
        odd, size = line.count(quote) % 2, 0
        while odd and size < MAX_LINE and (more := self.take()):
            taken.append(more)
            size += len(more)
            odd = (odd + more.count(quote)) % 2
        return taken

    def pass_over_pieces(self, piece: str) -> None:
        """Take the rest of a line that comes in pieces, as one line."""
        number = self.number
        while piece and not piece.endswith(("\n", "\r")):
            piece = self.take()
        self.number = number
