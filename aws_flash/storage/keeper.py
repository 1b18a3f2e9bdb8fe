"""The one way in and out of a table: get_all, put_all, remove_all, journalled."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, Table, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from aws_flash.storage.journal import Journal
from aws_flash.storage.sifted import Sifted

K = TypeVar("K", int, str)
V = TypeVar("V")

_CHUNK = 10_000


def among(column: Column[K], keys: Collection[K]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of the keys: one parameter, however many."""
    listed = func.json_each(json.dumps(list(keys))).table_valued("value")
    return column.in_(select(listed.c.value))


def chunks(values: Iterable[V]) -> Iterator[list[V]]:
    """Cut values into lists that fit one statement."""
    listed = list(values)
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]


class Keeper(Generic[K, V]):
    """Values of one kind in one table.

    A subclass says how a value becomes a row and a row a value, and may keep other tables in step
    by overriding `_stored` and `_removed`.
    """

    name: str
    table: Table[Any]
    key: Column[K]

    def __init__(self, connection: Connection, journal: Journal, now: int) -> None:
        """Work within one transaction; `now` (UTC milliseconds) dates what is deleted."""
        self._connection = connection
        self._journal = journal
        self._now = now

    def get_all(self, keys: Iterable[K]) -> dict[K, V]:
        """Return the values there are, by key; a key without a value is left out."""
        found: dict[K, V] = {}
        for some in chunks(keys):
            for row in self._connection.execute(self._select().where(among(self.key, some))):
                value = self._value(row)
                found[self._key_of(value)] = value
        return found

    def put_all(self, values: Iterable[V]) -> None:
        """Store values, new or changed; one that is stored just so already is left alone."""
        for some in chunks(values):
            by_key = {self._key_of(value): value for value in some}
            olds = self.get_all(by_key)
            fresh = {key: value for key, value in by_key.items() if olds.get(key) != value}
            if fresh:
                self._journal.remember(self.name, fresh, olds)
                self._store(list(fresh.values()))
                self._stored(olds, fresh)

    def remove_all(self, keys: Iterable[K]) -> None:
        """Remove the values of these keys; a key without a value is passed over."""
        for some in chunks(keys):
            olds = self.get_all(some)
            if olds:
                self._journal.remember(self.name, olds, olds)
                self._remove(olds)
                self._removed(olds)

    def every(self) -> Iterator[V]:
        """Go through all values in the order of their keys, without holding them all."""
        for row in self._connection.execute(self._select().order_by(self.key)):
            yield self._value(row)

    def sift(self, *order: ColumnElement[Any]) -> Sifted[K, V]:
        """Go through all values in an order, past the rows that make no value."""
        return Sifted(self._connection.execute(self._select().order_by(*order)), self._value)

    def _select(self) -> Select[Any]:
        return select(self.table)

    def _store(self, values: list[V]) -> None:
        self._upsert(self.table, (self.key.name,), [self._row(value) for value in values])

    def _upsert(
        self, table: Table[Any], keys: tuple[str, ...], rows: list[dict[str, object]]
    ) -> None:
        statement = insert(table)
        replaced = {c.name: c for c in statement.excluded if c.name not in keys}
        self._connection.execute(statement.on_conflict_do_update(keys, set_=replaced), rows)

    def _remove(self, olds: dict[K, V]) -> None:
        self._connection.execute(delete(self.table).where(among(self.key, olds)))

    def _stored(self, olds: dict[K, V], fresh: dict[K, V]) -> None:
        """Keep other tables in step after values were stored."""

    def _removed(self, olds: dict[K, V]) -> None:
        """Keep other tables in step after values were removed."""

    def _key_of(self, value: V) -> K:
        raise NotImplementedError

    def _row(self, value: V) -> dict[str, object]:
        raise NotImplementedError

    def _value(self, row: Row[*tuple[Any, ...]]) -> V:
        raise NotImplementedError
