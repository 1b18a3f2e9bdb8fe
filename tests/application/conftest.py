"""A small collection with a note of several kinds, and use-cases over it with a clock of ours."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aws_flash.application.authoring import Authoring
from aws_flash.application.clock import Clock
from aws_flash.application.fact_changes import FactChanges
from aws_flash.application.operations import Operations
from aws_flash.application.options import Options
from aws_flash.application.overview import Overviews
from aws_flash.application.rechecking import Rechecking
from aws_flash.application.study import Study
from aws_flash.application.topics import TopicTree
from aws_flash.domain.card import Card
from aws_flash.domain.ids import IdSource
from aws_flash.domain.kind import BASIC, CLOZE, REVERSED, Kind
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.topic import Topic
from aws_flash.storage.collection import Collection
from aws_flash.storage.tables import Tables

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = START

    def now(self) -> int:
        return round(self.moment.timestamp() * 1000)

    def local(self) -> datetime:
        return self.moment

    def pass_by(self, **span: float) -> None:
        self.moment += timedelta(**span)


@dataclass
class World:
    """An open collection, its use-cases and the watch they go by."""

    folder: Path
    watch: Watch = field(default_factory=Watch)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.collection = Collection.open(self.folder / "collection.db", lambda path: None)
        clock = Clock(self.watch.now, self.watch.local)
        self.ids = IdSource(
            self.watch.now, lambda bits: next(self.numbers) * 0x9E3779B97F4A7C15 % (1 << bits)
        )
        self.operations = Operations(self.collection, self.watch.now)
        self.study = Study(self.operations, clock, self.ids)
        self.topics = TopicTree(self.operations, self.ids)
        self.authoring = Authoring(self.operations, clock, self.ids)
        self.options = Options(self.operations)
        self.rechecking = Rechecking(self.operations, clock)
        self.fact_changes = FactChanges(self.operations, clock, self.ids)
        self.overviews = Overviews(self.operations, clock)

    def add_note(self, tables: Tables, kind: Kind, topic_id: int, *texts: str) -> None:
        """Add a note of a built-in kind with its cards at the end of a topic."""
        number = self.ids.new_id()
        values = (*texts, *[""] * len(kind.fields))
        fields = tuple(zip(kind.fields, values, strict=False))
        now = self.watch.now()
        note = Note(number, f"guid{number}", kind.id, fields, (), now, now)
        tables.notes.put_all([note])
        place = tables.cards.last_position(topic_id)
        tables.cards.put_all(
            Card(self.ids.new_id(), note.id, ordinal, topic_id, place + 1)
            for ordinal in ordinals_of(fields, kind)
        )

    def fill(self) -> None:
        """Make three topics with a dozen cards."""

        def body(tables: Tables) -> None:
            names = ("AWS", "STS", "KMS")
            tables.topics.put_all(
                Topic(number, name.lower(), 1 if number > 1 else None, name)
                for number, name in enumerate(names, start=1)
            )
            for number in range(4):
                self.add_note(tables, BASIC, 2, f"Question {number}?", f"Answer {number}")
            self.add_note(tables, REVERSED, 3, "KMS", "Key Management Service")
            self.add_note(tables, CLOZE, 3, "{{c1::KMS}} is {{c2::regional}} in {{c3::2026}}.")

        self.operations.run_without_step(body)


@pytest.fixture
def empty_world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.collection.close()


@pytest.fixture
def world(empty_world: World) -> World:
    empty_world.fill()
    return empty_world
