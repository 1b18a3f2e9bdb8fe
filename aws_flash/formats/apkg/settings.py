"""What a collection says of itself: its schema, its days, and where its kinds and decks are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from aws_flash.domain.errors import FileUnreadable, FileUnsafe, FormatTooNew
from aws_flash.formats.apkg.days import AnkiDays
from aws_flash.formats.apkg.json_text import object_in, whole_of
from aws_flash.formats.apkg.package import PROGRAM
from aws_flash.formats.sqlite_file.columns import octets, text, whole
from aws_flash.formats.sqlite_file.database import SqliteFile

OLDEST: Final = 11
NEWEST: Final = 18
NEEDED: Final = frozenset({"col", "notes", "cards"})

_SPLIT_SETTINGS: Final = 14
_SPLIT_KINDS: Final = 15
_ROLLOVER: Final = "rollover"
_WEST: Final = "creationOffset"
MAX_JSON: Final = 10 * 2**20
"""Bytes of one text of JSON: a large collection has one or two megabytes, and a text takes thirty
times its size in memory if somebody wishes it to."""
_MAX_SETTINGS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What the one row of `col` says; models and decks are empty where tables hold them."""

    days: AnkiDays
    models: dict[str, Any]
    decks: dict[str, Any]
    in_tables: bool


def settings_of(file: SqliteFile) -> Settings:
    """Return what a collection says of itself.

    Raises:
        FileUnreadable: it is no collection, or one from before 2012.
        FormatTooNew: its schema is later than 18.
    """
    if {"facts", "models"} <= file.tables:
        why = "it comes from Anki 1.2 or older. Please open it in Anki 2.0 and export it there"
        raise FileUnreadable(file.path, why)
    if not file.tables >= NEEDED:
        raise FileUnreadable(file.path, "it is no collection of Anki")
    columns = whole("ver"), whole("crt"), text("conf"), text("models"), text("decks")
    row = next(iter(file.rows("col", *columns)), None)
    if row is None:
        raise FileUnreadable(file.path, "it is no collection of Anki: it says nothing of itself")
    version, created, settings, models, decks = row
    _check(version, file.path)
    if max(map(len, (settings, models, decks))) > MAX_JSON:
        raise FileUnsafe(file.path, "has an endless list of kinds or decks")
    in_tables = version >= _SPLIT_KINDS and {"notetypes", "fields", "templates"} <= file.tables
    found = _stored(file) if version >= _SPLIT_SETTINGS else object_in(settings)
    return Settings(
        days=AnkiDays.of(created, _number(found, _WEST), _number(found, _ROLLOVER)),
        models={} if in_tables else object_in(models),
        decks={} if in_tables else object_in(decks),
        in_tables=in_tables,
    )


def _check(version: int, path: str) -> None:
    if version > NEWEST:
        raise FormatTooNew(path, PROGRAM)
    if version < OLDEST:
        why = "it comes from a very old Anki. Please open it in a newer one and export it there"
        raise FileUnreadable(path, why)


def _stored(file: SqliteFile) -> dict[str, Any]:
    """Return the settings about days of a collection that keeps its settings in a table."""
    found: dict[str, Any] = {}
    if "config" in file.tables:
        for count, (key, raw) in enumerate(file.rows("config", text("key"), octets("val"))):
            if key in {_ROLLOVER, _WEST}:
                found[key] = object_in(b'{"value":' + raw + b"}").get("value")
            if count > _MAX_SETTINGS:
                break
    return found


def _number(found: dict[str, Any], key: str) -> int | None:
    value = found.get(key)
    return whole_of(value) if isinstance(value, int | float | str) else None
