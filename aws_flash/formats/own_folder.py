"""Folders of ours for the time of some work, which go even where the program was killed over it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

LOCK: Final = ".aws-flash-lock"
"""A file that is locked as long as the folder is in use: no lock outlives its process."""

PREFIX: Final = "aws-flash-"
UNFINISHED: Final = ".part"
MARK: Final = ".aws-flash-locked"
"""A file that is there once the lock was had: a new folder without it is just being made."""

_OTHERS: Final = 0o077


@contextmanager
def workspace() -> Iterator[Path]:
    """A private folder among the system's temporary ones; it is gone at the end."""
    with _own_folder(Path(tempfile.gettempdir()), PREFIX, "") as folder:
        yield folder


@contextmanager
def unfinished_beside(path: Path) -> Iterator[Path]:
    """A hidden folder beside a file, for what is to take its place; it is gone at the end.

    Those that killed programs left beside it go too. Raises OSError.
    """
    _remove_abandoned(path.parent, f".{PREFIX}*{UNFINISHED}")
    with _own_folder(path.parent, f".{PREFIX}", UNFINISHED) as folder:
        yield folder


def remove_abandoned_workspaces() -> None:
    """Remove the workspaces that killed programs left."""
    _remove_abandoned(Path(tempfile.gettempdir()), f"{PREFIX}*")


@contextmanager
def _own_folder(parent: Path, prefix: str, suffix: str) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(dir=parent, prefix=prefix, suffix=suffix))
    lock = None
    try:
        lock = _locked(folder / LOCK, "rwc")
        if lock is not None:
            (folder / MARK).touch()
        yield folder
    finally:
        if lock is not None:
            lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def _locked(path: Path, mode: str) -> sqlite3.Connection | None:
    """Lock a file, as SQLite does rightly on every system; None where that cannot be had."""
    connection = None
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=0,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA journal_mode = MEMORY")  # no journal file beside it
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        if connection is not None:
            connection.close()
        return None
    return connection


def _remove_abandoned(parent: Path, pattern: str) -> None:
    with suppress(OSError):
        for folder in parent.glob(pattern):
            with suppress(OSError):
                if _is_ours(folder) and _is_abandoned(folder):
                    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether nobody else made the folder, or could put anything into it."""
    told = folder.lstat()
    if not stat.S_ISDIR(told.st_mode):
        return False
    return os.name == "nt" or (told.st_uid == os.getuid() and not told.st_mode & _OTHERS)


def _is_abandoned(folder: Path) -> bool:
    if not all(stat.S_ISREG((folder / name).lstat().st_mode) for name in (MARK, LOCK)):
        return False
    held = _locked(folder / LOCK, "rw")
    if held is None:
        return False
    held.close()
    return True
