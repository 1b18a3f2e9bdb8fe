"""Batches: long work is cut into pieces, so that it can be called off between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

BATCH = 1000


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Cut values into lists of at most a thousand."""
    left = iter(values)
    while batch := list(islice(left, BATCH)):
        yield batch
