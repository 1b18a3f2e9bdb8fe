"""Rows read one by one where some may make no sense: the values, and the keys of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from sqlalchemy import Row

K = TypeVar("K", int, str)
V = TypeVar("V")


class Sifted(Generic[K, V]):
    """Goes through rows once; those that make no value are passed over and noted.

    `unreadable` holds their keys when the end is reached. The key stands first in a row.
    """

    def __init__(
        self, rows: Iterable[Row[*tuple[Any, ...]]], value_of: Callable[[Row[Any]], V]
    ) -> None:
        """Sift these rows."""
        self._rows = rows
        self._value_of = value_of
        self.unreadable: list[K] = []

    def __iter__(self) -> Iterator[V]:
        for row in self._rows:
            try:
                value = self._value_of(row)
            except (ValueError, TypeError, AttributeError):  # what values raise at birth
                self.unreadable.append(row[0])
            else:
                yield value
