"""The folder of a deck, read as if a stranger had made it: no links, no devices, bounded sizes."""

from __future__ import annotations

import json
import os
import stat
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.media_name import plain_name
from aws_flash.formats.native.fault import Fault

MANIFEST: Final = "deck.json"
TOPICS: Final = "topics"
MEDIA: Final = "media"
MAX_TEXT_SIZE: Final = 16 * 2**20
MAX_MEDIUM_SIZE: Final = 32 * 2**20
MAX_TOTAL_SIZE: Final = 512 * 2**20
MAX_FILES: Final = 20_000


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

    def medium(self, path: Path) -> bytes:
        """Return the bytes of a file that `files_in` found.

        Raises:
            Fault: fields could not name it, it cannot be read, or is too large.
        """
        if plain_name(path.name) != path.name:
            raise Fault("is not a plain file name")
        return self._content(path, MAX_MEDIUM_SIZE)

    def _content(self, path: Path, limit: int) -> bytes:
        try:
            return self._read(path, limit)
        except OSError as error:
            raise Fault(_reason(error)) from error

    def _read(self, path: Path, limit: int) -> bytes:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            raise Fault("is not a plain file")
        if found.st_size > min(limit, self._left):
            raise Fault("is too large")
        self._left -= found.st_size
        with path.open("rb", buffering=0) as file:
            return file.read(found.st_size)


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


def _reason(error: OSError) -> str:
    return f"cannot be read: {error.strerror}"
