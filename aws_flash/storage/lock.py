"""The lock of a profile: one aws-flash writes to it at a time; the system lets go when it dies.

The window takes the lock before it shows, so this file imports nothing but sqlite3.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOCK_FILE = "lock.db"


class ProfileLock:
    """Holds an exclusive transaction on an empty SQLite file for as long as the program runs.

    SQLite locks files rightly on every system, and no lock outlives its process: there is no stale
    state to tell from a live one.
    """

    def __init__(self, folder: Path) -> None:
        """Prepare the lock of the profile in `folder`; nothing is taken yet."""
        self._folder = folder
        self._connection: sqlite3.Connection | None = None

    def acquire(self) -> bool:
        """Take the lock and tell whether it is held now; the folder is made where there is none.

        Raises:
            UserError: the folder may not be written to.
        """
        if self._connection is None:
            self._connection = self._locked_connection()
        return self._connection is not None

    def release(self) -> None:
        """Let go of the lock, if it is held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _locked_connection(self) -> sqlite3.Connection | None:
        path = self._folder / LOCK_FILE
        connection: sqlite3.Connection | None = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode = MEMORY")  # no journal file beside it
            connection.execute("BEGIN EXCLUSIVE")
        except (sqlite3.Error, OSError) as error:
            if connection is not None:
                connection.close()
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                return None
            raise _explained(self._folder, error) from error
        return connection


def _explained(path: Path, error: sqlite3.Error | OSError) -> Exception:
    from aws_flash.storage.failures import file_error

    return file_error(path, error)
