"""Backups: whole copies of a collection's file in one folder, each checked before it gets a name.

A copy is made through SQLite's backup API: a plain copy of the file would lack what still lies in
the log beside it. It is one file, without a log of its own.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from aws_flash.domain.backup import Backup, Contents, Reason, name_of, read_name
from aws_flash.domain.errors import CollectionDamaged, CollectionMissing
from aws_flash.domain.retention import superseded
from aws_flash.storage.files import LOG_SUFFIX, beside, explained, is_there, replace_durably
from aws_flash.storage.schema import APPLICATION_ID

_PART = ".part"
_SECOND = 1_000
_DAY = 86_400_000


def back_up(collection: Path, folder: Path, at: int, reason: Reason) -> Backup:
    """Copy a collection into the folder of backups, beside whoever has it open.

    `at` is UTC milliseconds; when that second is taken, the next free one is named.

    Raises:
        CollectionMissing: there is no collection.
        CollectionDamaged: the copy is not sound, so the original is not; no backup was made.
        UserError: the disk is full, or the folder may not be written to.
    """
    if not is_there(collection):
        raise CollectionMissing(str(collection))
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _forget_unfinished(folder, at)
        part, moment = _claimed(folder, at - at % _SECOND, reason)
    try:
        copy_database(f"{collection.absolute().as_uri()}?mode=ro", part)
        target = folder / name_of(moment, reason)
        with explained(folder):
            replace_durably(part, target)
    finally:
        part.unlink(missing_ok=True)
    return Backup(target.name, moment, reason, target.stat().st_size)


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; other files are passed over."""
    with explained(folder):
        files = [*folder.glob("*.db")] if folder.is_dir() else []
        found = [read_name(file.name, size) for file in files if (size := _size(file)) is not None]
    return sorted((one for one in found if one), key=lambda one: (one.at, one.name), reverse=True)


def thin_out(folder: Path, date_of: Callable[[int], date], today: date) -> list[Backup]:
    """Remove the backups that the rule of retention lets go, and return them."""
    gone = superseded(list_backups(folder), date_of, today)
    with explained(folder):
        for backup in gone:
            (folder / backup.name).unlink(missing_ok=True)
    return gone


def copy_database(source: str, target: Path) -> None:
    """Copy a SQLite file as it stands at this moment into one file without a log, and check it.

    `source` is the address (URI) of the file.

    Raises:
        CollectionDamaged: the copy is not sound.
        UserError: no room, or it may not be written.
    """
    with (
        explained(target),
        closing(sqlite3.connect(source, uri=True, timeout=5)) as original,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        original.backup(copy, pages=-1)  # in one go: with commits in between it would start anew
        copy.execute("PRAGMA journal_mode = DELETE")
    problems = problems_of(target)
    if problems:
        raise CollectionDamaged(source, problems[0])


def look_into(path: Path) -> Contents:
    """Return what a collection's file holds, and whatever is wrong with it."""
    try:
        if not path.is_file():
            return Contents(None, None, None, ("there is no such file",))
    except OSError as error:
        return Contents(None, None, None, (error.strerror or str(error),))
    problems = problems_of(path)
    try:
        with closing(sqlite3.connect(uri_to_read(path), uri=True)) as connection:
            application = _number(connection, "PRAGMA application_id")
            schema = _number(connection, "PRAGMA user_version")
            if application != APPLICATION_ID:
                return Contents(None, None, None, ("it is not a collection of aws-flash",))
            cards = _number(connection, "SELECT count(*) FROM cards WHERE NOT aside")
            reviews = _number(connection, "SELECT coalesce(sum(answers), 0) FROM day_sums")
    except sqlite3.Error as error:
        return Contents(None, None, None, tuple(problems or [str(error)]))
    return Contents(cards, reviews, schema, tuple(problems))


def problems_of(path: Path) -> list[str]:
    """Return what SQLite finds wrong with a file; an empty list when it is sound."""
    try:
        with closing(sqlite3.connect(uri_to_read(path), uri=True, timeout=5)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    except sqlite3.Error as error:
        return [str(error) or "it cannot be read"]
    return [] if found == ["ok"] else found


def uri_to_read(path: Path) -> str:
    """Return the address that reads a file and changes nothing beside it.

    A file without a log is read as it lies, which works on a read-only disk too. With a log it may
    be open elsewhere, and SQLite must look at both.
    """
    log = beside(path, LOG_SUFFIX)
    with explained(path):
        lies_still = not log.exists()
    return f"{path.absolute().as_uri()}?{'immutable=1' if lies_still else 'mode=ro'}"


def _claimed(folder: Path, at: int, reason: Reason) -> tuple[Path, int]:
    """Return a new file to write to, and the moment whose name no backup has yet."""
    while True:
        part = folder / f"{name_of(at, reason)}{_PART}"
        try:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            at += _SECOND
            continue
        if not (folder / name_of(at, reason)).exists():
            return part, at
        part.unlink()
        at += _SECOND


def _forget_unfinished(folder: Path, at: int) -> None:
    """Remove what a program that was killed left half copied, a day ago or more."""
    for part in folder.glob(f"*{_PART}"):
        backup = read_name(part.name.removesuffix(_PART))
        if backup is not None and backup.at < at - _DAY:
            part.unlink(missing_ok=True)


def _size(file: Path) -> int | None:
    """Return the size of a file; None when it has been removed meanwhile, as superseded."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return None


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
