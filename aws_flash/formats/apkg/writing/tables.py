"""The tables that collections of all generations share, and how fast they are filled."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.apkg.writing import answers
from aws_flash.formats.apkg.writing.cards import Cards, Days
from aws_flash.formats.apkg.writing.decks import Deck, Decks
from aws_flash.formats.apkg.writing.kinds import NoteType, note_types
from aws_flash.formats.apkg.writing.notes import Notes
from aws_flash.formats.uncollected import uncollected

_EARLIEST: Final = 18_262
"""1 January 2020: a collection begins then, or with the earliest due day if that is before."""

# The names and types are Anki's: each of its generations looks for them.
_SHARED: Final = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
  scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,
  ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,
  sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
  ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,
  queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
  reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
  time integer NOT NULL, type integer NOT NULL);
"""
_INDEXES: Final = """
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""
# Nobody sees the file before it is whole, so nothing in it needs to be safe from a crash.
_FAST: Final = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"


@dataclass(frozen=True, slots=True)
class Described:
    """What a collection says of itself beside its notes, cards and answers."""

    types: tuple[NoteType, ...]
    decks: tuple[Deck, ...]
    tags: tuple[str, ...]
    days: Days
    changed: int
    """Milliseconds: the latest time that anything in it has."""
    next_place: int


class Generation(Protocol):
    """How a generation of Anki keeps what a collection says of itself."""

    def describe(self, connection: sqlite3.Connection, described: Described) -> None:
        """Write the row of `col`, and tables of its own."""


def fill(path: Path, bundle: Bundle, generation: Generation, monitor: Monitor) -> None:
    """Make a collection; raises sqlite3.Error, OSError, Cancelled."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_collation("unicase", _compared)
        connection.executescript(_FAST + _SHARED)
        connection.execute("BEGIN")
        monitor.phase("Writing", 2 * len(bundle.notes) + len(bundle.reviews))
        with uncollected():
            described = _rows(connection, bundle, monitor)
        generation.describe(connection, described)
        connection.execute("COMMIT")
        connection.executescript(_INDEXES)


def insert(
    connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[int | str | bytes]]
) -> None:
    """Insert rows that have a value for each column."""
    width = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)  # noqa: S608 - own
    signs = ",".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({signs})", rows)  # noqa: S608 - own names


def _rows(connection: sqlite3.Connection, bundle: Bundle, monitor: Monitor) -> Described:
    types, decks = note_types(bundle), Decks(bundle)
    days = Days(min([_EARLIEST, *(c.progress.due for c in bundle.cards if c.progress)]))
    notes = Notes(types)
    insert(connection, "notes", notes.rows(bundle.notes, monitor))
    cards = Cards(decks, days, answers.answers_of(bundle.reviews))
    insert(connection, "cards", cards.rows(bundle, notes.written, monitor))
    insert(connection, "revlog", answers.rows(bundle.reviews, cards.ids, monitor))
    times = (note.modified or note.created or 0 for note in bundle.notes)
    return Described(
        types=tuple(types.values()),
        decks=tuple(decks.all()),
        tags=tuple(sorted(notes.tags)),
        days=days,
        changed=max(times, default=0),
        next_place=len(bundle.notes) + 1,
    )


def _compared(first: str, second: str) -> int:
    one, other = first.casefold(), second.casefold()
    return (one > other) - (one < other)
