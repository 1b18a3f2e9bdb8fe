"""The notes table, with the provenance and the search index that follow it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, delete, select

from aws_flash.domain.note import Note
from aws_flash.storage import provenance as provenance_rows
from aws_flash.storage.keeper import Row, Writing, among, chunks, upsertion
from aws_flash.storage.schema import notes, provenance
from aws_flash.storage.search import index_notes, unindex_notes
from aws_flash.storage.tombstones import TombstoneKeeper

_NOTE_COLUMNS = len(notes.c)
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Notes(TombstoneKeeper[Note]):
    """Notes by id."""

    name = "notes"
    table = notes
    key = notes.c.id
    guid = notes.c.guid

    def ids_by_guid(self, guids: Iterable[str]) -> dict[str, int]:
        """Return the id of each note that has one of the guids."""
        found: dict[str, int] = {}
        for some in chunks(guids):
            statement = select(notes.c.guid, notes.c.id).where(among(notes.c.guid, some))
            found.update((guid, note_id) for guid, note_id in self._connection.execute(statement))
        return found

    def kinds_used(self, kind_ids: Iterable[int]) -> set[int]:
        """Return those of the kinds that have notes."""
        here = among(notes.c.kind_id, list(kind_ids))
        return set(self._connection.scalars(select(notes.c.kind_id).where(here).distinct()))

    def packed(self, value: Note) -> list[Any]:
        """Return a note as plain scalars, those of its provenance behind its own."""
        told = value.provenance
        none = (None,) * (len(provenance.c) - 1)
        rest = none if told is None else provenance_rows.row_of(value.id, told)[1:]
        return [*super().packed(value), *rest]

    @classmethod
    def _select(cls) -> Select[Any]:
        told = [column for column in provenance.c if column.name != "note_id"]
        return select(notes, *told).outerjoin(provenance, provenance.c.note_id == notes.c.id)

    def _store(self, values: list[Note], statement_for: Writing) -> None:
        super()._store(values, statement_for)
        told = [(note.id, note.provenance) for note in values]
        rows = [provenance_rows.row_of(key, value) for key, value in told if value is not None]
        if rows:
            self._connection.exec_driver_sql(upsertion(provenance), rows)
        self._forget_provenance([key for key, value in told if value is None])

    def _stored(self, olds: dict[int, Note], fresh: dict[int, Note]) -> None:
        super()._stored(olds, fresh)
        unindex_notes(self._connection, olds.keys() & fresh.keys())
        index_notes(self._connection, fresh.values())

    def _remove(self, olds: dict[int, Note]) -> None:
        self._forget_provenance(list(olds))
        super()._remove(olds)

    def _removed(self, olds: dict[int, Note]) -> None:
        super()._removed(olds)
        unindex_notes(self._connection, olds)

    def _forget_provenance(self, note_ids: list[int]) -> None:
        if note_ids:
            gone = among(provenance.c.note_id, note_ids)
            self._connection.execute(delete(provenance).where(gone))

    def _key_of(self, value: Note) -> int:
        return value.id

    def _row(self, value: Note) -> Row:
        return (
            value.id,
            value.guid,
            value.kind_id,
            _JSON.encode(value.fields),
            " ".join(value.tags),
            value.created,
            value.modified,
        )

    def _value(self, row: Sequence[Any]) -> Note:
        note_id, guid, kind_id, fields, tags, created, modified = row[:_NOTE_COLUMNS]
        return Note(
            id=note_id,
            guid=guid,
            kind_id=kind_id,
            fields=tuple([(name, html) for name, html in json.loads(fields)]),
            tags=tuple(tags.split()),
            created=created,
            modified=modified,
            provenance=provenance_rows.value_of(row[_NOTE_COLUMNS:]),
        )
