"""Backups when they are due, restoring and what it keeps, and a warning given once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aws_flash.domain.backup import Reason
from aws_flash.domain.errors import (
    BackupUnusable,
    CollectionDamaged,
    CollectionLocked,
    CollectionMissing,
    CollectionTooNew,
)
from aws_flash.storage.schema import VERSION
from tests.application.keeping import Keeping
from tests.storage import filled

WHOLE = (filled.CARDS, filled.CARDS, filled.CARDS * 2 // 3 * filled.ANSWERS)


@pytest.fixture
def kept(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path)


def test_the_first_start_of_a_day_makes_a_backup_and_the_second_does_not(kept: Keeping) -> None:
    assert kept.maintenance.back_up_daily() is not None
    kept.watch.pass_by(hours=9)
    assert kept.maintenance.back_up_daily() is None
    kept.watch.pass_by(hours=9)
    assert kept.maintenance.back_up_daily() is None, "it is three in the morning, still that day"
    kept.watch.pass_by(hours=2)
    assert kept.maintenance.back_up_daily() is not None


def test_backups_of_weeks_are_thinned(kept: Keeping) -> None:
    for _ in range(40):
        kept.maintenance.back_up_daily()
        kept.watch.pass_by(days=1)
    assert 10 < len(kept.maintenance.backups()) < 20


def test_an_older_schema_is_backed_up_before_it_is_migrated(
    kept: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aws_flash.storage.collection.VERSION", VERSION + 1)
    kept.maintenance.open().close()
    assert [backup.reason for backup in kept.maintenance.backups()] == [Reason.MIGRATION]


def test_restoring_brings_back_and_can_itself_be_undone(kept: Keeping) -> None:
    backup = kept.maintenance.back_up()
    kept.add_a_note()
    restored = kept.maintenance.restore(kept.maintenance.path_of(backup))
    assert kept.counted() == WHOLE
    assert restored.before is not None
    kept.maintenance.restore(kept.profile.backups / restored.before)
    assert kept.counted() == (WHOLE[0] + 1, *WHOLE[1:])


def test_a_restored_collection_opens_and_takes_answers(kept: Keeping) -> None:
    kept.maintenance.restore(kept.maintenance.path_of(kept.maintenance.back_up()))
    kept.add_a_note()
    assert kept.counted()[0] == WHOLE[0] + 1


def test_a_damaged_collection_is_kept_aside_when_another_takes_its_place(kept: Keeping) -> None:
    backup = kept.maintenance.back_up()
    filled.spoil(kept.path, 0, 20_000)
    damaged = kept.path.read_bytes()
    restored = kept.maintenance.restore(kept.maintenance.path_of(backup))
    assert kept.counted() == WHOLE
    assert restored.before is None
    assert restored.kept_aside is not None
    assert Path(restored.kept_aside).read_bytes() == damaged


def test_a_backup_comes_back_where_the_collection_is_gone(kept: Keeping) -> None:
    backup = kept.maintenance.back_up()
    kept.path.unlink()
    kept.maintenance.restore(kept.maintenance.path_of(backup))
    assert kept.counted() == WHOLE


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000])
def test_what_is_no_collection_is_not_restored_and_nothing_changes(
    kept: Keeping, tmp_path: Path, content: bytes
) -> None:
    chosen = kept.profile.folder / "chosen.db"
    chosen.write_bytes(content)
    before = kept.files()
    with pytest.raises(BackupUnusable):
        kept.maintenance.restore(chosen)
    assert kept.files() == before


def test_a_backup_of_a_later_version_is_refused_and_nothing_changes(kept: Keeping) -> None:
    backup = kept.maintenance.path_of(kept.maintenance.back_up())
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = kept.files()
    with pytest.raises(CollectionTooNew):
        kept.maintenance.restore(backup)
    assert kept.files() == before


def test_a_collection_in_use_is_not_replaced(kept: Keeping) -> None:
    backup = kept.maintenance.path_of(kept.maintenance.back_up())
    with closing(sqlite3.connect(kept.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CollectionLocked):
            kept.maintenance.restore(backup)
    assert kept.counted() == WHOLE


def test_the_newest_sound_backup_is_found(kept: Keeping) -> None:
    good = kept.maintenance.back_up()
    kept.watch.pass_by(hours=1)
    bad = kept.maintenance.path_of(kept.maintenance.back_up())
    filled.spoil(bad, 4096, 60_000)
    assert kept.maintenance.newest_good_backup() == good


def test_a_backup_of_a_later_version_is_not_the_newest_good_one(kept: Keeping) -> None:
    good = kept.maintenance.back_up()
    kept.watch.pass_by(hours=1)
    later = kept.maintenance.path_of(kept.maintenance.back_up())
    with closing(sqlite3.connect(later)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert kept.maintenance.newest_good_backup() == good


def test_damage_is_found_and_soundness_too(kept: Keeping) -> None:
    assert kept.maintenance.find_damage() == []
    filled.spoil(kept.path, 30_000, 60_000)
    assert kept.maintenance.find_damage() != []


@pytest.mark.parametrize("left", [None, b""])
def test_a_collection_that_vanished_is_not_silently_begun_anew(
    kept: Keeping, left: bytes | None
) -> None:
    kept.maintenance.back_up()
    kept.path.unlink()
    if left is not None:
        kept.path.write_bytes(left)
    with pytest.raises(CollectionDamaged):
        kept.maintenance.open()


def test_a_new_profile_begins_empty(tmp_path: Path) -> None:
    fresh = Keeping(tmp_path / "new", cards=0)
    fresh.maintenance.open().close()
    assert fresh.counted() == (0, 0, 0)


def test_the_user_is_warned_of_a_sync_client_once(tmp_path: Path) -> None:
    inside = Keeping(tmp_path / "Dropbox" / "aws-flash")
    assert inside.maintenance.warn_of_sync() == "Dropbox"
    assert inside.maintenance.warn_of_sync() is None


def test_elsewhere_there_is_no_warning(kept: Keeping) -> None:
    assert kept.maintenance.warn_of_sync() is None


def test_what_is_not_there_is_not_made_where_one_is_wanted(kept: Keeping, tmp_path: Path) -> None:
    kept.maintenance.open_existing().close()
    nothing = Keeping(tmp_path / "new", cards=0)
    with pytest.raises(CollectionMissing):
        nothing.maintenance.open_existing()
    assert not nothing.profile.folder.exists()
