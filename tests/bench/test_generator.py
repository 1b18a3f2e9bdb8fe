from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aws_flash.application.clock import Clock
from aws_flash.application.doctor import Doctor
from aws_flash.application.mending import examined
from aws_flash.domain.card import BOXES
from aws_flash.domain.ids import IdSource
from aws_flash.domain.kind import BASIC, CHOICE, CLOZE
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.storage.collection import Collection
from bench.generator import DAY_MS, Size, make

SIZE = Size(cards=400, reviews=2_500, topics=12)
MORNING = datetime.fromtimestamp(SIZE.today * DAY_MS / 1000 + 9 * 3600, UTC)
CLOCK = Clock(lambda: round(MORNING.timestamp() * 1000), lambda: MORNING)
IDS = IdSource(CLOCK.now, lambda bits: 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "collection.db"
    make(path, SIZE)
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_it_is_as_large_as_asked(made: Path) -> None:
    collection = Collection.open_for_reading(made)
    with collection.read() as tables:
        counted = (tables.cards.count(), tables.reviews.count(), tables.topics.count())
    collection.close()

    assert counted == (SIZE.cards, SIZE.reviews, SIZE.topics)


def test_the_doctor_finds_nothing_to_mend(made: Path) -> None:
    collection = Collection.open(made, lambda path: None)
    report = examined(collection, CLOCK, IDS)
    with collection.write(CLOCK.now()) as tables:
        words = Doctor(tables, CLOCK, IDS).examine_words()
    collection.close()

    assert (report.findings, words) == ((), [])


def test_the_same_seed_makes_the_same_collection(made: Path, tmp_path: Path) -> None:
    make(tmp_path / "again.db", SIZE)
    make(tmp_path / "other.db", SIZE._replace(seed=2))

    assert dump(tmp_path / "again.db") == dump(made)
    assert dump(tmp_path / "other.db") != dump(made)


def test_notes_ask_the_cards_that_hang_on_them(made: Path) -> None:
    collection = Collection.open_for_reading(made)
    with collection.read() as tables:
        notes = list(tables.notes.sift(tables.notes.key))
        cards = tables.cards.of_notes(note.id for note in notes)
        asked = {note.id: ordinals_of(note.fields, tables.kinds.of(note)) for note in notes}
    collection.close()
    made_of = Counter(note.kind_id for note in notes)

    assert [(card.note_id, card.ordinal) for card in cards] == [
        (note_id, ordinal) for note_id, ordinals in asked.items() for ordinal in ordinals
    ]
    assert made_of[BASIC.id] > made_of[CLOZE.id] > 0
    assert made_of[BASIC.id] > made_of[CHOICE.id] > 0


def test_some_cards_wait_today_and_every_box_holds_some(made: Path) -> None:
    collection = Collection.open_for_reading(made)
    with collection.read() as tables:
        due = tables.counts.due_cards(SIZE.today, SIZE.cards)
        counts = tables.counts.by_topic(SIZE.today)
        last_day = tables.reviews.last_day()
    collection.close()

    assert 0 < len(due) < SIZE.cards // 5
    assert all(sum(count.boxes[box] for count in counts) for box in range(BOXES + 1))
    assert last_day == SIZE.today - 1
