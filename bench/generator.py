"""Makes collections of any size from a seed: topics, notes, cards in boxes, years of reviews."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

from aws_flash.storage.collection import Collection
from bench.contents import content
from bench.histories import NEW, answers_per_card, history

DAY_MS = 86_400_000
MORNING = 8 * 3_600_000
WAKING = 12 * 3_600_000
BATCH = 2_000
# As large as the program's own ids, so that rows and indexes take as much room.
FIRST_ID = 1_600_000_000_000 << 21

Row: TypeAlias = tuple[object, ...]


class Size(NamedTuple):
    """How much to make; `today` is the day number on which the collection is looked at."""

    cards: int
    reviews: int
    topics: int = 100
    seed: int = 1
    today: int = 20_781


def make(path: Path, size: Size) -> None:
    """Make a collection at `path`; the same size makes the same collection, row for row.

    Cards stand where their reviews lead. One in eleven was never seen, one in fifty is suspended.
    Memory stays flat: rows come in batches, and SQLite sorts the reviews by time on disk.
    """
    Collection.open(path, lambda _: None).close()
    chance = random.Random(size.seed)  # noqa: S311  # the same numbers each time
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("BEGIN")
        indexes = _drop_indexes(connection)
        connection.execute(_STAGE)
        connection.executemany(_INTO_TOPICS, _topics(size))
        _fill(connection, size, chance)
        connection.execute(_SORTED_REVIEWS, (FIRST_ID,))
        for statement in ("DROP TABLE staged", _DAY_SUMS, *indexes):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _marks(count: int) -> str:
    return f"VALUES ({','.join('?' * count)})"


_INTO_TOPICS = f"INSERT INTO topics {_marks(6)}"
_INTO_NOTES = f"INSERT INTO notes {_marks(7)}"
_INTO_SEARCH = f"INSERT INTO search(rowid, content, tags) {_marks(3)}"
_INTO_CARDS = f"INSERT INTO cards {_marks(14)}"
_STAGE = """
    CREATE TABLE staged (
        card_id, topic_id, at, day, rating,
        box_before, rest_before, due_before, lapses_before, streak_before,
        box_after, rest_after, due_after, lapses_after, streak_after, took
    )
"""
_INTO_STAGED = f"INSERT INTO staged {_marks(16)}"
_SORTED_REVIEWS = """
    INSERT INTO reviews
    SELECT ? + row_number() OVER (ORDER BY at, card_id), card_id, topic_id, at, day,
        'answer', rating, box_before, rest_before, due_before, lapses_before, streak_before,
        box_after, rest_after, due_after, lapses_after, streak_after, took, 0
    FROM staged ORDER BY at, card_id
"""
_DAY_SUMS = """
    INSERT INTO day_sums
    SELECT day, topic_id, count(*), sum(rating = 2), sum(box_before = 0),
           sum(box_before = 0 AND rating = 2), sum(took), sum(took * (rating = 1))
    FROM reviews GROUP BY day, topic_id
"""


def _drop_indexes(connection: sqlite3.Connection) -> list[str]:
    """Drop the indexes of the large tables and return what makes them again, all in one go."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
        "AND tbl_name IN ('cards', 'reviews', 'notes')"
    ).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def _fill(connection: sqlite3.Connection, size: Size, chance: random.Random) -> None:
    """Write notes with their words, and cards with their reviews, batch by batch."""
    seen = min(sum(1 for number in range(1, size.cards + 1) if _is_seen(number)), size.reviews)
    answers = answers_per_card(seen, size.reviews, chance)
    numbers = iter(range(1, size.cards + 1))
    while batch := list(islice(numbers, BATCH)):
        notes = [note for number in batch for note in _note(number, size, chance)]
        connection.executemany(_INTO_NOTES, (row for row, _ in notes))
        connection.executemany(_INTO_SEARCH, (row for _, row in notes))
        cards: list[Row] = []
        reviews: list[Row] = []
        for number in batch:
            count = next(answers, 0) if _is_seen(number) else 0
            card, rows = _card(number, count, size, chance)
            cards.append(card)
            reviews.extend(rows)
        connection.executemany(_INTO_CARDS, cards)
        connection.executemany(_INTO_STAGED, reviews)


def _topics(size: Size) -> Iterator[Row]:
    """One root, a tenth of the topics below it, the others below those."""
    branches = max(size.topics // 10, 1)
    for number in range(1, size.topics + 1):
        if number == 1:
            parent = None
        elif number <= branches + 1:
            parent = FIRST_ID + 1
        else:
            parent = FIRST_ID + 2 + number % branches
        yield (FIRST_ID + number, f"topic{number}", parent, f"Topic {number}", 0, "")


def _is_seen(number: int) -> bool:
    return number % 11 != 0


def _holes(number: int, size: Size) -> int:
    """Of twenty cards, two share one note with two holes and one has a note with one hole."""
    if number % 20 == 17 and number < size.cards:
        return 2
    return int(number % 20 in (7, 17))


def _note(number: int, size: Size, chance: random.Random) -> Iterator[tuple[Row, Row]]:
    """Give the note that begins with this card, and its words; nothing for a second hole."""
    if number % 20 == 18:
        return
    made = content(number, _holes(number, size), chance)
    note_id, day = FIRST_ID + number, (size.today - 1000) * DAY_MS
    note = (note_id, f"note{number}", made.kind_id, made.fields, made.tags, day, day)
    yield note, (note_id, made.words, made.tags)


def _card(number: int, count: int, size: Size, chance: random.Random) -> tuple[Row, Sequence[Row]]:
    card_id, topic_id = FIRST_ID + number, FIRST_ID + 1 + number % size.topics
    told = history(count, size.today, chance) if count else []
    second = number % 20 == 18
    note_id = card_id - 1 if second else card_id
    ordinal = 2 if second else int(_holes(number, size) > 0)
    standing = told[-1].after if told else NEW
    card = (card_id, note_id, ordinal, topic_id, number, *standing, 0, number % 50 == 1, None, 0)
    moment = MORNING + number * 104_729 % WAKING
    rows = [
        (
            *(card_id, topic_id, answer.day * DAY_MS + moment, answer.day, 1 + answer.knew),
            *answer.before,
            *answer.after,
            chance.randint(3_000, 14_000) if answer.knew else chance.randint(8_000, 30_000),
        )
        for answer in told
    ]
    return card, rows
