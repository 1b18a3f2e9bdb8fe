"""Restoring: another file in the collection's place, in one step, and the old one kept.

The collection must be closed. At every moment there is a whole file under its name: a program
killed in the middle finds the old collection or the new one, never none.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from aws_flash.domain.backup import stamp_of
from aws_flash.domain.errors import CollectionLocked
from aws_flash.storage.backup import copy_database, uri_to_read
from aws_flash.storage.files import (
    INDEX_SUFFIX,
    LOG_SUFFIX,
    beside,
    copy_durably,
    explained,
    replace_durably,
)

_NEW_SUFFIX = ".new"


def put_in_place(chosen: Path, collection: Path) -> None:
    """Put a copy of the chosen file in the collection's place.

    What the old file's log holds must have been folded in (`fold_log`) or kept (`keep_aside`):
    the log is removed, it would be played into the new file.

    Raises:
        UserError: no room, the folder may not be written to, or the collection is in use.
    """
    fresh = beside(collection, _NEW_SUFFIX)
    try:
        with explained(collection):
            fresh.unlink(missing_ok=True)
        copy_database(uri_to_read(chosen), fresh)
        with explained(collection):
            for suffix in (LOG_SUFFIX, INDEX_SUFFIX):
                beside(collection, suffix).unlink(missing_ok=True)
            replace_durably(fresh, collection)
    finally:
        fresh.unlink(missing_ok=True)


def fold_log(collection: Path) -> None:
    """Fold the log of a sound collection into its file, so that the file alone is all of it.

    Raises:
        CollectionLocked: something has the collection open.
        CollectionDamaged: it is damaged.
    """
    uri = f"{collection.absolute().as_uri()}?mode=rw"
    with explained(collection), closing(sqlite3.connect(uri, uri=True, timeout=5)) as connection:
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    if mode != "delete":
        raise CollectionLocked(str(collection))


def keep_aside(collection: Path, at: int) -> Path:
    """Copy a damaged collection, with its log, under a dated name beside it, and return that.

    `at` is UTC milliseconds. The damaged file stays in its place too until it is replaced.
    """
    stem = f"{collection.stem}-damaged-{stamp_of(at)}"
    with explained(collection):
        kept = _unused(collection.with_name(f"{stem}{collection.suffix}"))
        copy_with_log(collection, kept)
    return kept


def copy_with_log(collection: Path, target: Path) -> None:
    """Copy a collection's file as it lies, and its log if that holds anything."""
    log = beside(collection, LOG_SUFFIX)
    if log.exists() and log.stat().st_size:
        copy_durably(log, beside(target, LOG_SUFFIX))
    copy_durably(collection, target)


def _unused(path: Path) -> Path:
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
