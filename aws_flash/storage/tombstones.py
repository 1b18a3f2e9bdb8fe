"""Tombstones: what was deleted, kept so that a merge knows and the trash can give it back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects.sqlite import insert

from aws_flash.storage.keeper import Keeper, among, chunks
from aws_flash.storage.schema import tombstones

V = TypeVar("V")


class TombstoneKeeper(Keeper[int, V]):
    """A keeper that leaves a tombstone for what it removes, and lifts it when that comes back."""

    def deleted_guids(self, guids: Iterable[str]) -> set[str]:
        """Return those of the guids that stand on a tombstone."""
        found: set[str] = set()
        for some in chunks(guids):
            here = and_(tombstones.c.kept_in == self.name, among(tombstones.c.guid, some))
            found.update(self._connection.scalars(select(tombstones.c.guid).where(here)))
        return found

    def _stored(self, olds: dict[int, V], fresh: dict[int, V]) -> None:
        back = [key for key in fresh if key not in olds]
        if back:
            here = and_(tombstones.c.kept_in == self.name, among(tombstones.c.id, back))
            self._connection.execute(delete(tombstones).where(here))

    def _removed(self, olds: dict[int, V]) -> None:
        statement = insert(tombstones).prefix_with("OR REPLACE")
        self._connection.execute(statement, [self._stone(*item) for item in olds.items()])

    def _stone(self, key: int, value: V) -> dict[str, object]:
        told = dict(zip(self.table.c.keys(), self._row(value), strict=True))
        return {
            "kept_in": self.name,
            "id": key,
            "guid": self._guid_of(value),
            "deleted_at": self._now,
            "content": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
        }

    def _guid_of(self, value: V) -> str:
        raise NotImplementedError
