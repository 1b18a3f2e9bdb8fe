"""`aws-flash due`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aws_flash.storage.collection import Collection
from aws_flash.storage.lock import ProfileLock
from tests.cli.conftest import Shell
from tests.storage import filled


def test_a_new_profile_gets_the_deck_and_ten_new_cards(fresh: Shell) -> None:
    said = fresh.run("due")
    assert said.code == 0
    assert "Keys and encryption" in said.out
    assert said.out.endswith("10 new: about 4 minutes.\n")
    assert said.err == ""


def test_a_second_call_says_the_same(fresh: Shell) -> None:
    assert fresh.run("due").out == fresh.run("due").out


def test_json_holds_the_counts_and_the_tree(shell: Shell) -> None:
    told = shell.run("due", "--json").json
    assert told["cards"] == filled.CARDS
    assert told["due"] > 0
    assert told["minutes"] > 0
    (root, below) = told["topics"]
    assert (root["name"], root["depth"], root["parent_id"]) == ("AWS", 0, None)
    assert (below["name"], below["depth"], below["parent_id"]) == ("STS", 1, root["topic_id"])
    assert sum(root["boxes"]) == filled.CARDS
    assert root["boxes"][3] == filled.CARDS * 2 // 3


def test_it_reads_beside_an_open_window_that_is_writing(shell: Shell) -> None:
    lock = ProfileLock(shell.folder)
    assert lock.acquire()
    collection = Collection.open(shell.collection, lambda _: None)
    with collection.write(filled.NOW) as tables:
        tables.notes.put_all([filled.note(9000)])
        said = shell.run("due", "--json")
    collection.close()
    lock.release()
    assert said.json["cards"] == filled.CARDS


def test_it_waits_for_no_window_that_is_just_making_the_collection(fresh: Shell) -> None:
    lock = ProfileLock(fresh.folder)
    assert lock.acquire()
    said = fresh.run("due")
    lock.release()
    assert said.code == 4
    assert "Another aws-flash is using" in said.err


def test_the_environment_names_the_profile(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_FLASH_PROFILE", str(shell.folder))
    assert shell.run_bare("due", "--json").json["cards"] == filled.CARDS


def test_the_option_goes_before_the_command_too(shell: Shell, tmp_path: Path) -> None:
    said = shell.run_bare("--profile", str(shell.folder), "due", "--json")
    assert said.json["cards"] == filled.CARDS


def test_a_sync_client_is_warned_of_once_and_not_among_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = Shell(tmp_path / "Nextcloud" / "cards", capsys)
    filled.make(inside.collection)
    first, second = inside.run("due", "--json"), inside.run("due", "--json")
    assert "Nextcloud" in first.err
    assert second.err == ""
    assert first.json == second.json
