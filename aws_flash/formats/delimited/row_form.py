"""What of a dialect tells cells apart."""

from __future__ import annotations

from typing import Final, NamedTuple

MAX_LINE: Final = 4 * 2**20
"""Characters of a line or a cell; a card of that length shows nothing any more."""

NO_DELIMITER: Final = "\0"
"""Stands for none: a text that was decoded has no NUL."""

ENDS: Final = "\r\n"
"""What a line may end with."""


class RowForm(NamedTuple):
    """How rows are taken apart: `quote` is one sign or none, `width` how many cells are usual."""

    delimiter: str
    quote: str
    comment: str
    trims: bool
    width: int = 0

    def split(self, line: str) -> list[str]:
        """Return the cells of a line without a quotation mark."""
        return line.rstrip(ENDS).split(self.delimiter)
