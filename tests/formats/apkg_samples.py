"""Packages and collections as Anki writes them, of its old and its new form, made here."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PLACEHOLDER = "Please update to the latest Anki version, then import the file again."
CREATED = 1_600_000_000  # 13 September 2020, 12:26 UTC
NOTE = 1_700_000_000_000
CARD = 1_700_000_100_000


@dataclass(frozen=True)
class AnkiKind:
    id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str, str], ...]
    css: str = ".card { color: black; }"
    cloze: bool = False


@dataclass(frozen=True)
class AnkiNote:
    id: int
    guid: str
    kind: int
    fields: tuple[str, ...]
    tags: str = ""
    changed: int = 1_700_000_000


@dataclass(frozen=True)
class AnkiCard:
    id: int
    note: int
    deck: int = 1
    number: int = 0
    type: int = 0
    queue: int = 0
    due: int = 0
    interval: int = 0
    lapses: int = 0
    home_due: int = 0
    home: int = 0
    flags: int = 0


@dataclass(frozen=True)
class AnkiReview:
    at: int
    card: int
    ease: int
    interval: int
    rested: int = 0
    took: int = 5000
    type: int = 1
    factor: int = 2500


@dataclass(frozen=True)
class Content:
    kinds: tuple[AnkiKind, ...] = ()
    decks: dict[int, str] = field(default_factory=lambda: {1: "Default"})
    notes: tuple[AnkiNote, ...] = ()
    cards: tuple[AnkiCard, ...] = ()
    reviews: tuple[AnkiReview, ...] = ()
    media: tuple[tuple[str, bytes], ...] = ()
    settings: dict[str, Any] = field(default_factory=lambda: {"creationOffset": 0})
    descriptions: dict[int, str] = field(default_factory=dict)


BASIC = AnkiKind(10, "Basic", ("Front", "Back"), (("Card 1", "{{Front}}", "{{Back}}"),))
TWO_WAYS = replace(
    BASIC, id=20, name="Two ways", templates=(*BASIC.templates, ("Card 2", "{{Back}}", "{{Front}}"))
)
GAPS = AnkiKind(
    30, "Cloze", ("Text",), (("Cloze", "{{cloze:Text}}", "{{cloze:Text}}"),), cloze=True
)
SMALL = Content(
    kinds=(BASIC, TWO_WAYS, GAPS),
    decks={1: "Default", 2: "AWS::Security", 3: "AWS", 4: "Empty", 5: "Filtered"},
    notes=(
        AnkiNote(NOTE + 1, "one", BASIC.id, ("What is <b>S3</b>?", "a store"), " aws  storage "),
        AnkiNote(NOTE + 2, "two", TWO_WAYS.id, ("KMS", "keys ü 日本")),
        AnkiNote(NOTE + 3, "three", GAPS.id, ("{{c1::IAM}} is {{c2::global}}",), changed=0),
    ),
    cards=(
        AnkiCard(CARD + 1, NOTE + 1, deck=2, due=2, flags=3),
        AnkiCard(CARD + 2, NOTE + 2, deck=3, due=1, queue=-1),
        AnkiCard(CARD + 3, NOTE + 2, deck=2, number=1, type=2, queue=2, due=400, interval=30),
        AnkiCard(CARD + 4, NOTE + 3, deck=5, home=3, home_due=7, type=2, due=-9, interval=9),
        AnkiCard(CARD + 5, NOTE + 3, deck=3, number=1, type=3, queue=1, due=1_700_000_000),
    ),
    reviews=(
        AnkiReview(1_650_000_000_000, CARD + 3, ease=3, interval=10, rested=-600, type=0),
        AnkiReview(1_660_000_000_000, CARD + 3, ease=4, interval=30, rested=10),
    ),
    media=(("eye.png", b"\x89PNG"), ("größe 2.mp3", b"ID3")),
    descriptions={2: "All about <i>security</i>"},
)

_OLD = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
CREATE INDEX ix_cards_nid ON cards (nid);
"""
_NEW = """
CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL,
  mtime_secs integer NOT NULL, val blob NOT NULL) without rowid;
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL,
  name text NOT NULL COLLATE unicase, config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL,
  name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
  config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
"""


def database(content: Content, version: int = 11, script: str = "") -> bytes:
    """A collection: kinds and decks as JSON up to version 14, in tables from 15 on."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "made.db")
        with closing(sqlite3.connect(path)) as connection:
            connection.create_collation("unicase", _compared)
            connection.executescript(_OLD + (_NEW if version >= 15 else ""))
            _fill(connection, content, version)
            connection.executescript(script)
            connection.commit()
        return path.read_bytes()


def legacy(content: Content = SMALL, script: str = "") -> bytes:
    """A package as Anki wrote it up to 2021, and still does on request."""
    media = {str(number): name for number, (name, _) in enumerate(content.media)}
    return zipped(
        ("collection.anki2", database(content, script=script)),
        ("media", json.dumps(media).encode()),
        *((str(number), held) for number, (_, held) in enumerate(content.media)),
    )


def newest(content: Content = SMALL, meta: bytes = b"\x08\x03") -> bytes:
    """A package as Anki writes it now, with the old collection that asks to update."""
    placeholder = replace(
        SMALL, notes=(AnkiNote(1, "old", BASIC.id, (PLACEHOLDER, "")),), cards=(), reviews=()
    )
    listed = b"".join(
        nested(1, text(1, name) + number(2, len(held))) for name, held in content.media
    )
    return zipped(
        ("meta", meta),
        ("collection.anki21b", framed(database(content, 18))),
        ("collection.anki2", database(placeholder)),
        *((str(index), framed(held)) for index, (_, held) in enumerate(content.media)),
        ("media", framed(listed)),
    )


def samples() -> list[tuple[str, bytes]]:
    """Files of all generations, by the names they might have."""
    return [
        ("old.apkg", legacy()),
        ("new.apkg", newest()),
        ("bare.anki2", database(SMALL)),
        ("bare.anki21", database(SMALL, 18)),
    ]


def zipped(*entries: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, held in entries:
            archive.writestr(name, held)
    return out.getvalue()


def framed(raw: bytes) -> bytes:
    """Bytes packed with Zstandard."""
    return zstd.compress(raw)


def number(field_number: int, value: int) -> bytes:
    """A field of a protobuf message that is a whole number."""
    return _varint(field_number << 3) + _varint(value)


def nested(field_number: int, raw: bytes) -> bytes:
    """A field of a protobuf message that is bytes or a message."""
    return _varint(field_number << 3 | 2) + _varint(len(raw)) + raw


def text(field_number: int, value: str) -> bytes:
    return nested(field_number, value.encode())


def _varint(value: int) -> bytes:
    raw = bytearray()
    while value > 0x7F:
        raw.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*raw, value))


def _fill(connection: sqlite3.Connection, content: Content, version: int) -> None:
    models = {str(kind.id): _model(kind) for kind in content.kinds}
    decks = {
        str(deck): {"id": deck, "name": name, "desc": content.descriptions.get(deck, "")}
        for deck, name in content.decks.items()
    }
    split = version >= 15
    said = ["" if split else json.dumps(one) for one in (content.settings, models, decks)]
    _insert(connection, "col", [(1, CREATED, 0, 0, version, 0, 0, 0, *said, "", "")])
    _insert(
        connection,
        "notes",
        (
            (n.id, n.guid, n.kind, n.changed, -1, n.tags, "\x1f".join(n.fields), "", 0, 0, "")
            for n in content.notes
        ),
    )
    _insert(connection, "cards", map(_card_row, content.cards))
    _insert(
        connection,
        "revlog",
        (
            (r.at, r.card, -1, r.ease, r.interval, r.rested, r.factor, r.took, r.type)
            for r in content.reviews
        ),
    )
    if split:
        _fill_tables(connection, content)


def _card_row(c: AnkiCard) -> tuple[int | str, ...]:
    place = (c.id, c.note, c.deck, c.number, 0, -1)
    learned = (c.type, c.queue, c.due, c.interval, 2500, 0, c.lapses, 0)
    return (*place, *learned, c.home_due, c.home, c.flags, "")


def _fill_tables(connection: sqlite3.Connection, content: Content) -> None:
    settings = ((key, 0, 0, json.dumps(value).encode()) for key, value in content.settings.items())
    _insert(connection, "config", settings)
    for kind in content.kinds:
        config = number(1, int(kind.cloze)) + text(3, kind.css)
        _insert(connection, "notetypes", [(kind.id, kind.name, 0, 0, config)])
        _insert(
            connection, "fields", ((kind.id, n, name, b"") for n, name in enumerate(kind.fields))
        )
        templates = enumerate(kind.templates)
        _insert(
            connection,
            "templates",
            ((kind.id, n, name, 0, 0, text(1, q) + text(2, a)) for n, (name, q, a) in templates),
        )
    for deck, name in content.decks.items():
        said = nested(1, number(1, 1) + text(4, content.descriptions.get(deck, "")))
        row = (deck, name.replace("::", "\x1f"), 0, 0, b"", said)
        _insert(connection, "decks", [row])


def _insert(
    connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[int | str | bytes]]
) -> None:
    for row in rows:
        signs = ",".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({signs})", row)  # noqa: S608 - own names


def _model(kind: AnkiKind) -> dict[str, Any]:
    templates = [
        {"name": name, "ord": n, "qfmt": question, "afmt": answer}
        for n, (name, question, answer) in enumerate(kind.templates)
    ]
    fields = [{"name": name, "ord": n} for n, name in enumerate(kind.fields)]
    head = {"id": kind.id, "name": kind.name, "type": int(kind.cloze), "css": kind.css}
    return {**head, "flds": fields, "tmpls": templates}


def _compared(first: str, second: str) -> int:
    one, other = first.casefold(), second.casefold()
    return (one > other) - (one < other)
