"""Backups: whole, checked, named, listed and thinned."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from aws_flash.domain.backup import Contents, Reason, name_of
from aws_flash.domain.errors import CollectionDamaged, CollectionMissing
from aws_flash.storage.backup import back_up, list_backups, look_into, thin_out
from aws_flash.storage.collection import Collection
from aws_flash.storage.schema import VERSION
from tests.storage import filled

AT = 1_790_000_000_123
DAY = 86_400_000
WHOLE = Contents(filled.CARDS, filled.CARDS * 2 // 3 * filled.ANSWERS, VERSION)


def date_of(at: int) -> date:
    return datetime.fromtimestamp(at / 1000, UTC).date()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled.make(tmp_path / "collection.db")


def test_a_backup_holds_everything(path: Path, tmp_path: Path) -> None:
    backup = back_up(path, tmp_path / "backups", AT, Reason.BY_HAND)
    assert look_into(tmp_path / "backups" / backup.name) == WHOLE


def test_a_backup_holds_what_an_open_program_has_just_written(path: Path, tmp_path: Path) -> None:
    collection = Collection.open(path, lambda _: None)
    with collection.write(AT) as tables:
        tables.notes.put_all([filled.note(999)])
    backup = back_up(path, tmp_path / "backups", AT, Reason.DAILY)
    collection.close()
    notes, _, _ = filled.counted(tmp_path / "backups" / backup.name)
    assert notes == filled.CARDS + 1


def test_a_backup_is_one_file_and_looking_into_it_leaves_no_other(
    path: Path, tmp_path: Path
) -> None:
    backup = back_up(path, tmp_path / "backups", AT, Reason.DAILY)
    look_into(tmp_path / "backups" / backup.name)
    (file,) = (tmp_path / "backups").iterdir()
    assert file.name == backup.name
    assert file.read_bytes()[18:20] == b"\x01\x01", "SQLite's mark for a file without a log"


def test_two_in_the_same_second_have_two_names(path: Path, tmp_path: Path) -> None:
    first = back_up(path, tmp_path / "backups", AT, Reason.DAILY)
    second = back_up(path, tmp_path / "backups", AT, Reason.DAILY)
    assert list_backups(tmp_path / "backups") == [second, first]
    assert len(list((tmp_path / "backups").iterdir())) == 2, "and nothing half done"


def test_the_list_has_the_newest_first_and_no_other_file(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = [back_up(path, folder, AT + days * DAY, Reason.DAILY) for days in range(3)]
    (folder / "notes.db").write_text("mine")
    assert list_backups(folder) == made[::-1]


def test_one_that_is_removed_meanwhile_is_passed_over(path: Path, tmp_path: Path) -> None:
    kept = back_up(path, tmp_path / "backups", AT, Reason.DAILY)
    gone = tmp_path / "backups" / name_of(AT + DAY, Reason.DAILY)
    gone.symlink_to(tmp_path / "nowhere")  # as a file that goes while the list is read
    assert list_backups(tmp_path / "backups") == [kept]


def test_there_are_none_where_there_is_no_folder(tmp_path: Path) -> None:
    assert list_backups(tmp_path / "backups") == []


def test_no_backup_is_made_of_a_damaged_collection(path: Path, tmp_path: Path) -> None:
    filled.spoil(path, 20 * filled.PAGE, 30 * filled.PAGE)
    with pytest.raises(CollectionDamaged):
        back_up(path, tmp_path / "backups", AT, Reason.DAILY)
    assert list((tmp_path / "backups").iterdir()) == []


def test_nothing_cannot_be_backed_up(tmp_path: Path) -> None:
    with pytest.raises(CollectionMissing):
        back_up(tmp_path / "collection.db", tmp_path / "backups", AT, Reason.BY_HAND)


def test_what_the_rule_lets_go_is_removed(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    morning = back_up(path, folder, AT, Reason.DAILY)
    evening = back_up(path, folder, AT + 1000, Reason.BULK)
    assert thin_out(folder, date_of, date_of(AT + DAY)) == [morning]
    assert list_backups(folder) == [evening]


def test_half_a_copy_of_yesterday_is_swept_away(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    done = back_up(path, folder, AT, Reason.DAILY)
    (folder / done.name).rename(folder / f"{done.name}.part")
    back_up(path, folder, AT + 2 * DAY, Reason.DAILY)
    assert list(folder.glob("*.part")) == []


def test_the_file_of_another_program_is_no_collection(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE theirs (id INTEGER)")
    assert look_into(tmp_path / "other.db").problems == ("it is not a collection of aws-flash",)


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_database_is_not_sound(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "some.db").write_bytes(content)
    assert not look_into(tmp_path / "some.db").sound


def test_a_file_that_is_not_there_is_not_sound(tmp_path: Path) -> None:
    assert not look_into(tmp_path / "none.db").sound
