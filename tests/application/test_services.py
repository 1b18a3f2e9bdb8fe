"""A profile from its first opening to a new edition of the deck that ships."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path
from threading import Event, Thread

import pytest

from aws_flash.application.clock import Clock
from aws_flash.application.services import ProfileAccess
from aws_flash.domain.backup import Reason
from aws_flash.domain.errors import BackupUnusable
from aws_flash.domain.ids import IdSource
from aws_flash.domain.review import Rating
from aws_flash.resources import resource
from aws_flash.storage.profile import Profile
from tests.application.conftest import Watch
from tests.storage import filled


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A copy of the deck that ships, to make a new edition of."""
    folder = tmp_path / "deck"
    shutil.copytree(resource("decks", "aws-security"), folder)
    return folder


def access_to(folder: Path, deck: Path, watch: Watch) -> ProfileAccess:
    numbers = itertools.count(1)
    ids = IdSource(watch.now, lambda bits: next(numbers) * 0x9E3779B97F4A7C15 % (1 << bits))
    return ProfileAccess(Profile(folder), Clock(watch.now, watch.local), ids, deck)


def test_a_new_profile_has_the_deck_and_cards_to_begin_with(tmp_path: Path, deck: Path) -> None:
    access = access_to(tmp_path / "profile", deck, Watch())
    today = access.services().overviews.look().today
    assert (today.new, today.minutes) == (10, 4)
    loaded = access.services().loaded
    assert loaded is not None
    assert loaded.value.problems == ()
    access.close()


def test_a_picture_is_found_by_name_and_nothing_else_is(tmp_path: Path, deck: Path) -> None:
    access = access_to(tmp_path / "profile", deck, Watch())
    name = next((deck / "media").iterdir()).name
    assert access.media_path(name) is None
    access.services()
    path = access.media_path(name)
    assert path is not None
    assert path.read_bytes() == (deck / "media" / name).read_bytes()
    assert access.media_path("../collection.db") is None
    access.close()


def test_the_day_is_backed_up_once(tmp_path: Path, deck: Path) -> None:
    watch = Watch()
    access = access_to(tmp_path / "profile", deck, watch)
    access.services()
    for _ in range(2):
        assert access.look_after().damage == ()
    watch.pass_by(days=1)
    access.look_after()
    reasons = [backup.reason for backup in access.maintenance.backups()]
    assert reasons == [Reason.DAILY, Reason.DAILY]
    access.close()


def test_a_restore_brings_back_what_was_and_can_be_restored_itself(
    tmp_path: Path, deck: Path
) -> None:
    watch = Watch()
    access = access_to(tmp_path / "profile", deck, watch)
    access.services()
    before = access.maintenance.back_up()
    watch.pass_by(minutes=1)
    study = access.services().study
    study.answer(study.begin(), Rating.KNEW, 1000)
    restored = access.restore(access.maintenance.path_of(before))
    assert access.services().overviews.look().today.answered == 0
    assert restored.before is not None
    watch.pass_by(minutes=1)
    access.restore(tmp_path / "profile" / "backups" / restored.before)
    assert access.services().overviews.look().today.answered == 1
    access.close()


def test_a_restore_that_is_refused_keeps_the_steps_to_undo(tmp_path: Path, deck: Path) -> None:
    access = access_to(tmp_path / "profile", deck, Watch())
    access.services().topics.add("Mine")
    with pytest.raises(BackupUnusable):
        access.restore(tmp_path / "no such file")
    assert access.services().operations.undo().value is not None
    access.close()


def test_a_restore_waits_for_who_looks_after_the_file(tmp_path: Path, deck: Path) -> None:
    access = access_to(tmp_path / "profile", deck, Watch())
    filled.make(tmp_path / "profile" / "collection.db", cards=3000)
    backup = access.maintenance.path_of(access.maintenance.back_up())
    is_done = Event()

    def look_after() -> None:
        while not is_done.is_set():
            access.look_after()

    caretaker = Thread(target=look_after)
    caretaker.start()
    try:
        for _ in range(5):
            access.services()
            assert access.restore(backup).before is not None
    finally:
        is_done.set()
        caretaker.join()


def test_a_new_edition_is_backed_up_before_taken_in_and_undone_in_one_step(
    tmp_path: Path, deck: Path
) -> None:
    watch = Watch()
    access = access_to(tmp_path / "profile", deck, watch)
    access.services()
    access.close()
    manifest = json.loads((deck / "deck.json").read_text(encoding="utf-8"))
    manifest["edition"] = "2027.1.0"
    (deck / "deck.json").write_text(json.dumps(manifest), encoding="utf-8")
    file = next((deck / "topics").iterdir())
    content = json.loads(file.read_text(encoding="utf-8"))
    guid = content["notes"][0]["guid"]
    content["notes"][0]["explanation"] = "Something changed."
    file.write_text(json.dumps(content), encoding="utf-8")

    later = access_to(tmp_path / "profile", deck, watch)
    loaded = later.services().loaded
    assert loaded is not None
    assert [change.guid for change in loaded.value.update.updated] == [guid]
    assert loaded.step is not None
    assert [backup.reason for backup in later.maintenance.backups()] == [Reason.BULK]
    assert later.services().operations.undo().value == loaded.step
    later.close()
