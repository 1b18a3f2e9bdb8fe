"""Rows read straight from the pages of a SQLite file that SQLite itself cannot read any more.

Follows the file format as documented at sqlite.org/fileformat2.html, for leaf pages of tables and
the overflow pages they name. Pages are taken one by one, so it does not matter what is broken above
them; a row that makes no sense is passed over. Pages that are no longer in use may bring back rows
that were deleted or changed since.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

Value = int | str | bytes | None
Row = tuple[Value, ...]

HEAD = 100
_USUAL_PAGE = 4096
_LEAF_OF_TABLE = 0x0D
_LONGEST_ROW = 64_000_000
_LOG_HEAD = 32
_FRAME_HEAD = 24
_INTEGERS = (0, 1, 2, 3, 4, 6, 8)


def page_size_of(head: bytes) -> int:
    """Return the page size that a file's head names, the usual one where it names none."""
    size = int.from_bytes(head[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else _USUAL_PAGE


def rows_of_file(path: Path) -> Iterator[tuple[int, Row]]:
    """Go through the rows of all tables in a file, each with its row number."""
    content = path.read_bytes()
    size = page_size_of(content[:HEAD])
    for start in range(0, len(content), size):
        yield from rows_of_page(content, start, size)


def rows_of_log(log: Path, size: int) -> Iterator[tuple[int, Row]]:
    """Go through the rows of all tables in a log of page changes, the oldest change first.

    Rows so long that they flow over onto other pages are passed over.
    """
    content = log.read_bytes()
    for start in range(_LOG_HEAD, len(content), size + _FRAME_HEAD):
        page = content[start + _FRAME_HEAD : start + _FRAME_HEAD + size]
        yield from rows_of_page(page, 0, size)


def rows_of_page(content: bytes, start: int, size: int) -> Iterator[tuple[int, Row]]:
    """Go through the rows of the page that begins at `start`, if it is a leaf of a table."""
    page = content[start : start + size]
    if len(page) < size or page[0] != _LEAF_OF_TABLE:
        return
    count = int.from_bytes(page[3:5], "big")
    for place in range(8, min(8 + 2 * count, size - 1), 2):
        cell = int.from_bytes(page[place : place + 2], "big")
        try:
            yield _cell(content, page, cell)
        except (IndexError, ValueError):  # no sense in it: not a row, or not any more
            continue


def _cell(content: bytes, page: bytes, at: int) -> tuple[int, Row]:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    if not 0 < length < _LONGEST_ROW:
        raise ValueError(length)
    local = _local_length(length, len(page))
    record = page[at : at + local]
    if local < length:
        first = int.from_bytes(page[at + local : at + local + 4], "big")
        record += _overflow(content, first, len(page), length - local)
    if len(record) != length:
        raise ValueError(length)
    return _signed(rowid), _record(record)


def _local_length(length: int, usable: int) -> int:
    """Return how much of a row lies on its own page."""
    most = usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (usable - 4)
    return fitting if fitting <= most else least


def _overflow(content: bytes, number: int, size: int, length: int) -> bytes:
    parts: list[bytes] = []
    while length > 0:
        start = (number - 1) * size
        if number < 2 or start + size > len(content):
            raise ValueError(number)
        part = content[start + 4 : start + 4 + min(length, size - 4)]
        number = int.from_bytes(content[start : start + 4], "big")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _record(record: bytes) -> Row:
    head, at = _varint(record, 0)
    types: list[int] = []
    while at < head:
        kind, at = _varint(record, at)
        types.append(kind)
    values: list[Value] = []
    for kind in types:
        value, at = _value(record, at, kind)
        values.append(value)
    if at != len(record):
        raise ValueError(at)
    return tuple(values)


def _value(record: bytes, at: int, kind: int) -> tuple[Value, int]:
    """Return the value of a serial type, and where the next one begins."""
    if kind == 0:
        return None, at
    if kind in {8, 9}:
        return kind - 8, at
    if kind < len(_INTEGERS):
        end = at + _INTEGERS[kind]
        return int.from_bytes(_piece(record, at, end), "big", signed=True), end
    if kind >= 12:
        end = at + (kind - 12) // 2
        piece = _piece(record, at, end)
        return (piece.decode() if kind % 2 else piece), end
    raise ValueError(kind)  # a float, which no table of ours holds, or a type that does not exist


def _piece(record: bytes, at: int, end: int) -> bytes:
    if end > len(record):
        raise IndexError(end)
    return record[at:end]


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = content[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | content[at + 8], at + 9


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
