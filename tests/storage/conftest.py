"""A collection of its own for each test, and values to fill it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aws_flash.storage.collection import Collection

NOW = 1_790_000_000_000


@pytest.fixture
def open_collection(tmp_path: Path) -> Iterator[Callable[[], Collection]]:
    """Opens the same file again and again, as a program that is started anew does."""
    opened: list[Collection] = []

    def opener() -> Collection:
        collection = Collection.open(tmp_path / "collection.db", lambda path: None)
        opened.append(collection)
        return collection

    yield opener
    for collection in opened:
        collection.close()


@pytest.fixture
def collection(open_collection: Callable[[], Collection]) -> Collection:
    return open_collection()
