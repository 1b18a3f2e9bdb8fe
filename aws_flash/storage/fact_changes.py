"""The fact_changes table: facts that new editions changed, by the note's id."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import exists

from aws_flash.domain.fact_change import FactChange
from aws_flash.domain.merge import Content
from aws_flash.storage import provenance as provenance_rows
from aws_flash.storage.keeper import Keeper, Row
from aws_flash.storage.schema import fact_changes, notes


class FactChanges(Keeper[int, FactChange]):
    """Changes of facts by the note's id: the newest of each note."""

    name = "fact_changes"
    table = fact_changes
    key = fact_changes.c.note_id

    def waiting(self) -> list[FactChange]:
        """Return the changes that nobody has seen, oldest first, of notes that are there."""
        there = exists().where(notes.c.id == fact_changes.c.note_id)
        statement = self._select().where(fact_changes.c.seen_at.is_(None), there)
        ordered = statement.order_by(fact_changes.c.at, fact_changes.c.note_id)
        return [self._value(row) for row in self._connection.execute(ordered)]

    def _key_of(self, value: FactChange) -> int:
        return value.note_id

    def _row(self, value: FactChange) -> Row:
        return (
            value.note_id,
            value.at,
            _written(value.before),
            _written(value.after),
            value.is_clash,
            value.seen_at,
        )

    def _value(self, row: Sequence[Any]) -> FactChange:
        note_id, at, before, after, is_clash, seen_at = row
        return FactChange(note_id, at, _read(before), _read(after), is_clash, seen_at)


def _written(content: Content) -> str:
    told = content.provenance
    keys = {
        "kind": content.kind,
        "fields": content.fields,
        "provenance": None if told is None else provenance_rows.columns_of(told),
    }
    return json.dumps(keys, ensure_ascii=False, separators=(",", ":"))


def _read(written: str) -> Content:
    keys = json.loads(written)
    if not isinstance(keys, dict) or not keys.keys() >= {"kind", "fields", "provenance"}:
        raise ValueError(written[:40])
    told = keys["provenance"]
    return Content(
        kind=keys["kind"],
        fields=tuple((name, html) for name, html in keys["fields"]),
        provenance=None if told is None else provenance_rows.value_of(tuple(told.values())),
    )
