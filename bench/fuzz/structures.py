"""What is packed in a file taken out, changed and packed again: zip, Zstandard, gzip, SQLite.

A changed byte of a packed file only tries the unpacker; readers are tried by what is inside.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import sqlite3
import sys
import warnings
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from bench.fuzz.mutating import mutated

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Packing = Callable[[bytes], bytes]

_ZIP, _SQLITE = b"PK\x03\x04", b"SQLite format 3\0"
_PACKINGS: Final[tuple[tuple[bytes, Packing, Packing], ...]] = (
    (b"\x28\xb5\x2f\xfd", zstd.decompress, zstd.compress),
    (b"\x1f\x8b", gzip.decompress, lambda content: gzip.compress(content, mtime=0)),
)
_MEMBER_NAMES: Final = (
    "../up", "/root", "C:\\x", "a\\b", "NUL", "media", "meta", "deck.json", "topics/x.json",
    "media/../../x", "collection.anki2", "collection.anki21b", "0", "reviews.jsonl", "x" * 300, "é",
)  # fmt: skip
_VALUES: Final[tuple[Any, ...]] = (
    None, 0, -1, 1, 2**31, -(2**31), 2**63 - 1, -(2**63), 1.5, float("inf"), "", "\x1f" * 50, "::",
    "{}", "[]", b"", b"\xff\xfe", b"\x0a\xff\xff\xff\xff\x0f", "x" * 70_000, "a::" * 5000, "\x00",
    "{{c1::" * 3000, "{{#F}}" * 3000, "1e400", '{"a":' * 2000,
)  # fmt: skip


def changed_within(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Return a file with something changed, mostly in the innermost of what is packed in it."""
    if chance.random() < 0.15:
        return mutated(content, chance, others)
    if content.startswith(_ZIP):
        return _zip_changed(content, chance, others)
    for sign, unpacked, packed in _PACKINGS:
        if content.startswith(sign):
            return packed(changed_within(unpacked(content), chance, others))
    if content.startswith(_SQLITE) and chance.random() < 0.8:
        return _database_changed(content, chance)
    is_json = content[:1] in {b"{", b"["} and chance.random() < 0.5
    return _json_changed(content, chance) if is_json else mutated(content, chance, others)


def _zip_changed(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            members = [(one.filename, archive.read(one)) for one in archive.infolist()]
    except (BadZipFile, zlib.error, ValueError):
        return mutated(content, chance, others)
    which = chance.randrange(len(members)) if members else 0
    name, held = members[which] if members else ("x", b"")
    match chance.randrange(10):
        case 0:
            members[which : which + 1] = []
        case 1:
            members[which : which + 1] = [(chance.choice(_MEMBER_NAMES), held)]
        case 2:
            members.append((chance.choice(_MEMBER_NAMES), chance.choice([held, *others, b""])))
        case 3:
            members.append((name, held))
        case _:
            members[which : which + 1] = [(name, changed_within(held, chance, others))]
    return _zipped(members, chance)


def _zipped(members: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")  # two members of one name are what we want
        for name, held in members:
            archive.writestr(name, held, chance.choice((ZIP_DEFLATED, ZIP_STORED)))
    return out.getvalue()


def _database_changed(content: bytes, chance: random.Random) -> bytes:
    """Return a database that is whole, with other values, columns or rows in it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        tables = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not row[0].startswith("sqlite_")
        ]
        for _ in range(chance.choice((1, 1, 2, 4))):
            try:
                _change_table(connection, chance.choice(sorted(tables)), chance)
            except (sqlite3.Error, IndexError):
                continue  # what the table itself forbids, or a table that is gone
        connection.commit()
        return connection.serialize()


def _change_table(connection: sqlite3.Connection, table: str, chance: random.Random) -> None:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    column, value = chance.choice(columns), chance.choice(_VALUES)
    match chance.randrange(12):
        case 0:
            connection.execute(f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO gone')
        case 1:
            connection.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own names
        case 2:
            connection.execute(f'DROP TABLE "{table}"')
        case 3 | 4:
            connection.execute(f'UPDATE "{table}" SET "{column}" = ?', [value])  # noqa: S608
        case 5:
            _change_json(connection, table, column, chance)
        case _:
            rows = connection.execute(f'SELECT "{columns[0]}" FROM "{table}"').fetchall()  # noqa: S608
            (key,) = chance.choice(rows)
            sql = f'UPDATE "{table}" SET "{column}" = ? WHERE "{columns[0]}" = ?'  # noqa: S608
            connection.execute(sql, [value, key])


def _change_json(
    connection: sqlite3.Connection, table: str, column: str, chance: random.Random
) -> None:
    for (held,) in connection.execute(f'SELECT "{column}" FROM "{table}" LIMIT 1').fetchall():  # noqa: S608
        raw = held.encode() if isinstance(held, str) else held
        if isinstance(raw, bytes):
            change = _json_changed if raw[:1] in {b"{", b"["} else mutated_alone
            fresh = change(raw, chance)
            value = fresh.decode("utf-8", "replace") if isinstance(held, str) else fresh
            connection.execute(f'UPDATE "{table}" SET "{column}" = ?', [value])  # noqa: S608


def mutated_alone(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes with changes that take nothing from elsewhere."""
    return mutated(content, chance, ())


def _json_changed(content: bytes, chance: random.Random) -> bytes:
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        return mutated(content, chance, ())
    places: list[tuple[Any, Any]] = []
    waiting = [whole]
    while waiting:
        here = waiting.pop()
        keys = list(here) if isinstance(here, dict) else range(len(here))
        places.extend((here, key) for key in keys)
        waiting.extend(here[key] for key in keys if isinstance(here[key], dict | list))
    for _ in range(chance.choice((1, 1, 2, 5))):
        if places:
            _change_place(*chance.choice(places), chance)
    try:
        return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")
    except (ValueError, RecursionError):  # it holds itself by now
        return mutated(content, chance, ())


def _change_place(here: Any, key: Any, chance: random.Random) -> None:
    odd: tuple[Any, ...] = (
        None, True, 0, -1, 2**70, 1e308, float("nan"), "", "\ud800", "x" * 70_000, [], {}, [[]],
        {"": None}, "../x", "1", [1, "a", None], "\x00",
    )  # fmt: skip
    try:
        old = here[key]
        match chance.randrange(4):
            case 0:
                del here[key]
            case 1 if isinstance(here, dict):
                here[str(key) + "x"] = here.pop(key)
            case 2 if isinstance(here, list):
                here.extend([old] * chance.choice((1, 3, 1000)))
            case _:
                here[key] = chance.choice(odd)
    except (KeyError, IndexError):
        return  # changed before
