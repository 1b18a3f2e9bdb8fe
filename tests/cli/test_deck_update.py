"""`aws-flash deck update`: takes the deck that ships in, and says what that brought."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from aws_flash.app import profile_access
from aws_flash.application.services import ProfileAccess, Services
from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.native.writing import write_folder
from aws_flash.resources import resource
from aws_flash.storage.lock import ProfileLock
from tests.cli.conftest import Shell

DECK = read_folder(resource("decks", "aws-security"))
BASICS = [note for note in DECK.notes if note.kind == "basic"]
CHANGED, CLASHING, NEW = BASICS[:3]
GONE = replace(BASICS[0], guid="Gone000001")


def answered(note: BundledNote, answer: str) -> BundledNote:
    fields = tuple((name, answer if name == "Answer" else html) for name, html in note.fields)
    return replace(note, fields=fields)


def older() -> Bundle:
    """The deck as it might have been: two cards read otherwise, one was not there, one more was."""
    others = {
        CHANGED.guid: answered(CHANGED, "Long ago"),
        CLASHING.guid: answered(CLASHING, "As it was"),
    }
    notes = [others.get(note.guid, note) for note in DECK.notes if note is not NEW]
    return replace(DECK, edition="2020.1.0", notes=(*notes, GONE))


@pytest.fixture
def behind(fresh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A profile with the older deck, of which the user edited a card."""
    write_folder(older(), tmp_path / "older")
    with monkeypatch.context() as patched:
        patched.setattr("aws_flash.app.resource", lambda *_: tmp_path / "older")
        access = profile_access(fresh.folder)
    within(access, edit_a_card)
    return fresh


def within(access: ProfileAccess, act: Callable[[Services], object]) -> None:
    try:
        act(access.services())
    finally:
        access.close()


def edit_a_card(services: Services) -> None:
    guid = CLASHING.guid
    ids = services.operations.read(lambda tables: tables.notes.ids_by_guid([guid]))
    services.authoring.edit(ids[guid], {"Answer": "My own words"})


def test_what_an_edition_brought_is_told_note_by_note(behind: Shell) -> None:
    said = behind.run("deck", "update", "--json")
    told = said.json
    assert (said.code, told["updated"], told["before"]) == (0, True, "2020.1.0")
    assert told["edition"] == DECK.edition
    listed = {name: [one["guid"] for one in told[name]] for name in ("added", "set_aside")}
    assert listed == {"added": [NEW.guid], "set_aside": [GONE.guid]}
    [changed], [clashing] = told["changed"], told["clashing"]
    now = dict(CHANGED.fields)["Answer"]
    assert changed["fields"] == [{"name": "Answer", "before": "Long ago", "after": now}]
    assert clashing["fields"][0]["before"] == "My own words"
    assert (changed["question"], changed["topic"][0]) != ("", "")


def test_a_backup_is_made_first(behind: Shell) -> None:
    told = behind.run("deck", "update", "--json").json
    [backup] = behind.run("restore", "--list", "--json").json
    assert backup["file"].endswith(told["backup"])
    assert backup["cards"] > 0


def test_a_person_reads_what_came_and_what_is_left_to_choose(behind: Shell) -> None:
    said = behind.run("deck", "update")
    lines = said.out.splitlines()
    assert lines[0] == f"AWS Security notes: edition {DECK.edition}, before 2020.1.0."
    for line in ("New: 1 fact", "Changed, progress kept: 1 fact", "Set aside: 1 fact"):
        assert line in lines
    assert "The window offers both texts of what you and the deck changed." in lines


def test_a_second_time_nothing_is_left_to_do(behind: Shell) -> None:
    behind.run("deck", "update")
    before = behind.files()
    said = behind.run("deck", "update")
    assert said.code == 0
    assert said.out == f"AWS Security notes is up to date: edition {DECK.edition}.\n"
    told = behind.run("deck", "update", "--json").json
    assert (told["updated"], told["before"], told["changed"]) == (False, DECK.edition, [])
    assert behind.files().keys() == before.keys()


def test_a_new_profile_gets_the_deck(fresh: Shell) -> None:
    said = fresh.run("deck", "update", "--json")
    told = said.json
    assert (said.code, told["before"], told["backup"]) == (0, None, None)
    assert len(told["added"]) == len(DECK.notes)
    assert fresh.run("due", "--json").json["cards"] >= len(DECK.notes)


def test_beside_an_open_window_it_is_refused(behind: Shell) -> None:
    lock = ProfileLock(behind.folder)
    assert lock.acquire()
    said = behind.run("deck", "update", "--json")
    lock.release()
    assert (said.code, said.json["error"]) == (4, "CollectionLocked")


def test_a_faulty_deck_comes_in_as_far_as_it_can_and_says_so(
    fresh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = answered(BASICS[0], '<img src="gone.png">')
    write_folder(replace(DECK, notes=(broken, *DECK.notes[1:])), tmp_path / "broken")
    monkeypatch.setattr("aws_flash.app.resource", lambda *_: tmp_path / "broken")
    said = fresh.run("deck", "update", "--json")
    assert said.code == 3
    assert "gone.png" in said.json["problems"][0]["why"]
    assert f"Left out: note {broken.guid}" in fresh.run("deck", "update").out
