"""The kinds table: kinds that came with imports."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from aws_flash.domain.kind import BUILT_IN, CardTemplate, Family, Kind
from aws_flash.domain.note import Note
from aws_flash.storage.keeper import Keeper, Row
from aws_flash.storage.schema import kinds

_BUILT_IN = {kind.id: kind for kind in BUILT_IN}


class Kinds(Keeper[int, Kind]):
    """Imported kinds by id."""

    name = "kinds"
    table = kinds
    key = kinds.c.id

    def known(self) -> dict[int, Kind]:
        """Return every kind by id, the built-in ones too."""
        return {**_BUILT_IN, **{kind.id: kind for kind in self.every()}}

    def of(self, note: Note) -> Kind:
        """Return the kind of a note."""
        return _BUILT_IN.get(note.kind_id) or self.get_all([note.kind_id])[note.kind_id]

    def _key_of(self, value: Kind) -> int:
        return value.id

    def _row(self, value: Kind) -> Row:
        templates = [(t.name, t.question, t.answer) for t in value.templates]
        return (
            value.id,
            value.guid,
            value.name,
            value.family.value,
            json.dumps(value.fields, ensure_ascii=False),
            json.dumps(templates, ensure_ascii=False),
            value.css,
            value.by_hole,
        )

    def _value(self, row: Sequence[Any]) -> Kind:
        kind_id, guid, name, family, fields, templates, css, by_hole = row
        return Kind(
            id=kind_id,
            guid=guid,
            name=name,
            family=Family(family),
            fields=tuple(json.loads(fields)),
            templates=tuple(CardTemplate(*template) for template in json.loads(templates)),
            css=css,
            by_hole=by_hole,
        )
