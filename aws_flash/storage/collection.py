"""A collection: one SQLite file, opened, led to the newest schema, written and read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aws_flash.domain.errors import CollectionMissing
from aws_flash.storage.database import reader_engine, version_of, writer_engine
from aws_flash.storage.files import explained
from aws_flash.storage.migrations import migrate
from aws_flash.storage.schema import VERSION
from aws_flash.storage.tables import Tables


class Collection:
    """An open collection. Writes come from one thread at a time; reads from any."""

    def __init__(self, path: Path) -> None:
        """Prepare the engines of the file at `path`; nothing is opened yet."""
        self.path = path
        self._writer = writer_engine(path)
        self._reader = reader_engine(path)

    @classmethod
    def open(cls, path: Path, before_migration: Callable[[Path], object]) -> Collection:
        """Open a collection, a new one where there is none, and lead it to the newest schema.

        `before_migration` is called with the path of a file that is about to be migrated.

        Raises:
            UserError: too new, damaged, locked, read-only, or the disk is full.
        """
        with explained(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        version = version_of(path)
        if 0 < version < VERSION:
            before_migration(path)
        collection = cls(path)
        try:
            migrate(collection._writer, version)
        except BaseException:
            collection.close()
            raise
        return collection

    @classmethod
    def open_for_reading(cls, path: Path) -> Collection:
        """Open a collection that exists, only to read; works beside an open window.

        Raises:
            CollectionMissing: there is none, or it has an older schema that must be migrated.
            UserError: too new or damaged.
        """
        if version_of(path) != VERSION:
            raise CollectionMissing(str(path))
        return cls(path)

    @contextmanager
    def write(self, now: int) -> Iterator[Tables]:
        """Give the tables within one transaction: committed at the end, undone on any error."""
        with self._writer.begin() as connection:
            yield Tables(connection, now)

    @contextmanager
    def read(self) -> Iterator[Tables]:
        """Give the tables to read from; the view does not change until the end."""
        with self._reader.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield Tables(connection, now=0)
            finally:
                connection.exec_driver_sql("ROLLBACK")

    def close(self) -> None:
        """Close all connections; SQLite then folds its log into the file."""
        self._reader.dispose()
        self._writer.dispose()
