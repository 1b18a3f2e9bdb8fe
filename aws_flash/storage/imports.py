"""The imports table, and beside it what each import added and overwrote."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select

from aws_flash.domain.imports import Import, ImportTrace, Report
from aws_flash.storage.keeper import Keeper, Row
from aws_flash.storage.schema import import_traces, imports


class Imports(Keeper[int, Import]):
    """Imports by id."""

    name = "imports"
    table = imports
    key = imports.c.id

    def newest_first(self) -> list[Import]:
        """Return all imports, the newest first."""
        statement = select(imports).order_by(imports.c.at.desc(), imports.c.id.desc())
        return [self._value(row) for row in self._connection.execute(statement)]

    def _key_of(self, value: Import) -> int:
        return value.id

    def _row(self, value: Import) -> Row:
        return (
            value.id,
            value.at,
            value.name,
            value.format,
            json.dumps(asdict(value.report), ensure_ascii=False),
            value.reverted_at,
        )

    def _value(self, row: Sequence[Any]) -> Import:
        import_id, at, name, format_id, report, reverted_at = row
        told = json.loads(report)
        told["problems"] = tuple((where, why) for where, why in told["problems"])
        return Import(import_id, at, name, format_id, Report(**told), reverted_at)


class ImportTraces(Keeper[int, ImportTrace]):
    """What imports added and overwrote, by the import's id."""

    name = "import_traces"
    table = import_traces
    key = import_traces.c.import_id

    def _key_of(self, value: ImportTrace) -> int:
        return value.import_id

    def _row(self, value: ImportTrace) -> Row:
        return (value.import_id, value.content)

    def _value(self, row: Sequence[Any]) -> ImportTrace:
        return ImportTrace(*row)
