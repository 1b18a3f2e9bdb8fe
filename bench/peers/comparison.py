"""A comparison: what one run of both sides gives, known by the names of its rows beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bench.peers.report import Compared


class Comparison(NamedTuple):
    """The names of the rows, and the work that measures them, all at once."""

    names: tuple[str, ...]
    measure: Callable[[], list[Compared]]


def measured(comparisons: Iterable[Comparison], word: str) -> Iterator[Compared]:
    """Measure, and yield what is asked for: the rows with `word` in their names, in any case."""
    for one in comparisons:
        if any(_has(name, word) for name in one.names):
            yield from (row for row in one.measure() if _has(row.item, word))


def _has(name: str, word: str) -> bool:
    return word.casefold() in name.casefold()
