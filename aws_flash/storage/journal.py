"""The journal of one transaction: every value as it was before its first write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Befores = dict[str, dict[Any, Any]]
"""By table, by key: the value before the first write, None where there was none."""


def size_of(befores: Befores) -> int:
    """Return how many values a journal holds."""
    return sum(map(len, befores.values()))


def forget(befores: Befores) -> None:
    """Let go of all values, one by one: all at once, a hundred thousand stop every thread."""
    for kept in befores.values():
        while kept:
            kept.popitem()


class Journal:
    """Remembers values before they are written; undo is putting them back."""

    def __init__(self) -> None:
        """Begin empty."""
        self._befores: Befores = {}

    def remember(self, kept_in: str, keys: Iterable[Any], olds: Mapping[Any, Any]) -> None:
        """Keep the old value of each key, unless one is kept already."""
        kept = self._befores.setdefault(kept_in, {})
        for key in keys:
            if key not in kept:
                kept[key] = olds.get(key)

    @property
    def befores(self) -> Befores:
        """The values before, without the tables in which nothing was written."""
        return {name: kept for name, kept in self._befores.items() if kept}
