"""Tombstones: what was deleted, kept so that a merge knows and the trash can give it back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Insert,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
)

from aws_flash.storage.keeper import NAMED, Keeper, among, chunks, one_of
from aws_flash.storage.schema import tombstones

V = TypeVar("V")


class TombstoneKeeper(Keeper[int, V]):
    """A keeper that leaves a tombstone for what it removes, and lifts it when that comes back.

    `guid` says of a row under which name another machine knows it.
    """

    guid: ColumnElement[str]

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

    def _remove(self, olds: dict[int, V]) -> None:
        stones = _stones(self.name, self.table, self.key, self.guid)
        self._connection.execute(stones, {NAMED: json.dumps(list(olds)), "now": self._now})
        super()._remove(olds)


@cache
def _stones(kept_in: str, table: Table[Any], key: Column[int], guid: ColumnElement[str]) -> Insert:
    """Return the statement that makes tombstones of the rows with the named keys."""
    held = func.json_object(*(part for c in table.c for part in (c.name, c)))
    stones = select(literal(kept_in), key, guid, bindparam("now"), held)
    statement = insert(tombstones).prefix_with("OR REPLACE")
    return statement.from_select(tombstones.c.keys(), stones.where(one_of(key, bindparam(NAMED))))
