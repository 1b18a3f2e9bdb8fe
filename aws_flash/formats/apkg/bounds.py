"""How much a file of Anki may hold for its size: what is read is held in memory.

Packed, an honest note or answer takes ten bytes and more, since each has something of its own. A
file that holds millions in a few kilobytes was made to fill the memory.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from aws_flash.domain.errors import FileUnsafe
from aws_flash.formats.sqlite_file.database import SqliteFile


class Bound(NamedTuple):
    """So many rows in any file, one more for each so many bytes of it, and never more than most."""

    always: int
    bytes_for_one: int
    most: int

    def of(self, size: int) -> int:
        """Return how many there may be in a file of so many bytes."""
        return min(self.always + size // self.bytes_for_one, self.most)


# Ten times what anybody is known to have; a row takes up to 600 bytes of memory.
ROWS: Final = {
    "notes": Bound(200_000, 4, 2_000_000),
    "cards": Bound(200_000, 2, 4_000_000),
    "revlog": Bound(300_000, 2, 8_000_000),
}
PIECES: Final = Bound(3_000_000, 1, 20_000_000)
"""Fields and tags of all notes together; each takes 64 bytes of memory and more."""


def rows_within(file: SqliteFile, size: int) -> int:
    """Return how many notes, cards and answers there are; raises FileUnsafe if too many."""
    counts = {table: file.count(table) for table in ROWS}
    if any(count > ROWS[table].of(size) for table, count in counts.items()):
        raise FileUnsafe(file.path, "has very many more notes or answers than fit into its size")
    return sum(counts.values())


def most_pieces(size: int) -> int:
    """Return how many fields and tags the notes of a file may have."""
    return PIECES.of(size)
