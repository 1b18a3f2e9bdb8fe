"""A connection that reads and does nothing else, whatever the database says."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Final

MAX_VALUE: Final = 16 * 2**20
"""Bytes in a row: a field with a picture in its text fits, and a few copies of it fit in memory."""

_READING: Final = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION})
_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 2**20,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
# A check is itself something that the file has run.
_SETTINGS: Final = "trusted_schema=0 cell_size_check=1 mmap_size=0 ignore_check_constraints=1"


def connected(copy: Path) -> sqlite3.Connection:
    """Open a private copy for reading; raises sqlite3.Error where it is no database."""
    connection = _opened(f"{copy.absolute().as_uri()}?mode=ro&immutable=1")
    try:
        connection.execute("PRAGMA query_only=1").close()
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003 - its form
    except BaseException:
        connection.close()
        raise
    connection.text_factory = _decoded
    # Anki compares names with this; where we compare none, SQLite asks for it all the same.
    connection.create_collation("unicase", _compared)
    return connection


def changeable(copy: Path) -> sqlite3.Connection:
    """Open a private copy to prepare it for reading; raises sqlite3.Error as `connected` does."""
    return _opened(f"{copy.absolute().as_uri()}?mode=rw")


def _opened(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        _defend(connection)
        for setting in _SETTINGS.split():
            connection.execute(f"PRAGMA {setting}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def read_only(connection: sqlite3.Connection) -> None:
    """Allow plain reading of tables from now on, nothing from within a view or a trigger."""
    connection.set_authorizer(_judged)


def _defend(connection: sqlite3.Connection) -> None:
    if sys.version_info >= (3, 12):
        for switch in (
            sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER,
            sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW,
            sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        ):
            connection.setconfig(switch, False)  # noqa: FBT003 - its only form


def _judged(
    action: int, _first: str | None, _second: str | None, _schema: str | None, inside: str | None
) -> int:
    plain = action in _READING and inside is None
    return sqlite3.SQLITE_OK if plain else sqlite3.SQLITE_DENY


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _compared(first: str, second: str) -> int:
    one, other = first.casefold(), second.casefold()
    return (one > other) - (one < other)
