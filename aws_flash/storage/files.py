"""Files made durable, copied and swapped so that a power cut leaves the old or the new one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aws_flash.storage.failures import file_error

LOG_SUFFIX = "-wal"
INDEX_SUFFIX = "-shm"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise errors about a file in the user's terms (UserError)."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise file_error(path, error) from error


def is_there(path: Path) -> bool:
    """Tell whether a file is there; raises UserError where its folder may not be looked into."""
    with explained(path):
        return path.exists()


def beside(path: Path, suffix: str) -> Path:
    """Return the path of a file whose name goes on after this one's."""
    return path.with_name(path.name + suffix)


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file byte by byte; it is on disk when this returns."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(target.parent)


def replace_durably(source: Path, target: Path) -> None:
    """Put a file that is on disk already in the place of another, in one step."""
    source.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
