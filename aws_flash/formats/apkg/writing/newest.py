"""A collection of schema 18, as Anki keeps it since 2022: what it says of itself is in tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from aws_flash.formats.apkg.decks import OWN_GUID
from aws_flash.formats.apkg.writing import wire
from aws_flash.formats.apkg.writing.decks import DEFAULT, Deck
from aws_flash.formats.apkg.writing.kinds import NoteType
from aws_flash.formats.apkg.writing.legacy import (
    LATEX_AFTER,
    LATEX_BEFORE,
    settings_of,
)
from aws_flash.formats.apkg.writing.tables import Described, insert

VERSION: Final = 18
_OTHER: Final = 255
"""The field in which Anki keeps what it does not know, as JSON."""

_TABLES: Final = (
    """CREATE TABLE graves (oid integer NOT NULL, type integer NOT NULL, usn integer NOT NULL,
    PRIMARY KEY (oid, type)) WITHOUT ROWID""",
    """CREATE TABLE deck_config (id integer PRIMARY KEY NOT NULL,
    name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
    config blob NOT NULL)""",
    """CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL,
    mtime_secs integer NOT NULL, val blob NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY,
    name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
    config blob NOT NULL)""",
    """CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL,
    name text NOT NULL COLLATE unicase, config blob NOT NULL,
    PRIMARY KEY (ntid, ord)) WITHOUT ROWID""",
    """CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL,
    name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
    config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID""",
    """CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase,
    mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL,
    kind blob NOT NULL)""",
    """CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE unicase, usn integer NOT NULL,
    collapsed boolean NOT NULL, config blob NULL) WITHOUT ROWID""",
    "CREATE UNIQUE INDEX idx_decks_name ON decks (name)",
    "CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name)",
    "CREATE INDEX idx_notetypes_usn ON notetypes (usn)",
    "CREATE UNIQUE INDEX idx_templates_name_ntid ON templates (name, ntid)",
    "CREATE INDEX idx_templates_usn ON templates (usn)",
    "CREATE INDEX idx_fields_name_ntid ON fields (name, ntid)",
    "CREATE INDEX idx_notes_mid ON notes (mid)",
    "CREATE INDEX idx_cards_odid ON cards (odid) WHERE odid != 0",
    "CREATE INDEX idx_graves_pending ON graves (usn)",
)
# Anki's usual options: twenty new cards a day, two hundred reviews, steps of 1 and 10 minutes.
_OPTIONS: Final = b"".join(
    (
        wire.reals(1, (1, 10)),
        wire.reals(2, (10,)),
        wire.whole(9, 20),
        wire.whole(10, 200),
        wire.real(11, 2.5),
        wire.real(12, 1.3),
        wire.real(13, 1.2),
        wire.real(15, 1),
        wire.whole(16, 36500),
        wire.whole(17, 1),
        wire.whole(18, 1),
        wire.whole(19, 4),
        wire.whole(21, 1),
        wire.whole(22, 8),
        wire.whole(24, 60),
    )
)
_ANY: Final = 1


class Newest:
    """The generation of schema 18."""

    def describe(self, connection: sqlite3.Connection, described: Described) -> None:
        """Write the row of `col`, and the tables that speak of the collection."""
        for statement in _TABLES:
            connection.execute(statement)
        changed, seconds = described.changed, described.changed // 1000
        row = (1, described.days.created, changed, changed, VERSION, 0, 0, 0)
        insert(connection, "col", [(*row, "", "", "", "", "")])
        settings = settings_of(described).items()
        values = ((key, -1, seconds, json.dumps(value).encode()) for key, value in settings)
        insert(connection, "config", values)
        insert(connection, "deck_config", [(DEFAULT, "Default", 0, 0, _OPTIONS)])
        tags = _unlike(described.tags)
        insert(connection, "tags", ((tag, -1, 0, b"") for tag in tags))
        insert(connection, "decks", (_deck(deck, seconds) for deck in described.decks))
        for one in described.types:
            _insert_type(connection, one, seconds)


def _insert_type(connection: sqlite3.Connection, one: NoteType, seconds: int) -> None:
    insert(connection, "notetypes", [(one.id, one.name, seconds, -1, _settings(one))])
    fields = ((one.id, number, name, _field()) for number, name in enumerate(one.fields))
    insert(connection, "fields", fields)
    templates = (
        (
            one.id,
            number,
            template.name,
            seconds,
            -1,
            wire.text(1, template.question) + wire.text(2, template.answer),
        )
        for number, template in enumerate(one.templates)
    )
    insert(connection, "templates", templates)


def _settings(one: NoteType) -> bytes:
    needed = (
        wire.octets(8, wire.whole(1, n) + wire.whole(2, _ANY) + wire.wholes(3, one.asked(template)))
        for n, template in enumerate(one.templates)
    )
    return b"".join(
        (
            wire.whole(1, int(one.kind.by_hole)),
            wire.text(3, one.css),
            wire.text(5, LATEX_BEFORE),
            wire.text(6, LATEX_AFTER),
            *needed,
        )
    )


def _field() -> bytes:
    return wire.text(3, "Arial") + wire.whole(4, 20)


def _deck(deck: Deck, seconds: int) -> tuple[int | str | bytes, ...]:
    other = json.dumps({OWN_GUID: deck.guid}, ensure_ascii=False)
    common = wire.text(_OTHER, other) if deck.guid else b""
    normal = wire.whole(1, DEFAULT) + wire.text(4, deck.description)
    return deck.id, "\x1f".join(deck.path), seconds, -1, common, wire.octets(1, normal)


def _unlike(tags: Iterable[str]) -> Iterator[str]:
    """Yield the tags that differ in more than capitals, which is how Anki tells them apart."""
    taken: set[str] = set()
    for tag in tags:
        if tag.casefold() not in taken:
            taken.add(tag.casefold())
            yield tag
