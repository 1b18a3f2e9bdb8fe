"""A small deck in several editions, and a collection to load it into."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace

from aws_flash.application.clock import Clock
from aws_flash.application.decks import Decks, Loaded
from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.card import Card, Standing
from aws_flash.domain.changes import Done
from aws_flash.domain.days import day_number
from aws_flash.domain.leitner import rebuild
from aws_flash.domain.note import Note
from aws_flash.domain.provenance import Provenance
from aws_flash.domain.review import Review, ReviewKind
from aws_flash.domain.topic import Topic
from aws_flash.formats.native.writing import write_folder
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.tables import Tables
from tests.application.conftest import START, World

TOPICS = (
    BundledTopic("Topic-iam", None, "IAM", 1),
    BundledTopic("Topic-sts", "Topic-iam", "STS", 1),
    BundledTopic("Topic-kms", None, "KMS", 2),
)
TODAY = day_number(START.date())
SEEN = Standing(box=3, rest=7, due=20_800, lapses=1, streak=2)


def basic(guid: str, answer: str, topic: str = "Topic-sts") -> BundledNote:
    fields = (("Question", f"What is {guid}?"), ("Answer", answer), ("Explanation", ""))
    return BundledNote(guid, topic, "basic", fields)


def reversed_note(guid: str, answer: str, topic: str = "Topic-sts") -> BundledNote:
    return replace(basic(guid, answer, topic), kind="reversed")


def cloze(guid: str, text: str, topic: str = "Topic-kms") -> BundledNote:
    return BundledNote(guid, topic, "cloze", (("Text", text), ("Explanation", "")))


def edition(number: int, *notes: BundledNote, topics: Iterable[BundledTopic] = TOPICS) -> Bundle:
    """An edition of the deck; a higher number is a newer one."""
    return Bundle("Deck-1", "A deck", f"2026.11.{number}", "", tuple(topics), notes)


@dataclass
class Shelf:
    """A collection, and decks loaded into it as the program does at its start."""

    world: World

    def __post_init__(self) -> None:
        self.media = MediaFiles(self.world.folder / "media")
        clock = Clock(self.world.watch.now, self.world.watch.local)
        self.decks = Decks(self.world.operations, clock, self.world.ids, self.media)

    def load(self, bundle: Bundle) -> Done[Loaded]:
        """Load an edition that is new here."""
        done = self.offer(bundle)
        assert done is not None, "this edition is known"
        return done

    def offer(self, bundle: Bundle) -> Done[Loaded] | None:
        """Load an edition if it is new here."""
        folder = self.world.folder / "deck"
        shutil.rmtree(folder, ignore_errors=True)
        write_folder(bundle, folder)
        return self.decks.load_built_in(folder)

    def topics(self) -> dict[str, Topic]:
        return self.world.operations.read(lambda tables: {t.guid: t for t in tables.topics.tree()})

    def notes(self) -> dict[str, Note]:
        return self.world.operations.read(lambda tables: {n.guid: n for n in tables.notes.every()})

    def cards(self, guid: str) -> list[Card]:
        note = self.notes()[guid]
        return self.world.operations.read(lambda tables: tables.cards.of_notes([note.id]))

    def ask(self, guid: str) -> list[int]:
        """The ordinals of a note's cards that are not set aside."""
        return [card.ordinal for card in self.cards(guid) if not card.aside]

    def answer(self, guid: str) -> str:
        return self.notes()[guid].field("Answer")

    def study(self, guid: str) -> None:
        """Give a note's cards a standing, with the row that says so."""
        unseen = [card for card in self.cards(guid) if card.standing != SEEN]

        def body(tables: Tables) -> None:
            tables.cards.put_all(replace(card, standing=SEEN) for card in unseen)
            tables.reviews.put_all(self._row(card) for card in unseen)

        self.world.operations.run_without_step(body)

    def _row(self, card: Card) -> Review:
        """What is written last of a card counts: the clock of a test may stand still."""
        self.world.watch.pass_by(milliseconds=1)
        return Review(
            id=self.world.ids.new_id(),
            card_id=card.id,
            topic_id=card.topic_id,
            at=self.world.watch.now(),
            day=TODAY,
            kind=ReviewKind.SET_BOX,
            rating=None,
            before=card.standing,
            after=SEEN,
        )

    def rebuilt(self, card: Card) -> Standing:
        """The standing that a card's rows lead to."""
        return rebuild(self.world.operations.read(lambda t: t.reviews.of_card(card.id)))

    def edit(self, guid: str, **fields: str) -> None:
        self.world.authoring.edit(self.notes()[guid].id, fields)

    def check(self, guid: str, provenance: Provenance) -> None:
        """Say that a fact was checked, as the user's "still true" will."""
        checked = replace(self.notes()[guid], provenance=provenance)
        self.world.operations.run_without_step(lambda tables: tables.notes.put_all([checked]))

    def delete(self, guid: str) -> None:
        self.world.authoring.delete_cards([card.id for card in self.cards(guid)])
