"""The collection in a file of Anki: the newest that it holds, unpacked to a private copy."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aws_flash.domain.errors import (
    DiskFull,
    FileUnreadable,
    FileUnsafe,
    FileUnwritable,
    FormatTooNew,
)
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.apkg import frames
from aws_flash.formats.apkg.wire import Message, WireFault
from aws_flash.formats.archive import CHUNK
from aws_flash.formats.source import Source
from aws_flash.formats.sqlite_file.private_copy import MAX_SIZE, copy_database, is_database

PROGRAM: Final = "Anki"
NEWEST: Final = "collection.anki21b"
COLLECTIONS: Final = (NEWEST, "collection.anki21", "collection.anki2")
"""Newest first. An older one beside a newer one only asks the reader to update."""
META: Final = "meta"

_EXPECTED: Final = {1: COLLECTIONS[2], 2: COLLECTIONS[1], 3: NEWEST}
_META_LIMIT: Final = 2**16
_COPY: Final = "collection.db"


@dataclass(frozen=True, slots=True)
class Package:
    """A collection unpacked; `newest` tells that the media beside it are packed once more."""

    copy: Path
    newest: bool
    is_collection: bool


def opened(source: Source, monitor: Monitor) -> Package:
    """Unpack the collection of a file.

    Raises:
        FileUnreadable: there is none, or it is damaged.
        FileUnsafe: it unpacks to more than is sensible.
        FormatTooNew: it is of a generation that is not known here.
        DiskFull, FileUnwritable: there is no room to unpack.
        Cancelled: the user called it off.
    """
    copy = source.workspace / _COPY
    if source.is_archive:
        name = _collection_name(source)
        chunks = source.archive.chunks(name, MAX_SIZE)
        whole = frames.unpacked(chunks, MAX_SIZE) if name == NEWEST else chunks
        _write(source, whole, copy, monitor)
        return Package(copy, name == NEWEST, source.suffix == ".colpkg")
    if is_database(source.head):
        copy_database(source.path, copy)
    else:
        _write(source, frames.unpacked(_file_chunks(source), MAX_SIZE), copy, monitor)
    return Package(copy, newest=False, is_collection=True)


def collection_in(source: Source) -> str | None:
    """Return the name of the newest collection of an archive; raises as Source.archive."""
    return next((name for name in COLLECTIONS if name in source.archive), None)


def _collection_name(source: Source) -> str:
    found, version = collection_in(source), _version(source)
    if version > max(_EXPECTED):
        raise FormatTooNew(str(source.path), PROGRAM)
    expected = _EXPECTED.get(version)
    if found is None:
        raise FileUnreadable(str(source.path), "there is no collection of Anki in it")
    if expected and COLLECTIONS.index(expected) < COLLECTIONS.index(found):
        raise FileUnreadable(str(source.path), "the collection is missing from it")
    return found


def _version(source: Source) -> int:
    """Return the generation that a package says it is, 0 where it says none."""
    if META not in source.archive:
        return 0
    try:
        return Message(source.archive.read(META, _META_LIMIT)).whole(1)
    except WireFault:
        return 0


def _write(source: Source, pieces: Iterator[bytes], copy: Path, monitor: Monitor) -> None:
    with told(str(source.path)), _writing(copy), copy.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            monitor.step(0)


@contextmanager
def told(path: str) -> Iterator[None]:
    """Tell what is wrong with what was packed with Zstandard as a UserError."""
    try:
        yield
    except frames.FrameFault as fault:
        raise FileUnreadable(path, "what is packed in it is damaged or cut short") from fault
    except frames.FrameBomb as bomb:
        raise FileUnsafe(path, "unpacks to very much more than its size") from bomb


@contextmanager
def _writing(copy: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(str(copy.parent)) from error
        raise FileUnwritable(str(copy), error.strerror or str(error)) from error


def _file_chunks(source: Source) -> Iterator[bytes]:
    try:
        with source.path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise FileUnreadable(str(source.path), error.strerror or str(error)) from error
