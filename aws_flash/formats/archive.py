"""A zip archive read as if a stranger had packed it to do harm.

Sizes are counted while unpacking, never believed. What an honest packer never writes (entries that
overlap, two names for one file, encryption, odd methods) makes the archive unsafe as a whole.
"""

from __future__ import annotations

import errno
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from aws_flash.domain.errors import DiskFull, FileUnreadable, FileUnsafe, FileUnwritable

MAX_ENTRIES: Final = 200_000
MAX_DIRECTORY: Final = 64 * 2**20
MAX_TOTAL: Final = 16 * 2**30
MAX_RATIO: Final = 200
RATIO_COUNTS_FROM: Final = 32 * 2**20
CHUNK: Final = 2**20

_LOCAL_HEADER: Final = 30
_ENCRYPTED: Final = 0x1
_END: Final = struct.Struct("<4s4H2LH")
_END_SIGN: Final = b"PK\x05\x06"
_END_64: Final = struct.Struct("<4sQ2H2L4Q")
_END_64_SIGN: Final = b"PK\x06\x06"
_LONGEST_COMMENT: Final = 2**16
_IN_ZIP64: Final = 2**32 - 1  # stands in for a size that is told elsewhere


def is_archive(head: bytes) -> bool:
    """Tell whether the head of a file is that of a zip archive."""
    return head.startswith((b"PK\x03\x04", _END_SIGN))


class Archive:
    """The entries of a zip archive by name, read within limits for each and for all together."""

    def __init__(self, path: Path) -> None:
        """Open an archive and check its directory.

        Raises:
            FileUnreadable: it is no archive, or it is damaged.
            FileUnsafe: it is made to do harm.
        """
        self._path = path
        self._total = 0
        self._being_read: set[IO[bytes]] = set()
        self._check_directory_size()
        with self._told():
            self._zip = ZipFile(path)
        try:
            self._entries = self._checked()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        """Use the archive in a `with` statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the archive, and what somebody left off reading in it."""
        for file in self._being_read:
            file.close()
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all plain files, as written; links and folders are left out."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a plain file of this name."""
        return name in self._entries

    def told_size(self, name: str) -> int:
        """Return the size that the archive tells of a file: for showing, not for trusting."""
        return self._entries[name].file_size

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a file.

        Raises:
            FileUnreadable: there is none of this name, or it is damaged.
            FileUnsafe: it has more than `limit` bytes, or all that was read is too much.
        """
        return b"".join(self.chunks(name, limit))

    def unpack(self, name: str, target: Path, limit: int) -> None:
        """Write a file of the archive to `target`; raises as `read`, DiskFull, FileUnwritable."""
        try:
            with target.open("wb") as file:
                for chunk in self.chunks(name, limit):
                    file.write(chunk)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise DiskFull(str(target.parent)) from error
            raise FileUnwritable(str(target), error.strerror or str(error)) from error

    def chunks(self, name: str, limit: int) -> Iterator[bytes]:
        """Yield the bytes of a file, a piece at a time; raises as `read`."""
        entry = self._entries.get(name)
        if entry is None:
            raise FileUnreadable(str(self._path), f"there is no {name!a} in it")
        size = 0
        with self._told(), self._zip.open(entry) as file:
            self._being_read.add(file)
            while chunk := file.read(CHUNK):
                size += len(chunk)
                self._total += len(chunk)
                self._check(size, entry, limit)
                yield chunk
            self._being_read.discard(file)

    def _check(self, size: int, entry: ZipInfo, limit: int) -> None:
        if size > limit or self._total > MAX_TOTAL:
            raise FileUnsafe(str(self._path), "unpacks to more than is sensible")
        if size > max(RATIO_COUNTS_FROM, entry.compress_size * MAX_RATIO):
            raise FileUnsafe(str(self._path), "unpacks to very much more than its size")

    def _check_directory_size(self) -> None:
        """Refuse a huge directory before zipfile takes it into memory."""
        with self._told(), self._path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
            tail = file.read()
        directory = _directory_size(tail)
        if directory is None:
            raise FileUnreadable(str(self._path), "the end of the archive is missing")
        if directory > MAX_DIRECTORY:
            raise FileUnsafe(str(self._path), "has an endless list of files")

    def _checked(self) -> dict[str, ZipInfo]:
        listed = self._zip.infolist()
        if len(listed) > MAX_ENTRIES:
            raise FileUnsafe(str(self._path), "has an endless list of files")
        self._check_apart(listed)
        entries: dict[str, ZipInfo] = {}
        folded: set[str] = set()
        for entry in listed:
            is_link = stat.S_ISLNK(entry.external_attr >> 16)
            if is_link or not entry.filename or entry.is_dir():
                continue
            self._check_entry(entry)
            twin = unicodedata.normalize("NFC", entry.filename).casefold()
            if twin in folded:
                raise FileUnsafe(str(self._path), "has two files of one name")
            folded.add(twin)
            entries[entry.filename] = entry
        return entries

    def _check_entry(self, entry: ZipInfo) -> None:
        if entry.flag_bits & _ENCRYPTED:
            raise FileUnreadable(str(self._path), "it is locked with a password")
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise FileUnreadable(str(self._path), "it is packed in a way that is not known here")

    def _check_apart(self, listed: list[ZipInfo]) -> None:
        """Refuse entries that share bytes: a small file that unpacks to very much."""
        end = 0
        for entry in sorted(listed, key=lambda one: one.header_offset):
            if entry.header_offset < end:
                raise FileUnsafe(str(self._path), "has files that lie in one another")
            end = entry.header_offset + _LOCAL_HEADER + entry.compress_size

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what is wrong with the archive as a UserError."""
        try:
            yield
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error) as error:
            raise FileUnreadable(str(self._path), "the archive is damaged") from error
        except (RuntimeError, ValueError, OverflowError) as error:
            raise FileUnreadable(str(self._path), "the archive is damaged") from error
        except OSError as error:
            raise FileUnreadable(str(self._path), error.strerror or str(error)) from error


def _directory_size(tail: bytes) -> int | None:
    """Return how many bytes the list of files takes, from the end of an archive; None without."""
    at = tail.rfind(_END_SIGN)
    if at < 0 or len(tail) - at < _END.size:
        return None
    size = int(_END.unpack_from(tail, at)[5])
    if size != _IN_ZIP64:
        return size
    at = tail.rfind(_END_64_SIGN)
    if at < 0 or len(tail) - at < _END_64.size:
        return None
    return int(_END_64.unpack_from(tail, at)[8])
