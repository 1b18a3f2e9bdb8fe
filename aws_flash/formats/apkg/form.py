"""Anki's files among the formats: recognised by the collection inside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import UserError
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader, Writer
from aws_flash.formats.source import Source
from aws_flash.formats.sqlite_file.private_copy import is_database

SUFFIXES: Final = (".apkg", ".colpkg", ".anki2", ".anki21", ".anki21b", ".anki")

_SURE: Final = 100
_BY_NAME: Final = 60
"""Sure enough to say what is wrong with a file that cannot be opened at all."""
_NAME_INSIDE: Final = b"collection.anki2"
_FRAMED: Final = (".anki21b", b"\x28\xb5\x2f\xfd")
_TABLE: Final = rb"create table [\"'`\[]?%s\b"
_TABLES: Final = tuple(
    tuple(re.compile(_TABLE % name, re.IGNORECASE) for name in names)
    for names in ((b"col", b"notes", b"cards"), (b"facts", b"cards", b"models"))
)


def _recognise(source: Source) -> int:
    if source.is_archive:
        return _archive(source)
    if is_database(source.head):
        return _database(source)
    suffix, sign = _FRAMED
    return _BY_NAME if source.suffix == suffix and source.head.startswith(sign) else 0


def _archive(source: Source) -> int:
    from aws_flash.formats.apkg.package import collection_in

    try:
        return _SURE if collection_in(source) else 0
    except UserError:
        named = source.suffix in SUFFIXES or _NAME_INSIDE in source.head
        return _BY_NAME if named else 0


def _database(source: Source) -> int:
    if any(all(table.search(source.head) for table in tables) for tables in _TABLES):
        return _SURE
    return _BY_NAME if source.suffix in SUFFIXES else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.apkg.reading import read_anki

    return read_anki(source, monitor)


def _write_legacy(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    from aws_flash.formats.apkg.writing.package import write_legacy

    write_legacy(bundle, path, monitor)


def _write_newest(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    from aws_flash.formats.apkg.writing.package import write_newest

    write_newest(bundle, path, monitor)


def _losses(bundle: Bundle) -> tuple[str, ...]:
    from aws_flash.formats.apkg.writing.losses import losses

    return losses(bundle)


READER: Final = Reader("apkg", "Anki", SUFFIXES, _recognise, _read)
LEGACY_WRITER: Final = Writer("apkg-legacy", "Anki package", SUFFIXES[0], _write_legacy, _losses)
WRITER: Final = Writer(
    "apkg", "Anki package for Anki 2.1.50 and newer", SUFFIXES[0], _write_newest, _losses
)
