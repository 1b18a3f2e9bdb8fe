"""The full-text index over notes: one plain FTS5 table, kept in step by the notes table."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, text

from aws_flash.domain.errors import CollectionDamaged
from aws_flash.domain.note import Note

_INSERT = "INSERT INTO search(rowid, content, tags) VALUES (?, ?, ?)"
_DELETE = "DELETE FROM search WHERE rowid = ?"
_HELD = text("SELECT rowid, content, tags FROM search")
_CHECK = text("INSERT INTO search(search) VALUES ('integrity-check')")
_REBUILD = text("INSERT INTO search(search) VALUES ('rebuild')")


def index_notes(connection: Connection, notes: Iterable[Note]) -> None:
    """Add notes that the index does not hold."""
    rows = [(note.id, *_indexed(note)) for note in notes]
    if rows:
        connection.exec_driver_sql(_INSERT, rows)


def unindex_notes(connection: Connection, note_ids: Collection[int]) -> None:
    """Drop notes from the index."""
    if note_ids:
        connection.exec_driver_sql(_DELETE, [(note_id,) for note_id in note_ids])


def stale_notes(connection: Connection, notes: Iterable[Note]) -> list[int]:
    """Return the ids that the index lacks, holds otherwise or holds in vain, given all notes."""
    held = {row[0]: hash((row[1], row[2])) for row in connection.execute(_HELD)}
    stale = [note.id for note in notes if held.pop(note.id, None) != hash(_indexed(note))]
    return [*stale, *held]


def words_are_found(connection: Connection) -> bool:
    """Tell whether the index finds the words that it holds; needs a transaction that writes."""
    try:
        connection.execute(_CHECK)
    except CollectionDamaged:
        return False
    return True


def find_words_again(connection: Connection) -> None:
    """Make the index anew from the texts that it holds."""
    connection.execute(_REBUILD)


def _indexed(note: Note) -> tuple[str, str]:
    from aws_flash.domain.search_text import search_text  # 10 ms that no start should wait for

    return search_text(html for _, html in note.fields), " ".join(note.tags)
