"""What a collection says when the system refuses, and that nothing is lost by it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from aws_flash.domain.backup import Reason
from aws_flash.domain.errors import CollectionLocked, CollectionReadOnly, DiskFull, UserError
from aws_flash.storage.backup import back_up
from aws_flash.storage.collection import Collection
from tests.storage import filled
from tests.storage.limits import full_disk, read_only

NOTES = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled.make(tmp_path / "profile" / "collection.db")


def everything(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def put_notes(collection: Collection) -> None:
    with collection.write(filled.NOW) as tables:
        tables.notes.put_all(filled.note(5000 + number) for number in range(NOTES))


def refused(wanted: type[UserError], work: Callable[[], object]) -> None:
    with pytest.raises(wanted):
        work()


def test_a_full_disk_rolls_back_and_the_next_write_works(path: Path) -> None:
    collection = Collection.open(path, lambda _: None)
    with full_disk(path.stat().st_size + 50_000):
        refused(DiskFull, lambda: put_notes(collection))
    assert filled.counted(path)[0] == filled.CARDS
    put_notes(collection)
    collection.close()
    assert filled.counted(path)[0] == filled.CARDS + NOTES


def test_a_disk_too_full_for_a_new_collection_leaves_none(tmp_path: Path) -> None:
    with full_disk(20_000):
        refused(DiskFull, lambda: Collection.open(tmp_path / "collection.db", lambda _: None))
    Collection.open(tmp_path / "collection.db", lambda _: None).close()
    assert filled.counted(tmp_path / "collection.db") == (0, 0, 0)


def test_a_disk_too_full_for_a_backup_leaves_half_of_none(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with full_disk(50_000):
        refused(DiskFull, lambda: back_up(path, folder, filled.NOW, Reason.BY_HAND))
    assert list(folder.iterdir()) == []


def test_a_read_only_folder_is_refused_and_left_alone(path: Path) -> None:
    before = everything(path.parent)
    with read_only(path.parent):
        refused(CollectionReadOnly, lambda: Collection.open(path, lambda _: None))
    assert everything(path.parent) == before


def test_a_collection_that_becomes_read_only_takes_no_more_and_loses_nothing(path: Path) -> None:
    with read_only(path.parent):
        refused(CollectionReadOnly, lambda: back_up(path, path.parent, 1, Reason.DAILY))
    assert filled.counted(path)[0] == filled.CARDS


def test_a_new_profile_in_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    with read_only(tmp_path):
        new = tmp_path / "new" / "collection.db"
        refused(CollectionReadOnly, lambda: Collection.open(new, lambda _: None))
    assert list(tmp_path.iterdir()) == []


def test_another_program_that_writes_is_waited_for_and_then_named(path: Path) -> None:
    collection = Collection.open(path, lambda _: None)
    with collection.write(1) as tables:
        tables._connection.exec_driver_sql("PRAGMA busy_timeout = 50")  # ours is 5 s
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with collection.read() as tables:  # reading goes on
            assert sum(1 for _ in tables.notes.every()) == filled.CARDS
        refused(CollectionLocked, lambda: put_notes(collection))
    put_notes(collection)
    collection.close()


DURABLE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "query_only": 0}
READING = {"journal_mode": "wal", "foreign_keys": 1, "query_only": 1}


def held(connection: Connection, wanted: dict[str, object]) -> dict[str, object]:
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}


def test_every_writing_connection_is_durable_and_checks_links(path: Path) -> None:
    collection = Collection.open(path, lambda _: None)
    with collection.write(1) as tables:
        assert held(tables._connection, DURABLE) == DURABLE
    with ExitStack() as several:
        connections = [several.enter_context(collection._writer.connect()) for _ in range(4)]
        raw = {id(one.connection.driver_connection) for one in connections}
        assert len(raw) == 4
        for connection in connections:
            connection.rollback()
            assert [held(connection, DURABLE)] == [DURABLE]
            connection.rollback()
    collection.close()


def test_every_reading_connection_cannot_write(path: Path) -> None:
    collection = Collection.open_for_reading(path)
    with collection.read() as tables, collection.read() as others:
        assert held(tables._connection, READING) == held(others._connection, READING) == READING
        refused(CollectionReadOnly, lambda: tables.notes.remove_all([1000]))
    collection.close()
    assert filled.counted(path)[0] == filled.CARDS
