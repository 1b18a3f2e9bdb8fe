"""A collection that files arrive at, with ways to look at all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aws_flash.application.clock import Clock
from aws_flash.application.doctor import Doctor
from aws_flash.application.importing.arrival import Arrival
from aws_flash.application.importing.importing import Importing
from aws_flash.domain.bundle import Bundle, BundledMedium, BundledNote, BundledTopic
from aws_flash.domain.card import Card
from aws_flash.domain.changes import Done
from aws_flash.domain.imports import Import, Wishes
from aws_flash.domain.monitor import Cancelled, Unwatched
from aws_flash.domain.note import Note
from aws_flash.domain.review import Review
from aws_flash.formats.source import Source
from aws_flash.storage.media_files import MediaFiles
from tests.application.conftest import World

TOPICS = (
    BundledTopic("t-lang", None, "Languages", 1),
    BundledTopic("t-es", "t-lang", "Spanish", 1),
)
ALL = Wishes(with_progress=True, with_marks=True)


def word(guid: str, question: str, answer: str = "a", **more: Any) -> BundledNote:
    fields = (("Question", question), ("Answer", answer), ("Explanation", ""))
    return BundledNote(guid, "t-es", "basic", fields, **more)


def bundle(*notes: BundledNote, **more: Any) -> Bundle:
    return Bundle("", "Words", "", "", TOPICS, notes, **more)


@dataclass
class Impatient:
    """A monitor whose user calls the work off after so many steps."""

    steps: int

    def phase(self, name: str, total: int = 0) -> None:
        """Count nothing."""

    def step(self, count: int = 1) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise Cancelled


@dataclass
class Harbour:
    """A collection, and bundles taken in as if they came from files."""

    world: World
    media: MediaFiles = field(init=False)
    importing: Importing = field(init=False)

    def __post_init__(self) -> None:
        self.media = MediaFiles(self.world.folder / "media")
        self.clock = Clock(self.world.watch.now, self.world.watch.local)
        self.importing = Importing(self.world.operations, self.clock, self.world.ids, self.media)

    def arrival(self, bundle: Bundle, name: str = "words.apkg") -> Arrival:
        return Arrival(Path(name), "apkg", "Anki package", bundle, Source(Path(name)))

    def take_in(self, bundle: Bundle, wishes: Wishes = ALL) -> Done[Import | None]:
        return self.importing.take_in(self.arrival(bundle), wishes, Unwatched())

    def taken(self, bundle: Bundle, wishes: Wishes = ALL) -> Import:
        done = self.take_in(bundle, wishes).value
        assert done is not None, "nothing was new"
        return done

    def notes(self) -> dict[str, Note]:
        return self.world.operations.read(lambda tables: {n.guid: n for n in tables.notes.every()})

    def answers(self) -> dict[str, str]:
        return {guid: note.field("Answer") for guid, note in self.notes().items()}

    def card(self, guid: str, ordinal: int = 0) -> Card:
        note = self.notes()[guid]
        cards = self.world.operations.read(lambda tables: tables.cards.of_notes([note.id]))
        return next(card for card in cards if card.ordinal == ordinal)

    def history(self, guid: str) -> list[Review]:
        card = self.card(guid)
        return self.world.operations.read(lambda tables: tables.reviews.of_card(card.id))

    def topic_paths(self) -> set[str]:
        topics = self.world.operations.read(lambda tables: list(tables.topics.every()))
        names = {topic.id: topic for topic in topics}

        def path(topic_id: int) -> str:
            topic = names[topic_id]
            return (
                topic.name if topic.parent_id is None else f"{path(topic.parent_id)}/{topic.name}"
            )

        return {path(topic.id) for topic in topics}

    def edit(self, guid: str, answer: str) -> None:
        self.world.authoring.edit(self.notes()[guid].id, {"Answer": answer})

    def everything(self) -> dict[str, Any]:
        """All that the collection holds and shows, reviews without those taken back."""
        tables_read = self.world.operations.read

        def held(tables: Any) -> dict[str, Any]:
            kept = {keeper.name: set(keeper.every()) for keeper in tables.keepers}
            kept["reviews"] = {review for review in kept["reviews"] if not review.undone}
            return kept

        return tables_read(held)

    def trouble(self) -> list[str]:
        """What a doctor finds."""
        found = self.world.operations.read(
            lambda tables: Doctor(tables, self.clock, self.world.ids).examine().troubles
        )
        return [f"{one.finding.check}: {one.finding.samples}" for one in found]


def medium(name: str, content: bytes) -> BundledMedium:
    return BundledMedium(name, len(content), lambda: content)
