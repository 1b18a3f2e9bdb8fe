"""The one way in and out of a table: get_all, put_all, remove_all, journalled."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Delete,
    Select,
    Table,
    bindparam,
    delete,
    func,
    select,
)
from sqlalchemy.dialects.sqlite import Insert, dialect, insert

from aws_flash.storage.journal import Journal
from aws_flash.storage.sifted import Sifted

K = TypeVar("K", int, str)
V = TypeVar("V")

Row = tuple[Any, ...]
"""A value as SQLite takes it, in the order of the table's columns."""

Writing = Callable[[Table[Any]], str]
"""Gives the statement that writes rows into a table."""

_CHUNK = 1000
"""Values of one statement: more at once would keep the window from its turn."""
NAMED = "named_keys"


def among(column: Column[K], keys: Collection[K]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of the keys: one parameter, however many."""
    return one_of(column, json.dumps(list(keys)))


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
            named = {NAMED: json.dumps(some)}
            for row in self._connection.execute(_selection(self._select, self.key), named).all():
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
                self._put(olds, fresh)

    def add_all(self, values: Iterable[V]) -> None:
        """Store values of which none is stored yet: as `put_all`, in half the time."""
        for some in chunks(values):
            self._put({}, {self._key_of(value): value for value in some})

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
        rows = self._connection.execute(self._select().order_by(self.key))
        for some in rows.partitions(_CHUNK):
            yield from map(self._value, some)

    def count(self) -> int:
        """Return how many values there are."""
        return self._connection.scalar(select(func.count()).select_from(self.table)) or 0

    def sift(self, *order: ColumnElement[Any]) -> Sifted[K, V]:
        """Go through all values in an order, past the rows that make no value."""
        return Sifted(self._connection.execute(self._select().order_by(*order)), self._value)

    def packed(self, value: V) -> list[Any]:
        """Return a value as plain scalars, which JSON can hold."""
        return list(self._row(value))

    def unpacked(self, scalars: Sequence[Any]) -> V:
        """Return the value that was packed so."""
        return self._value(scalars)

    def _put(self, olds: dict[K, V], fresh: dict[K, V]) -> None:
        self._journal.remember(self.name, fresh, olds)
        self._store(list(fresh.values()), upsertion if olds else _insertion)
        self._stored(olds, fresh)

    @classmethod
    def _select(cls) -> Select[Any]:
        return select(cls.table)

    def _store(self, values: list[V], statement_for: Writing) -> None:
        """Write values as rows with a statement that the table is asked for."""
        rows = [self._row(value) for value in values]
        self._connection.exec_driver_sql(statement_for(self.table), rows)

    def _remove(self, olds: dict[K, V]) -> None:
        self._connection.execute(_deletion(self.key), {NAMED: json.dumps(list(olds))})

    def _stored(self, olds: dict[K, V], fresh: dict[K, V]) -> None:
        """Keep other tables in step after values were stored."""

    def _removed(self, olds: dict[K, V]) -> None:
        """Keep other tables in step after values were removed."""

    def _key_of(self, value: V) -> K:
        raise NotImplementedError

    def _row(self, value: V) -> Row:
        raise NotImplementedError

    def _value(self, row: Sequence[Any]) -> V:
        raise NotImplementedError


# Statements are made once: making them anew costs more than running them.


@cache
def _selection(everything: Callable[[], Select[Any]], key: Column[Any]) -> Select[Any]:
    return everything().where(one_of(key, bindparam(NAMED)))


@cache
def _deletion(key: Column[Any]) -> Delete:
    return delete(key.table).where(one_of(key, bindparam(NAMED)))


@cache
def _insertion(table: Table[Any]) -> str:
    return _as_sql(insert(table))


@cache
def upsertion(table: Table[Any]) -> str:
    """Return the statement that writes rows whether or not their keys are there."""
    keys = [column.name for column in table.primary_key]
    statement = insert(table)
    replaced = {c.name: c for c in statement.excluded if c.name not in keys}
    return _as_sql(statement.on_conflict_do_update(keys, set_=replaced))


def _as_sql(statement: Insert) -> str:
    """Return a statement as SQL: rows then go straight to SQLite, in a third of the time.

    That is right because a row holds nothing but what SQLite takes as it is.
    """
    return str(statement.compile(dialect=dialect(paramstyle="qmark")))


def one_of(column: Column[Any], keys: object) -> ColumnElement[bool]:
    """Return the condition that a column is in a JSON list."""
    listed = func.json_each(keys).table_valued("value")
    return column.in_(select(listed.c.value))
