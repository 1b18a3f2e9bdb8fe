"""Foreign errors about a file, from SQLite or the system, in the user's terms."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

from aws_flash.domain.errors import (
    CollectionDamaged,
    CollectionLocked,
    CollectionReadOnly,
    DiskFull,
    FileUnreadable,
    UserError,
)

_Maker = Callable[[str, str], UserError]


def _full(path: str, _: str) -> UserError:
    return DiskFull(path)


def _read_only(path: str, _: str) -> UserError:
    return CollectionReadOnly(path)


def _locked(path: str, _: str) -> UserError:
    return CollectionLocked(path)


_BY_CODE: dict[int, _Maker] = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: _read_only,
    sqlite3.SQLITE_CANTOPEN: _read_only,
    sqlite3.SQLITE_PERM: _read_only,
    sqlite3.SQLITE_BUSY: _locked,
    sqlite3.SQLITE_LOCKED: _locked,
    sqlite3.SQLITE_PROTOCOL: _locked,
    sqlite3.SQLITE_CORRUPT: CollectionDamaged,
    sqlite3.SQLITE_NOTADB: CollectionDamaged,
    sqlite3.SQLITE_IOERR: CollectionDamaged,
    # The system refused to write: no room, or over a limit of the user.
    sqlite3.SQLITE_IOERR_WRITE: _full,
    sqlite3.SQLITE_IOERR_FSYNC: _full,
    sqlite3.SQLITE_IOERR_TRUNCATE: _full,
    sqlite3.SQLITE_IOERR_SHMSIZE: _full,
}
_BY_ERRNO: dict[int, _Maker] = {
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EFBIG: _full,
    errno.EACCES: _read_only,
    errno.EPERM: _read_only,
    errno.EROFS: _read_only,
    errno.ENOTDIR: _read_only,
    errno.EEXIST: _read_only,  # a file stands in the place of a folder
}


def user_error(path: Path, error: BaseException) -> UserError | None:
    """Return what SQLite's error means to the user; None where it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    make = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF)
    return make(str(path), str(error)) if make else None


def file_error(path: Path, error: sqlite3.Error | OSError) -> Exception:
    """Return what an error about a file means to the user, or the error itself if it is a bug."""
    if not isinstance(error, OSError):
        return user_error(path, error) or error
    why = error.strerror or str(error)
    return _BY_ERRNO.get(error.errno or 0, FileUnreadable)(str(path), why)
