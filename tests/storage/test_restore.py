"""Putting another file in the collection's place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aws_flash.domain.errors import CollectionDamaged, CollectionLocked, UserError
from aws_flash.storage.collection import Collection
from aws_flash.storage.restore import fold_log, keep_aside, put_in_place
from tests.storage import filled

AT = 1_790_000_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled.make(tmp_path / "collection.db")


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    return filled.make(tmp_path / "elsewhere" / "chosen.db", cards=9)


def with_a_log(path: Path, into: Path) -> Path:
    """A copy of a collection as a killed program leaves it: the last note is in the log only."""
    collection = Collection.open(path, lambda _: None)
    with collection.write(AT) as tables:
        tables.notes.put_all([filled.note(999)])
    into.mkdir()
    for suffix in ("", "-wal"):
        (into / f"{path.name}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    collection.close()
    return into / path.name


def test_the_chosen_file_takes_the_place(path: Path, chosen: Path) -> None:
    put_in_place(chosen, path)
    assert filled.counted(path) == filled.counted(chosen) == (9, 9, 18)


def test_nothing_else_is_left_beside(path: Path, chosen: Path) -> None:
    before = {file.name for file in path.parent.iterdir()}
    put_in_place(chosen, path)
    assert {file.name for file in path.parent.iterdir()} == before


def test_the_log_of_the_old_file_is_not_played_into_the_new(
    path: Path, chosen: Path, tmp_path: Path
) -> None:
    killed = with_a_log(path, tmp_path / "killed")
    put_in_place(chosen, killed)
    Collection.open(killed, lambda _: None).close()  # writing would play a log that is there
    with closing(sqlite3.connect(killed)) as connection:
        assert connection.execute("SELECT count(*) FROM notes").fetchone() == (9,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_folding_puts_the_log_into_the_file(path: Path, tmp_path: Path) -> None:
    killed = with_a_log(path, tmp_path / "killed")
    fold_log(killed)
    assert [file.name for file in killed.parent.iterdir()] == [killed.name]
    assert filled.counted(killed)[0] == filled.CARDS + 1


def test_an_open_collection_cannot_be_folded(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT count(*) FROM notes").fetchall()
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CollectionLocked):
            fold_log(path)


def test_what_is_no_database_cannot_be_folded(tmp_path: Path) -> None:
    (tmp_path / "collection.db").write_bytes(b"garbage" * 1000)
    with pytest.raises(CollectionDamaged):
        fold_log(tmp_path / "collection.db")


def test_a_damaged_file_is_kept_with_its_log_under_a_dated_name(path: Path, tmp_path: Path) -> None:
    killed = with_a_log(path, tmp_path / "killed")
    content = killed.read_bytes()
    kept = keep_aside(killed, AT)
    assert kept.name == "collection-damaged-2026-09-21T14-13-20Z.db"
    assert kept.read_bytes() == killed.read_bytes() == content
    assert Path(f"{kept}-wal").read_bytes() == Path(f"{killed}-wal").read_bytes()


def test_an_empty_log_is_not_kept(path: Path) -> None:
    Path(f"{path}-wal").touch()
    kept = keep_aside(path, AT)
    assert not Path(f"{kept}-wal").exists()


def test_an_earlier_damaged_file_is_not_written_over(path: Path) -> None:
    assert keep_aside(path, AT) != keep_aside(path, AT)


def test_a_chosen_file_that_is_damaged_changes_nothing(path: Path, chosen: Path) -> None:
    filled.spoil(chosen, 4096, 90_000)
    before = {file: file.read_bytes() for file in path.parent.glob("*.db")}
    with pytest.raises(UserError):
        put_in_place(chosen, path)
    assert {file: file.read_bytes() for file in path.parent.glob("*.db*")} == before
