"""Packages of Anki: a collection and its media in a zip, in the form of old or of today."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from aws_flash.domain.bundle import Bundle, BundledMedium, BundledNote
from aws_flash.domain.errors import DiskFull, FileUnwritable
from aws_flash.domain.kind import BASIC
from aws_flash.domain.monitor import Monitor, Unwatched
from aws_flash.formats.apkg.writing import wire
from aws_flash.formats.apkg.writing.legacy import Legacy
from aws_flash.formats.apkg.writing.newest import Newest
from aws_flash.formats.apkg.writing.tables import fill

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

OLD: Final = "collection.anki2"
NEW: Final = "collection.anki21b"
MAP: Final = "media"
META: Final = "meta"
THIRD: Final = wire.whole(1, 3)
"""What `meta` says of the form of today."""

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_PACKED: Final = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".avif",
    ".mp3",
    ".ogg",
    ".opus",
    ".mp4",
)
_CHUNK: Final = 2**20
_LEVEL: Final = 5
"""Half the time of the usual 6, and less than a tenth more bytes."""
_UPDATE: Final = (
    "Please update Anki, then open this file again: it was written for Anki 2.1.50 and newer."
)
_FULL: Final = "database or disk is full"


def write_legacy(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    """Write the form that every Anki since 2012 opens.

    Raises:
        FileUnwritable, DiskFull: it cannot be written.
        UserError: a medium cannot be read.
        Cancelled: the user called it off; what was written so far is left.
    """
    with _place(path) as folder, _archive(path) as archive:
        fill(folder / OLD, bundle, Legacy(), monitor)
        monitor.phase("Packing", len(bundle.media))
        with (folder / OLD).open("rb") as file, _entry(archive, OLD) as target:
            while chunk := file.read(_CHUNK):
                target.write(chunk)
                monitor.step(0)
        for number, medium in enumerate(bundle.media):
            stored = medium.name.lower().endswith(_PACKED)
            with _entry(archive, str(number), ZIP_STORED if stored else ZIP_DEFLATED) as target:
                target.write(medium.load())
            monitor.step()
        names = {str(number): medium.name for number, medium in enumerate(bundle.media)}
        with _entry(archive, MAP) as target:
            target.write(json.dumps(names, ensure_ascii=False).encode())


def write_newest(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    """Write the form of today, which Anki opens from 2.1.50 on; raises as `write_legacy`.

    An older Anki finds a collection in it with one card, which asks to update.
    """
    with _place(path) as folder, _archive(path) as archive:
        with _entry(archive, META, ZIP_STORED) as target:
            target.write(THIRD)
        fill(folder / NEW, bundle, Newest(), monitor)
        monitor.phase("Packing", len(bundle.media))
        packer = zstd.ZstdCompressor()
        with (folder / NEW).open("rb") as file, _entry(archive, NEW, ZIP_STORED) as target:
            while chunk := file.read(_CHUNK):
                target.write(packer.compress(chunk))
                monitor.step(0)
            target.write(packer.flush())
        fill(folder / OLD, _placeholder(), Legacy(), Unwatched())
        with _entry(archive, OLD) as target:
            target.write((folder / OLD).read_bytes())
        listed = [_packed(archive, pair, monitor) for pair in enumerate(bundle.media)]
        with _entry(archive, MAP, ZIP_STORED) as target:
            target.write(zstd.compress(b"".join(listed)))


def _packed(archive: ZipFile, numbered: tuple[int, BundledMedium], monitor: Monitor) -> bytes:
    """Pack a medium, and return its line in the list of media."""
    number, medium = numbered
    content = medium.load()
    with _entry(archive, str(number), ZIP_STORED) as target:
        target.write(zstd.compress(content))
    monitor.step()
    digest = hashlib.sha1(content, usedforsecurity=False).digest()
    said = (wire.text(1, medium.name), wire.whole(2, len(content)), wire.octets(3, digest))
    return wire.octets(1, b"".join(said))


def _placeholder() -> Bundle:
    note = BundledNote("awsflash-placeholder", "", BASIC.guid, (("Question", _UPDATE),))
    empty = Bundle("", "Please update", "", "", (), ())
    return replace(empty, notes=(note,))


def _archive(path: Path) -> ZipFile:
    return ZipFile(path, "w", ZIP_DEFLATED, compresslevel=_LEVEL)


@contextmanager
def _entry(archive: ZipFile, name: str, form: int = ZIP_DEFLATED) -> Iterator[IO[bytes]]:
    """Open an entry for writing, dated always alike: the same content gives the same bytes."""
    stored = ZipInfo(name, _EARLIEST)
    entry = stored if form == ZIP_STORED else name
    with archive.open(entry, "w", force_zip64=True) as target:
        yield target


@contextmanager
def _place(path: Path) -> Iterator[Path]:
    """A folder beside the file for the time of writing; what fails there is told."""
    try:
        folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=".", suffix=".part"))
    except OSError as error:
        raise _told(path, error) from error
    try:
        yield folder
    except (OSError, sqlite3.Error) as error:
        raise _told(path, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _told(path: Path, error: OSError | sqlite3.Error) -> FileUnwritable | DiskFull:
    if isinstance(error, OSError):
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        why = error.strerror or str(error)
    else:
        full, why = str(error) == _FULL, str(error)
    return DiskFull(str(path.parent)) if full else FileUnwritable(str(path), why)
