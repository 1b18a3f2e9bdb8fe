"""`aws-flash due`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aws_flash.app import profile_access
from aws_flash.domain.review import Rating
from aws_flash.domain.settings import Settings
from aws_flash.storage.collection import Collection
from aws_flash.storage.lock import ProfileLock
from tests.cli.conftest import Said, Shell
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


def due_with(shell: Shell, settings: Settings, *answers: int) -> Said:
    """What is said with these settings, once answers of so many seconds were given today."""
    access = profile_access(shell.folder)
    services = access.services()
    services.options.change(settings)
    turn = services.study.begin()
    for seconds in answers:
        turn = services.study.answer(turn, Rating.KNEW, seconds * 1000).value
    access.close()
    return shell.run("due")


def test_due_cards_without_room_in_the_minutes_are_said(shell: Shell) -> None:
    said = due_with(shell, Settings(minutes_a_day=1, new_a_day=0))
    assert said.out.endswith("10 due: about 1 minute. 30 cards wait for another day.\n")


def test_used_up_minutes_are_not_taken_for_all_done(shell: Shell) -> None:
    said = due_with(shell, Settings(minutes_a_day=1, new_a_day=0), 60)
    assert said.out.endswith("The minutes of today are used up. 39 cards wait for another day.\n")
    assert shell.run("due", "--json").json["minutes"] == 0


def test_a_day_that_is_done_names_what_comes_tomorrow(fresh: Shell) -> None:
    fresh.run("due")
    said = due_with(fresh, Settings(new_a_day=1), 5)
    assert said.out.endswith("Nothing is left for today. 0 cards come tomorrow.\n")
