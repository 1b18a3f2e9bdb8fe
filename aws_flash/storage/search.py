"""The full-text index over notes: one plain FTS5 table, kept in step by the notes table."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, text

from aws_flash.domain.note import Note
from aws_flash.domain.plain_text import search_text

_INSERT = text("INSERT INTO search(rowid, content, tags) VALUES (:id, :content, :tags)")
_DELETE = text("DELETE FROM search WHERE rowid = :id")
_EVERYTHING = text("DELETE FROM search")


def index_notes(connection: Connection, notes: Iterable[Note]) -> None:
    """Add notes that the index does not hold."""
    rows = [
        {
            "id": note.id,
            "content": search_text("\n".join(html for _, html in note.fields)),
            "tags": " ".join(note.tags),
        }
        for note in notes
    ]
    if rows:
        connection.execute(_INSERT, rows)


def unindex_notes(connection: Connection, note_ids: Collection[int]) -> None:
    """Drop notes from the index."""
    if note_ids:
        connection.execute(_DELETE, [{"id": note_id} for note_id in note_ids])


def rebuild_index(connection: Connection, notes: Iterable[Note]) -> None:
    """Write the whole index again."""
    connection.execute(_EVERYTHING)
    index_notes(connection, notes)
