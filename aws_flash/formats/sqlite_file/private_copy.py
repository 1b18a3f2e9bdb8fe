"""A copy of a database that only we can change, whole in one file."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from aws_flash.domain.errors import DiskFull, FileUnreadable, FileUnsafe
from aws_flash.formats.sqlite_file.connection import changeable

SIGN: Final = b"SQLite format 3\x00"
MAX_SIZE: Final = 4 * 2**30

_WAL: Final = 2
_FORMAT_AT: Final = 18  # two bytes in the header tell how the file is written and read
_FORMAT_SIGNS: Final = b"\x01\x01"
# As SQLite itself begins the definition of what merely holds rows.
_STILL: Final = ("CREATE TABLE %", "CREATE INDEX %", "CREATE UNIQUE INDEX %")
_MOVING: Final = "sql IS NOT NULL AND NOT (sql LIKE ? OR sql LIKE ? OR sql LIKE ?)"


def is_database(head: bytes) -> bool:
    """Tell whether the head of a file is that of a SQLite database."""
    return head.startswith(SIGN)


def copy_database(path: Path, copy: Path) -> None:
    """Copy a database, with the changes that a running program may have left in a file beside it.

    Raises:
        FileUnreadable: it cannot be read.
        FileUnsafe: it is larger than is sensible.
        DiskFull: there is no room for the copy.
    """
    beside = path.with_name(f"{path.name}-wal")
    _copy_file(path, copy)
    # Never a "-journal": it can name other files, which SQLite would then remove.
    if beside.is_file() and 0 < beside.stat().st_size <= MAX_SIZE:
        _copy_file(beside, copy.with_name(f"{copy.name}-wal"))
        with suppress(sqlite3.Error, UnicodeError), closing(changeable(copy)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copy_file(path: Path, copy: Path) -> None:
    try:
        if path.stat().st_size > MAX_SIZE:
            raise FileUnsafe(str(path), f"is larger than {MAX_SIZE // 2**30} GB")
        shutil.copyfile(path, copy)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(str(copy.parent)) from error
        raise FileUnreadable(str(path), error.strerror or str(error)) from error


def keep_to_itself(copy: Path) -> None:
    """Take out of a private copy the sign that changes to it may lie in a file beside it."""
    with suppress(OSError), copy.open("r+b") as file:
        head = file.read(_FORMAT_AT + len(_FORMAT_SIGNS))
        if head.startswith(SIGN) and _WAL in head[_FORMAT_AT:]:
            file.seek(_FORMAT_AT)
            file.write(_FORMAT_SIGNS)


def take_out_what_moves(copy: Path) -> None:
    """Take the views, triggers and virtual tables out of a private copy.

    They need not run to do harm: to list its columns, SQLite unfolds a view of views of views, and
    twenty-two of them that each name the one before twice take minutes in which nothing stops it.
    """
    with suppress(sqlite3.Error, UnicodeError), closing(changeable(copy)) as connection:
        found = f"SELECT count(*) FROM sqlite_schema WHERE {_MOVING}"  # noqa: S608 - a constant
        if connection.execute(found, _STILL).fetchone()[0]:
            connection.execute("PRAGMA writable_schema=1")
            connection.execute(f"DELETE FROM sqlite_schema WHERE {_MOVING}", _STILL)  # noqa: S608 - as above
