"""A collection that cannot be opened: said in words, with a way out, and nothing is made up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.storage.limits import full_disk, read_only
from tests.ui.main_window.program import CTRL, Program, Start, Wall, access_to

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape
TITLE = "Your cards cannot be opened"


def fold_log(profile: Path) -> None:
    with closing(sqlite3.connect(profile / "collection.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def overwrite(file: Path, at: int, size: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"\xa5" * size)


@pytest.fixture
def studied(profile: Path, wall: Wall) -> Path:
    """A profile with a backup of its first day, before anything was answered."""
    access = access_to(profile, wall)
    access.services()
    access.look_after()
    access.close()
    fold_log(profile)
    return profile


@pytest.fixture
def wrecked(studied: Path) -> Path:
    """The same, and its collection is not even a database any more."""
    overwrite(studied / "collection.db", 0, 4096)
    return studied


def test_a_wreck_leads_to_a_page_not_to_a_new_collection(wrecked: Path, start: Start) -> None:
    before = (wrecked / "collection.db").read_bytes()
    program = start()
    program.wait_for(TITLE)
    assert program.shows("It was left as it is.")
    assert not program.tree.isVisible()
    assert program.sheet() is None
    program.close()
    assert (wrecked / "collection.db").read_bytes() == before
    assert program.bugs == []


def test_the_newest_good_backup_brings_the_cards_back(wrecked: Path, start: Start) -> None:
    program = start()
    program.wait_for("The newest good backup was made today 09:00")
    assert program.focused() is program.button("Restore the newest good backup")
    program.press(SPACE)
    program.wait_for("10 new cards")
    assert program.tree.isVisible()
    assert "The damaged file is kept beside it." in program.toast
    program.press("1", held=CTRL)
    program.press(SPACE, SPACE, "2", ESC)
    program.wait_for("9 new cards")


def test_a_file_damaged_inside_is_found_and_what_can_be_read_is_rescued(
    studied: Path, start: Start
) -> None:
    file = studied / "collection.db"
    overwrite(file, file.stat().st_size - 8 * 4096, 2 * 4096)
    program = start()
    program.wait_for(TITLE)
    program.wait_for("The newest good backup was made")
    program.click("Rescue what can be read")
    program.wait_for("new cards")
    # What the damage kept from being read may be told before.
    program.qtbot.waitUntil(lambda: program.toast.startswith("Rescued "), timeout=15_000)
    assert program.tree.isVisible()


def test_without_a_backup_a_wreck_can_be_left_or_tried_again(wrecked: Path, start: Start) -> None:
    for backup in (wrecked / "backups").iterdir():
        backup.unlink()
    file = wrecked / "collection.db"
    overwrite(file, 0, file.stat().st_size)
    program = start()
    program.wait_for(TITLE)
    program.let_settle()
    assert not program.shows("Restore the newest good backup")
    program.click("Rescue what can be read")
    program.let_settle()
    assert program.shows(TITLE)
    assert program.shows("nothing in it can be read")
    assert (wrecked / "collection.db").exists()


def test_a_newer_collection_is_refused_in_words_and_left_alone(studied: Path, start: Start) -> None:
    with closing(sqlite3.connect(studied / "collection.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    fold_log(studied)
    before = (studied / "collection.db").read_bytes()
    program = start()
    program.wait_for("This collection was written by a newer aws-flash.")
    assert not program.shows("Rescue what can be read")
    program.close()
    assert (studied / "collection.db").read_bytes() == before


def test_a_read_only_folder_is_refused_and_can_be_tried_again(studied: Path, start: Start) -> None:
    with read_only(studied):
        program = start()
        program.wait_for("aws-flash may not write to")
        program.close()
    again = start()
    again.wait_for("10 new cards")


def test_a_locked_collection_opens_when_it_is_let_go(
    studied: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = partial(sqlite3.connect, timeout=0.05)
    with closing(sqlite3.connect(studied / "collection.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", impatient)  # no one wants to wait ten seconds
        program = start()
        program.wait_for("Another program is using the collection.")
        assert program.focused() is program.button("Try again")
    program.press(SPACE)
    program.wait_for("10 new cards")


def test_a_full_disk_is_said_and_the_card_stays(program: Program) -> None:
    program.press(SPACE, SPACE, "2", SPACE)
    fold_log(program.folder)
    with full_disk(4096):
        program.press("2")
        program.wait_for("The disk is full.")
    assert program.shows("2 of 10")
    assert len(program.reviews()) == 1
    program.press("2")
    assert len(program.reviews()) == 2
    assert program.bugs == []


def test_trouble_is_the_only_page_until_it_is_over(wrecked: Path, start: Start) -> None:
    program = start()
    program.wait_for("The newest good backup was made today 09:00")
    for key in ("1", ","):
        program.press(key, held=CTRL)
        assert program.shows(TITLE)
    assert program.focused() is program.button("Restore the newest good backup")


def test_damage_found_during_a_review_ends_it(program: Program) -> None:
    program.press(SPACE, SPACE, "2")
    program.qtbot.waitUntil(lambda: any((program.folder / "backups").glob("*.db")))
    program.window.trouble.show_damage("a page is missing")
    program.wait_for("The newest good backup was made")
    assert not program.tree.isVisible()
    program.press(SPACE)
    program.wait_for("10 new cards")
    program.undo()
    program.wait_for_toast("Nothing to undo")
