"""Salvage: whatever can still be read of a damaged collection, row by row, into a new file.

Each table is read through SQLite from its first row on, and from its last row back, up to the
broken pages; what lies between is read straight from the pages. So a row counts as lost only when
its own page is. Rows whose columns do not hold what the schema says are left behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from aws_flash.storage.database import writer_engine
from aws_flash.storage.files import LOG_SUFFIX, beside, explained
from aws_flash.storage.migrations import migrate
from aws_flash.storage.pages import HEAD, Row, page_size_of, rows_of_file, rows_of_log
from aws_flash.storage.row_shape import RowShape, shape_of
from aws_flash.storage.schema import VERSION, metadata

_DERIVED = {"day_sums"}
_PAGES_OF_TREES = {0x05, 0x0D}


class _ThroughSqlite:
    """Goes through the fitting rows of a table, up to the first that SQLite cannot read.

    Afterwards `broken` tells whether there was one, `unfit` how many were passed over.
    """

    def __init__(self, source: sqlite3.Connection, shape: RowShape, order: str) -> None:
        self._query = f"SELECT * FROM {shape.table} ORDER BY rowid {order}"  # noqa: S608  # names of ours
        self._source = source
        self._shape = shape
        self.broken = False
        self.unfit = 0

    def __iter__(self) -> Iterator[Row]:
        try:
            for row in self._source.execute(self._query):
                if self._shape.fits(row):
                    yield row
                else:
                    self.unfit += 1
        except sqlite3.Error:
            self.broken = True


def salvage_rows(damaged: Path, fresh: Path) -> tuple[str, ...]:
    """Fill a new file with the rows of a damaged one; return the tables that have losses.

    The new file gets the schema of the damaged one and its rows as they are: it has yet to be
    migrated, and its links, sums and search index to be mended. The damaged file is worked on and
    may be changed: give a copy.

    Raises:
        UserError: no room for the new file.
    """
    _make(fresh, _version_of(damaged))
    with explained(damaged):
        _mend_head(damaged, fresh)
    with explained(fresh), closing(sqlite3.connect(damaged, isolation_level=None)) as source:
        source.text_factory = _text
        with closing(sqlite3.connect(fresh, isolation_level=None)) as target:
            target.execute("PRAGMA foreign_keys = OFF")
            target.execute("BEGIN IMMEDIATE")
            losses = _copy(damaged, source, target)
            target.execute("COMMIT")
            return losses


def _make(fresh: Path, version: int) -> None:
    """Make an empty collection's file of this schema."""
    for suffix in ("", LOG_SUFFIX):
        beside(fresh, suffix).unlink(missing_ok=True)
    engine = writer_engine(fresh)
    migrate(engine, 0, version)
    engine.dispose()


def _mend_head(damaged: Path, fresh: Path) -> None:
    """Give a file whose head or first page is broken those of a new file, laid out the same."""
    if _schema_is_readable(damaged, fresh):
        return
    head = fresh.read_bytes()
    size = page_size_of(head)
    with damaged.open("rb+") as file:
        start = file.read(HEAD + 1)
        number = (damaged.stat().st_size // size).to_bytes(4, "big")
        only_head = len(start) > HEAD and start[HEAD] in _PAGES_OF_TREES
        file.seek(0)
        file.write(head[:28] + number + bytes(8) + head[40 : HEAD if only_head else size])


def _schema_is_readable(damaged: Path, fresh: Path) -> bool:
    with closing(sqlite3.connect(fresh)) as connection:
        wanted = _tables_in(connection)
    try:
        with closing(sqlite3.connect(damaged)) as connection:
            return wanted <= _tables_in(connection)
    except sqlite3.Error:
        return False


def _tables_in(connection: sqlite3.Connection) -> set[str]:
    """Return the tables that the schema of a file names, of those that we know."""
    named = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return metadata.tables.keys() & {row[0] for row in named}


def _version_of(damaged: Path) -> int:
    try:
        with closing(sqlite3.connect(damaged)) as connection:
            found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        return VERSION
    return found if 1 <= found <= VERSION else VERSION


def _copy(damaged: Path, source: sqlite3.Connection, target: sqlite3.Connection) -> tuple[str, ...]:
    lossy: list[str] = []
    broken: list[RowShape] = []
    there = _tables_in(target) - _DERIVED
    for table in (table for table in metadata.tables if table in there):
        shape = shape_of(target, table)
        forward = _ThroughSqlite(source, shape, "ASC")
        _insert(target, shape, forward)
        if forward.broken:
            _insert(target, shape, _ThroughSqlite(source, shape, "DESC"))
            broken.append(shape)
        if forward.broken or forward.unfit:
            lossy.append(table)
    _copy_from_pages(damaged, target, broken)
    return tuple(lossy)


def _copy_from_pages(damaged: Path, target: sqlite3.Connection, broken: list[RowShape]) -> None:
    """Add the rows of broken tables that only their own pages still give, except deleted ones."""
    if not any(shape.numbered is not None for shape in broken):
        return
    log = beside(damaged, LOG_SUFFIX)
    if log.exists():
        size = page_size_of(damaged.read_bytes()[:HEAD])
        _insert_known(target, broken, reversed(list(rows_of_log(log, size))))
    _insert_known(target, broken, rows_of_file(damaged))
    for shape in broken:
        target.execute(
            f"DELETE FROM {shape.table} WHERE rowid IN"  # noqa: S608  # names of ours
            " (SELECT id FROM tombstones WHERE kept_in = ?)",
            (shape.table,),
        )


def _insert_known(
    target: sqlite3.Connection, shapes: list[RowShape], rows: Iterable[tuple[int, Row]]
) -> None:
    by_length: dict[int, list[RowShape]] = {}
    for shape in shapes:
        by_length.setdefault(len(shape.allowed), []).append(shape)
    for rowid, row in rows:
        for shape in by_length.get(len(row), ()):
            whole = shape.numbered_row(rowid, row)
            if whole is not None:
                _insert(target, shape, [whole])


def _insert(target: sqlite3.Connection, shape: RowShape, rows: Iterable[Row]) -> None:
    """Insert rows; one that is there already, or breaks a rule of its table, is passed over."""
    marks = ", ".join("?" * len(shape.allowed))
    target.executemany(f"INSERT OR IGNORE INTO {shape.table} VALUES ({marks})", rows)  # noqa: S608  # names of ours


def _text(content: bytes) -> str | bytes:
    """Return text, or bytes that are none and so fit nowhere."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content
