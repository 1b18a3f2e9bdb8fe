"""The tables of a stranger's database: only real ones are read, within a time and a size.

No view, trigger, virtual table or computed column of the file ever runs.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, Final, Self

from aws_flash.domain.errors import DiskFull, FileUnreadable, FileUnsafe
from aws_flash.formats.sqlite_file.columns import Column, expression
from aws_flash.formats.sqlite_file.connection import connected, read_only
from aws_flash.formats.sqlite_file.private_copy import keep_to_itself, take_out_what_moves

MAX_SCHEMA: Final = 10_000
"""Tables, indexes and the like: real files have a few dozen."""
SECONDS: Final = 15.0
SECONDS_FOR_A_GIBIBYTE: Final = 30.0
"""Time inside SQLite: a slow disk reads a gibibyte in about 10 s."""
CHECKED_UP_TO: Final = 128 * 2**20
"""What is larger is not checked before it is read: a check takes 2 s for this size."""
ROWS_AT_ONCE: Final = 1000

_STEPS_BETWEEN_LOOKS: Final = 50_000  # a millisecond or so
# Faults of single values, which are read as what they should have been; the file is whole.
_FAULTS_OF_VALUES: Final = re.compile(
    r"ok|\*\*\* in database|(?:NULL|TEXT|NUMERIC) value in |CHECK constraint |non-"
    r"|.* is never used\Z"
)
_SMALLEST_ROW: Final = 3
"""Bytes: a file that gives more rows than this allows gives the same ones over and over."""


class SqliteFile:
    """The tables of a database, open for reading; closed at the end of a `with` statement."""

    def __init__(self, copy: Path, path: Path) -> None:
        """Open `copy`, which only we can change; errors speak of `path`, the user's file.

        Raises:
            FileUnreadable: it is no database, or it is damaged.
            FileUnsafe: it is made to do harm.
        """
        self.path = str(path)
        size = copy.stat().st_size
        self._left = SECONDS + SECONDS_FOR_A_GIBIBYTE * size / 2**30
        self._since: float | None = None
        self._computes = False
        self._most_rows = size // _SMALLEST_ROW + ROWS_AT_ONCE
        keep_to_itself(copy)
        take_out_what_moves(copy)
        with self._told():
            self._connection = connected(copy)
        try:
            self._connection.set_progress_handler(self._is_over, _STEPS_BETWEEN_LOOKS)
            self._columns = self._found()
            if size <= CHECKED_UP_TO and not self._computes:
                self._check()
            read_only(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        """Use the file in a `with` statement."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def tables(self) -> frozenset[str]:
        """The names of the real tables, in lower case."""
        return frozenset(self._columns)

    def rows(self, table: str, *columns: Column) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a table in the order of the file: values as their columns say.

        Raises, while the rows are taken too:
            FileUnreadable: there is no such table, or it is damaged.
            FileUnsafe: reading takes endless time, or a row endless room.
        """
        return chain.from_iterable(self.batches(table, *columns))

    def batches(self, table: str, *columns: Column) -> Iterator[list[tuple[Any, ...]]]:
        """Return the rows of a table as `rows` does, up to 1000 at once."""
        held = self._columns.get(table.lower())
        if held is None:
            raise FileUnreadable(self.path, f"there is no table {table} in it")
        wanted = ", ".join(expression(column, held) for column in columns)
        # Names come from our own code, and from the file only where they are equal.
        return self._read(f'SELECT {wanted} FROM main."{table}"')  # noqa: S608 - see above

    def count(self, table: str) -> int:
        """Return the number of rows of a table, 0 where there is none; raises as `rows`."""
        if table.lower() not in self._columns:
            return 0
        ((number,),) = self._all(f'SELECT count(*) FROM main."{table}"')  # noqa: S608 - as above
        return int(number)

    def _all(self, statement: str) -> Iterator[tuple[Any, ...]]:
        return chain.from_iterable(self._read(statement))

    def _read(self, statement: str) -> Iterator[list[tuple[Any, ...]]]:
        with closing(self._connection.cursor()) as cursor:
            with self._told():
                cursor.execute(statement)
            for _ in range(0, self._most_rows, ROWS_AT_ONCE):
                with self._told():
                    rows = cursor.fetchmany(ROWS_AT_ONCE)
                if rows:
                    yield rows
                if len(rows) < ROWS_AT_ONCE:
                    return
        raise FileUnreadable(self.path, "the database is damaged")

    def _found(self) -> dict[str, frozenset[str]]:
        """Return the columns of each real table, as the engine itself understands the file."""
        listed = list(self._all("SELECT count(*) FROM main.sqlite_schema"))
        if listed[0][0] > MAX_SCHEMA:
            raise FileUnsafe(self.path, "has an endless list of tables")
        names = [
            name
            for schema, name, kind, *_ in self._all("PRAGMA main.table_list")
            if schema == "main" and kind == "table" and not name.startswith("sqlite_")
        ]
        return {name.lower(): self._columns_of(name) for name in names}

    def _columns_of(self, table: str) -> frozenset[str]:
        """Return the stored columns of a table: those that are computed are not listed there."""
        quoted = table.replace('"', '""')
        rows = list(self._all(f'PRAGMA main.table_xinfo("{quoted}")'))
        # A check would compute them, and what is computed can take endless time in one step.
        self._computes |= any(row[6] for row in rows)
        return frozenset(str(row[1]).lower() for row in rows if not row[6])

    def _check(self) -> None:
        found = [row[0].splitlines() for row in self._all("PRAGMA main.quick_check(20)")]
        if any(line and not _FAULTS_OF_VALUES.match(line) for lines in found for line in lines):
            raise FileUnreadable(self.path, "the database is damaged")

    def _is_over(self) -> bool:
        return self._since is not None and time.monotonic() - self._since > self._left

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Count the time inside SQLite, and tell what goes wrong there as a UserError."""
        self._since = time.monotonic()
        try:
            yield
        except sqlite3.DataError as error:
            raise FileUnsafe(self.path, "has a piece of text without end") from error
        except sqlite3.Error as error:
            raise self._said(error) from error
        except UnicodeError as error:  # from a message of SQLite that names a broken name
            raise FileUnreadable(self.path, "the database is damaged") from error
        except (OverflowError, MemoryError) as error:
            raise FileUnsafe(self.path, "asks for more memory than is sensible") from error
        finally:
            self._left -= time.monotonic() - self._since
            self._since = None

    def _said(self, error: sqlite3.Error) -> Exception:
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_INTERRUPT:
            return FileUnsafe(self.path, "keeps the program busy without end")
        if code == sqlite3.SQLITE_TOOBIG:
            return FileUnsafe(self.path, "has a piece of text without end")
        if code == sqlite3.SQLITE_FULL:
            return DiskFull(self.path)
        if code == sqlite3.SQLITE_NOTADB:
            return FileUnreadable(self.path, "its database is none, or it is encrypted")
        return FileUnreadable(self.path, "the database is damaged")
