"""Rounds of importing and killing: all of a file is there, or nothing of it."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from aws_flash.application.maintenance import Maintenance
from aws_flash.domain.ids import IdSource
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.profile import Profile
from tests.crash.answering import noon_of
from tests.crash.harness import Moment, Program, share_of
from tests.crash.importing import BEGAN, import_file, opened
from tests.formats.apkg_samples import (
    BASIC,
    CARD,
    NOTE,
    AnkiCard,
    AnkiNote,
    AnkiReview,
    Content,
    newest,
)
from tests.storage import filled

NOTES = 1000
MEDIA = 12
_ROUNDS_ON_ONE_COLLECTION = 6
_COUNTS = (
    "SELECT count(*) FROM notes WHERE guid LIKE 'killed%'",
    "SELECT count(*) FROM cards JOIN notes ON notes.id = note_id WHERE guid LIKE 'killed%'",
    (
        "SELECT count(DISTINCT card_id) FROM reviews JOIN cards ON cards.id = card_id"
        " JOIN notes ON notes.id = note_id WHERE guid LIKE 'killed%' AND NOT undone"
    ),
    "SELECT count(*) FROM imports WHERE reverted_at IS NULL",
)
_AT = 1_650_000_000_000


def package() -> bytes:
    """A package with progress, history and media."""
    return newest(
        Content(
            kinds=(BASIC,),
            decks={1: "Default", 2: "Killed::On the way"},
            notes=tuple(_note(number) for number in range(NOTES)),
            cards=tuple(_card(number) for number in range(NOTES)),
            reviews=tuple(
                AnkiReview(_AT + number, CARD + number, ease=3, interval=10)
                for number in range(NOTES)
            ),
            media=tuple((f"{n}.png", b"\x89PNG" + bytes([n]) * 50_000) for n in range(MEDIA)),
        )
    )


def _note(number: int) -> AnkiNote:
    asked = f"Word {number} <img src='{number % MEDIA}.png'>"
    return AnkiNote(NOTE + number, f"killed{number}", BASIC.id, (asked, f"answer {number}"))


def _card(number: int) -> AnkiCard:
    return AnkiCard(CARD + number, NOTE + number, deck=2, type=2, queue=2, due=400, interval=30)


class Left(NamedTuple):
    """How much of the package is in a collection, and how many imports stand."""

    notes: int
    cards: int
    reviews: int
    imports: int


NOTHING, ALL = Left(0, 0, 0, 0), Left(NOTES, NOTES, NOTES, 1)


class ImportRounds:
    """Rounds on a profile; a new collection every few rounds."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.profile = Profile(folder / "profile")
        self.done = 0
        self._seed = seed
        self._sound = filled.make(folder / "sound.db")
        self._file = folder / "killed.apkg"
        self._file.write_bytes(package())
        self._cycle = self._measured()

    def run(self, program: Program, number: int) -> None:
        """Import until killed, check what is left, and import once more."""
        if number % _ROUNDS_ON_ONE_COLLECTION == 0:
            self._begin_anew()
        seconds = share_of(self._seed, number) * self._cycle
        moment = Moment(seconds, after_an_answer=number % 3 == 0)
        said = program.kill_after(moment, f"{self.profile.folder} {self._file}")
        self.done += len(said)
        left = self._check(said)
        if left == NOTHING:
            self._import_again()

    def _begin_anew(self) -> None:
        shutil.rmtree(self.profile.folder, ignore_errors=True)
        self.profile.folder.mkdir()
        (self.profile.folder / BEGAN).write_text(str(time.monotonic()))
        shutil.copy(self._sound, self.profile.collection)

    def _measured(self) -> float:
        """Return the seconds that an import and taking it back need here."""
        self._begin_anew()
        collection, importing = opened(self.profile.folder)
        begun = time.monotonic()
        importing.revert(import_file(importing, self._file).id)
        collection.close()
        return time.monotonic() - begun

    def _check(self, said: list[tuple[str, int]]) -> Left:
        """Return what is left: all or nothing, and what was last said or what came after it."""
        clock = noon_of(filled.TODAY + 10)
        maintenance = Maintenance(self.profile, clock, IdSource(clock.now, lambda bits: 0))
        assert maintenance.find_damage() == []
        collection = maintenance.open_existing()  # raises CollectionLocked while a lock is held
        report = maintenance.mend(collection)
        collection.close()
        assert report.findings == ()
        left = left_in(self.profile)
        assert left in {NOTHING, ALL}, f"half an import is left: {left}"
        taken_back = imports_in(self.profile)
        assert taken_back.keys() >= {number for _, number in said}, "an import is forgotten"
        assert all(taken_back[number] for word, number in said if word == "reverted")
        return left

    def _import_again(self) -> None:
        collection, importing = opened(self.profile.folder)
        import_file(importing, self._file)
        collection.close()
        assert left_in(self.profile) == ALL


def left_in(profile: Profile) -> Left:
    """Count the package in the file of a collection; all its media are then in the folder."""
    with closing(sqlite3.connect(profile.collection)) as connection:
        counts = (connection.execute(sql).fetchone()[0] for sql in _COUNTS)
        left = Left(*counts)
        media = connection.execute("SELECT digest, size FROM media").fetchall()
    assert left == NOTHING or len(media) == MEDIA
    files = MediaFiles(profile.media)
    assert [files.path_of(digest).stat().st_size for digest, _ in media] == [s for _, s in media]
    return left


def imports_in(profile: Profile) -> dict[int, bool]:
    """Every import by its id, and whether it was taken back."""
    with closing(sqlite3.connect(profile.collection)) as connection:
        found = connection.execute("SELECT id, reverted_at IS NOT NULL FROM imports")
        return {key: bool(is_back) for key, is_back in found}
