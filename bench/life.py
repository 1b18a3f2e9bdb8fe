"""A user's life with the program, in fast motion: real use-cases under a clock of our own."""

from __future__ import annotations

import random
import shutil
import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aws_flash.app import BUILT_IN_DECK
from aws_flash.application.clock import Clock
from aws_flash.application.services import ProfileAccess, Services
from aws_flash.domain.ids import IdSource
from aws_flash.domain.imports import Wishes
from aws_flash.domain.media import Medium
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.plain_text import plain
from aws_flash.domain.review import Rating
from aws_flash.domain.settings import Settings
from aws_flash.domain.topic import Topic
from aws_flash.resources import resource
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.profile import Profile
from aws_flash.storage.tables import Tables
from bench.arrivals import arrival, collection
from bench.older_deck import SAML, write_older_deck

TODAY = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
SHARE_KNOWN = 0.74
SHARE_OF_DAYS = 0.86
DAYS_TO_BACK_UP = 20
LAST_DAYS = 5
OWN_CARDS_EACH = 5
DAYS_AWAY = timedelta(days=11)
LONG_AGO = datetime(2022, 11, 2, tzinfo=UTC)
AGED_FACTS = 48
# A quarter of a second of silence: 2000 samples of a byte, 8000 a second.
SOUND = struct.pack(
    "<4sI4s4sIHHIIHH4sI",
    *(b"RIFF", 2036, b"WAVE", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8, b"data", 2000),
) + bytes([128] * 2000)

FORMULA_ASKED = r"How likely is it that two of \(n\) random keys of \(b\) bits are the same?"
FORMULA_TOLD = r"""About \(\frac{n^2}{2^{b+1}}\) while \(n \ll 2^{b/2}\), since
\[p = 1 - \prod_{i=0}^{n-1}\left(1 - \frac{i}{2^b}\right) \approx 1 - e^{-n^2/2^{b+1}}\]"""


class Life:
    """Opens a profile at any moment of its user's time."""

    def __init__(
        self, folder: Path, moment: datetime = TODAY, seed: int = 7, deck: Path | None = None
    ) -> None:
        """Begin at `moment`, with the deck that ships or another; a seed lives the same life."""
        self.folder = folder
        self.moment = moment
        self._chance = random.Random(seed)  # noqa: S311  # the same life each time
        clock = Clock(self._now, self.local)
        ids = IdSource(self._now, self._chance.getrandbits)
        built_in = resource(*BUILT_IN_DECK) if deck is None else deck
        self.access = ProfileAccess(Profile(folder), clock, ids, built_in)

    def local(self) -> datetime:
        """Return the time of day; it passes as the life goes on."""
        return self.moment

    def _now(self) -> int:
        return round(self.moment.timestamp() * 1000)

    @property
    def services(self) -> Services:
        """The use-cases."""
        return self.access.services()

    def study(self) -> None:
        """Study all that comes today."""
        turn = self.services.study.begin()
        while turn.asked is not None:
            knew = self._chance.random() < SHARE_KNOWN
            took = self._chance.randint(3_000, 9_000) * (1 if knew else 2)
            self.moment += timedelta(milliseconds=took)
            rating = Rating.KNEW if knew else Rating.MISSED
            turn = self.services.study.answer(turn, rating, took).value

    def live_until(self, end: datetime) -> None:
        """Study on most days until the morning of `end`, on all of the last ones."""
        while self.moment.date() < end.date():
            left = (end.date() - self.moment.date()).days
            if left <= LAST_DAYS or self._chance.random() < SHARE_OF_DAYS:
                self.study()
            if left <= DAYS_TO_BACK_UP:
                self.access.look_after()
            self.moment = (self.moment + timedelta(days=1)).replace(hour=19, minute=30)
        self.moment = end

    def add_sound_card(self) -> None:
        """Add a card that is heard."""
        profile = Profile(self.folder)
        medium = Medium("sts.wav", MediaFiles(profile.media).put(SOUND), len(SOUND))
        question = "What does this term stand for? [sound:sts.wav]"
        self.services.operations.run_without_step(lambda tables: tables.media.put_all([medium]))
        self.services.authoring.add_card(question, "Security Token Service", self._first_topic())

    def add_formula_card(self) -> None:
        """Add a card with formulas, in a line of words and on lines of their own."""
        self.services.authoring.add_card(FORMULA_ASKED, FORMULA_TOLD, self._first_topic())

    def let_facts_age(self, number: int) -> None:
        """Say of so many facts that they were checked long ago, each a little longer than the next.

        Where the deck has fewer, all of them age.
        """

        def body(tables: Tables) -> None:
            notes = [note for note in tables.notes.every() if note.provenance is not None]
            tables.notes.put_all(
                replace(note, provenance=replace(note.provenance, checked_on=checked))
                for place, note in enumerate(notes[:number])
                for checked in [(LONG_AGO + timedelta(days=place)).date()]
                if note.provenance is not None
            )

        self.services.operations.run_without_step(body)

    def edit(self, guid: str, **fields: str) -> None:
        """Change some fields of a note, as the user's own text."""
        ids = self.services.operations.read(lambda tables: tables.notes.ids_by_guid([guid]))
        self.services.authoring.edit(ids[guid], fields)

    def write_own_cards(self) -> None:
        """Write as many cards of one's own into each topic as it has, three times over."""
        authoring, operations = self.services.authoring, self.services.operations
        notes = operations.read(lambda tables: list(tables.notes.sift(tables.notes.key)))
        cards = operations.read(lambda tables: tables.cards.of_notes(note.id for note in notes))
        topic_of = {card.note_id: card.topic_id for card in cards}
        for number in range(1, OWN_CARDS_EACH + 1):
            for note in notes:
                text = plain(note.fields[0][1])
                authoring.add_card(f"{number}. {text}", "As in the notes.", topic_of[note.id])

    def delete_everything(self) -> None:
        """Move every topic to the trash."""
        for topic in self._topics():
            if topic.parent_id is None:
                self.services.topics.delete(topic.id)

    def _first_topic(self) -> int:
        return self._topics()[-1].id

    def _topics(self) -> list[Topic]:
        def body(tables: Tables) -> list[Topic]:
            return tables.topics.tree()

        return self.services.operations.read(body)


class Lives:
    """Profiles by name, each made when first asked for and never written to again."""

    def __init__(self, folder: Path) -> None:
        """Keep them below `folder`."""
        self._folder = folder

    def copied(self, name: str, to: Path) -> Path:
        """Return a copy of a profile, so that one picture does not change the next."""
        shutil.rmtree(to, ignore_errors=True)
        return Path(shutil.copytree(self._made(name), to))

    def _made(self, name: str) -> Path:
        profile = self._folder / name
        if not profile.exists():
            before = _BEFORE.get(name)
            if before is None:
                profile.mkdir(parents=True)
            else:
                shutil.copytree(self._made(before), profile)
            _LIVES[name](profile)
        return profile


def _fresh(_folder: Path) -> None:
    """Nothing yet: the program has never been started."""


def _long(folder: Path) -> None:
    """Fifteen weeks of study; the last days of the sixteen are missing."""
    life = Life(folder, TODAY - timedelta(days=127))
    life.write_own_cards()
    life.services.options.change(Settings(new_a_day=3))
    life.live_until(TODAY - DAYS_AWAY)
    life.access.close()


def _ordinary(folder: Path) -> None:
    """Weeks of study up to yesterday, with cards due and new ones left."""
    life = Life(folder, TODAY - DAYS_AWAY)
    life.live_until(TODAY)
    life.access.close()


def _catching_up(folder: Path) -> None:
    """An offer taken after days away."""
    life = Life(folder)
    life.services.options.catch_up(20)
    life.access.close()


def _done(folder: Path) -> None:
    """All of today's cards are answered."""
    life = Life(folder, TODAY - timedelta(hours=1))
    life.study()
    life.access.close()


def _nothing(folder: Path) -> None:
    """No topic and no card is left."""
    life = Life(folder)
    life.delete_everything()
    life.access.close()


def _every_kind(folder: Path) -> None:
    """All cards of the deck may come at once, one that is heard, and one with formulas."""
    life = Life(folder)
    life.services.options.change(Settings(minutes_a_day=600, new_a_day=999))
    life.add_sound_card()
    life.add_formula_card()
    life.access.close()


def _aged(folder: Path) -> None:
    """Facts wait to be checked again."""
    life = Life(folder)
    life.let_facts_age(AGED_FACTS)
    life.access.close()


def _changed(folder: Path) -> None:
    """An older edition of the deck, studied; the window brings the new one. One text is edited."""
    deck = write_older_deck(folder.parent / "older deck")
    life = Life(folder, TODAY - timedelta(days=20), deck=deck)
    life.services.options.change(Settings(minutes_a_day=600, new_a_day=40))
    life.edit(SAML, Answer="1 hour, as I learned it.")
    life.live_until(TODAY)
    life.access.close()


def _imported(folder: Path) -> None:
    """A file came in, and two of its cards were edited since."""
    life = Life(folder)
    theirs = collection()
    with arrival(theirs, "security.colpkg") as arrived:
        life.services.importing.take_in(arrived, Wishes(), Unwatched())
    for note in theirs.notes[:2]:
        life.edit(note.guid, Answer="As I learned it.")
    life.access.close()


def _damaged(folder: Path) -> None:
    """The collection's file is damaged; there are backups."""
    collection = Profile(folder).collection
    held = bytearray(collection.read_bytes())
    held[2_000:200_000] = bytes(198_000)
    collection.write_bytes(held)


_LIVES: dict[str, Callable[[Path], None]] = {
    "fresh": _fresh,
    "away": _long,
    "ordinary": _ordinary,
    "catching up": _catching_up,
    "done": _done,
    "nothing": _nothing,
    "every kind": _every_kind,
    "aged": _aged,
    "changed": _changed,
    "imported": _imported,
    "damaged": _damaged,
}
_BEFORE = {
    "ordinary": "away",
    "catching up": "away",
    "done": "ordinary",
    "aged": "ordinary",
    "imported": "ordinary",
    "damaged": "ordinary",
}
