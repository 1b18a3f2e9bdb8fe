"""Upkeep: what a doctor asks of the file below the values, and mends there.

Nothing here is journalled: mending cannot be undone step by step, so a backup comes before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, literal_column, text, update

from aws_flash.domain.errors import CollectionDamaged
from aws_flash.domain.note import Note
from aws_flash.storage.keeper import Keeper, among, chunks
from aws_flash.storage.schema import cards, metadata, topics
from aws_flash.storage.search import (
    find_words_again,
    index_notes,
    stale_notes,
    unindex_notes,
    words_are_found,
)

_ROWID: Any = literal_column("rowid")


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A row of a table that belongs to a row of another, which is not there."""

    table: str
    rowid: int
    parent: str


class Upkeep:
    """Looks below the values of one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work within the transaction of `connection`."""
        self._connection = connection

    def broken_pages(self) -> list[str]:
        """Return what SQLite finds wrong with the file, its indexes aside; nothing when sound."""
        return self._check("quick_check")

    def broken_indexes(self) -> list[str]:
        """Return what SQLite finds wrong with the file, its indexes too; nothing when sound."""
        return self._check("integrity_check")

    def make_indexes_again(self) -> None:
        """Make all indexes anew from their tables."""
        self._connection.execute(text("REINDEX"))

    def broken_links(self) -> list[BrokenLink]:
        """Return the rows that belong to one that is not there."""
        rows = self._connection.execute(text("PRAGMA foreign_key_check"))
        return [BrokenLink(table, rowid, parent) for table, rowid, parent, _ in rows]

    def hang_cards_on(self, topic_id: int, card_ids: Iterable[int]) -> None:
        """Move cards to a topic."""
        for some in chunks(card_ids):
            moved = update(cards).where(among(cards.c.id, some))
            self._connection.execute(moved.values(topic_id=topic_id))

    def make_roots(self, topic_ids: Iterable[int]) -> None:
        """Hang topics on no other."""
        for some in chunks(topic_ids):
            freed = update(topics).where(among(topics.c.id, some))
            self._connection.execute(freed.values(parent_id=None))

    def erase_rows(self, table: str, rowids: Iterable[int]) -> None:
        """Erase rows for good, without a tombstone."""
        for some in chunks(rowids):
            self._connection.execute(delete(metadata.tables[table]).where(among(_ROWID, some)))

    def erase_values(self, keeper: Keeper[Any, Any], keys: Iterable[Any]) -> None:
        """Erase rows that make no value, for good."""
        for some in chunks(keys):
            self._connection.execute(delete(keeper.table).where(among(keeper.key, some)))

    def allow_loose_ends(self) -> None:
        """Put off the check of links to the end of the transaction."""
        self._connection.execute(text("PRAGMA defer_foreign_keys = ON"))

    def stale_notes(self, notes: Iterable[Note]) -> list[int]:
        """Return the ids that search would miss or show wrongly, given all notes."""
        return stale_notes(self._connection, notes)

    def words_are_found(self) -> bool:
        """Tell whether search finds the words it holds; needs a transaction that writes."""
        return words_are_found(self._connection)

    def find_words_again(self) -> None:
        """Make search find the words it holds."""
        find_words_again(self._connection)

    def index_again(self, note_ids: Collection[int], notes: Iterable[Note]) -> None:
        """Take ids out of search and put these notes in."""
        unindex_notes(self._connection, note_ids)
        index_notes(self._connection, notes)

    def _check(self, pragma: str) -> list[str]:
        try:
            found = [str(row[0]) for row in self._connection.execute(text(f"PRAGMA {pragma}"))]
        except CollectionDamaged as damage:
            return [damage.why]
        return [] if found == ["ok"] else found
