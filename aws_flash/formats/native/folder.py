"""The folder of a deck, read as if a stranger had made it: no links, no devices, bounded sizes."""

from __future__ import annotations

import json
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.media_name import plain_name
from aws_flash.formats.native.fault import Fault

MANIFEST: Final = "deck.json"
TOPICS: Final = "topics"
MEDIA: Final = "media"
MAX_TEXT_SIZE: Final = 16 * 2**20
MAX_LINES_SIZE: Final = 1024 * 2**20
MAX_MEDIUM_SIZE: Final = 256 * 2**20
MAX_TOTAL_SIZE: Final = 2048 * 2**20
"""Of all texts together; media are read one at a time, when they are wanted."""
MAX_FILES: Final = 200_000
_LONGEST_LINE: Final = 2**16


class Folder:
    """Reads files of one deck, up to a total size."""

    def __init__(self, path: Path) -> None:
        """Read below `path`, which may itself be a link: the user chose it."""
        self._path = path
        self._left = MAX_TOTAL_SIZE

    def manifest(self) -> Any:
        """Return what deck.json says.

        Raises:
            OSError: it cannot be read.
            Fault: it is no JSON, or too large.
        """
        return _parsed(self._read(self._path / MANIFEST, MAX_TEXT_SIZE))

    def files_in(self, part: str) -> dict[str, Path]:
        """Return what lies in a part of the folder by name, sorted; nothing when it is missing.

        Raises:
            Fault: it is a link, it cannot be read, or it holds too many files.
        """
        folder = self._path / part
        try:
            if not stat.S_ISDIR(folder.lstat().st_mode):
                raise Fault("is not a folder")
            files = {path.name: path for path in folder.iterdir()}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise Fault(_reason(error)) from error
        if len(files) > MAX_FILES:
            raise Fault(f"holds more than {MAX_FILES} files")
        return dict(sorted(files.items()))

    def json(self, path: Path) -> Any:
        """Return what a file says that `files_in` found.

        Raises:
            Fault: it cannot be read, is no JSON, or is too large.
        """
        return _parsed(self._content(path, MAX_TEXT_SIZE))

    def lines(self, name: str) -> Iterator[tuple[int, Any]]:
        """Yield the number of each line of a file and what it says: a Fault if it is no JSON.

        Nothing where there is no such file. One line is in memory at a time.

        Raises:
            Fault: it cannot be read, or is too large.
        """
        path = self._path / name
        try:
            if not path.exists():
                return
            self._count(path, MAX_LINES_SIZE)
            with path.open("rb") as file:
                lines = iter(lambda: file.readline(_LONGEST_LINE), b"")
                for number, line in enumerate(lines, start=1):
                    if line.strip():
                        yield number, _parsed_line(line)
        except OSError as error:
            raise Fault(_reason(error)) from error

    def medium_size(self, path: Path) -> int:
        """Return the size of a file that `files_in` found.

        Raises:
            Fault: fields could not name it, it is no plain file, or too large.
        """
        if plain_name(path.name) != path.name:
            raise Fault("is not a plain file name")
        try:
            return self._size(path, MAX_MEDIUM_SIZE)
        except OSError as error:
            raise Fault(_reason(error)) from error

    def _content(self, path: Path, limit: int) -> bytes:
        try:
            return self._read(path, limit)
        except OSError as error:
            raise Fault(_reason(error)) from error

    def _read(self, path: Path, limit: int) -> bytes:
        size = self._count(path, limit)
        with path.open("rb", buffering=0) as file:
            return file.read(size)

    def _count(self, path: Path, limit: int) -> int:
        """Take the size of a file off what may still be read, and return it."""
        size = self._size(path, min(limit, self._left))
        self._left -= size
        return size

    def _size(self, path: Path, limit: int) -> int:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            raise Fault("is not a plain file")
        if found.st_size > limit:
            raise Fault("is too large")
        return found.st_size


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise Fault("has a key twice in one place")
    return read


def _no_number(name: str) -> Any:
    raise Fault(f"{name} is no number")


_JSON: Final = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number)


def _parsed(content: bytes) -> Any:
    try:
        return _JSON.decode(content.removeprefix(BOM_UTF8).decode())
    except RecursionError as error:
        raise Fault("is nested too deep") from error
    except Fault:
        raise
    except ValueError as error:
        raise Fault(f"is not JSON in UTF-8: {error}") from error


def _parsed_line(line: bytes) -> Any:
    try:
        return _parsed(line)
    except Fault as fault:
        return fault


def _reason(error: OSError) -> str:
    return f"cannot be read: {error.strerror}"
