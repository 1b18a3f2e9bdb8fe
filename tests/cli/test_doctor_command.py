"""`aws-flash doctor`."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from aws_flash.cli.text import finding_text
from aws_flash.domain.doctor import Check, Finding
from aws_flash.storage.lock import ProfileLock
from tests.cli.conftest import Shell
from tests.storage import filled

REVIEWS = filled.CARDS * 2 // 3 * filled.ANSWERS


def harm(shell: Shell) -> None:
    with closing(sqlite3.connect(shell.collection)) as connection:
        connection.execute("UPDATE cards SET box = 5 WHERE id = 2000")
        connection.commit()


def test_all_is_well(shell: Shell) -> None:
    said = shell.run("doctor")
    assert said.code == 0
    assert said.out.startswith(f"All is well: {filled.CARDS} cards and {REVIEWS} entries")


def test_it_says_what_it_mended_and_names_the_backup(shell: Shell) -> None:
    harm(shell)
    said = shell.run("doctor")
    (backup,) = (shell.folder / "backups").iterdir()
    assert said.code == 0
    assert "Mended: 1 card stands elsewhere than its answers lead (2000)." in said.out
    assert backup.name in said.out
    assert shell.run("doctor").out.startswith("All is well")


def test_json_holds_the_findings(shell: Shell) -> None:
    harm(shell)
    told = shell.run("doctor", "--json").json
    assert (told["healthy"], told["cards"], told["reviews"]) == (True, filled.CARDS, REVIEWS)
    (finding,) = told["findings"]
    assert finding == {"check": "standings", "count": 1, "samples": ["2000"], "mended": True}
    assert shell.run("restore", "--list", "--json").json[0]["file"].endswith(told["backup"])


@pytest.mark.parametrize("check", Check)
@pytest.mark.parametrize("count", [1, 1200])
def test_every_finding_has_its_words(check: Check, count: int) -> None:
    words = finding_text(Finding(check, count, ("7",)))
    assert words.endswith("(7)" if count == 1 else "(7, …)")
    assert ("1,200" in words) == (count == 1200)


def test_looking_changes_nothing_and_works_beside_a_window(shell: Shell) -> None:
    harm(shell)
    before = shell.files()
    lock = ProfileLock(shell.folder)
    assert lock.acquire()
    said = shell.run("doctor", "--look")
    lock.release()
    assert said.code == 3
    assert said.out.startswith("Found: 1 card stands elsewhere")
    assert shell.files() == before


def test_mending_needs_the_window_closed(shell: Shell) -> None:
    lock = ProfileLock(shell.folder)
    assert lock.acquire()
    said = shell.run("doctor")
    lock.release()
    assert said.code == 4


def test_broken_pages_are_left_to_a_backup(shell: Shell) -> None:
    at = shell.collection.read_bytes().index(b"Question 7:") // filled.PAGE * filled.PAGE
    filled.spoil(shell.collection, at, at + filled.PAGE)
    before = shell.files()
    said = shell.run("doctor")
    assert said.code == 3
    assert "restore a backup" in said.out
    assert shell.files() == before
