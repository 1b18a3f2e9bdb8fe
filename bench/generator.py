"""Makes collections of any size from a seed: topics, notes, cards in boxes, years of reviews."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from aws_flash.storage.collection import Collection

DAY_MS = 86_400_000
RESTS = (0, 1, 3, 7, 14, 30)
WORDS = [
    *("role", "policy", "session", "key", "region", "bucket", "account", "trail", "group", "pool"),
    *("gateway", "endpoint", "user", "identity", "token", "certificate", "listener", "volume"),
    *("snapshot", "instance", "subnet", "log", "finding", "grant", "alias", "provider"),
]


class Size(NamedTuple):
    """How much to make; `today` is the day number on which the collection is looked at."""

    cards: int
    reviews: int
    topics: int = 100
    seed: int = 1
    today: int = 20_781


def make(path: Path, size: Size) -> None:
    """Make a collection at `path`; the same size makes the same collection, byte for row."""
    Collection.open(path, lambda _: None).close()
    chance = random.Random(size.seed)  # noqa: S311  # the same numbers each time
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO topics VALUES (?,?,?,?,?,?)", _topics(size))
        connection.executemany("INSERT INTO notes VALUES (?,?,?,?,?,?,?)", _notes(size, chance))
        connection.executemany(_INTO_CARDS, _cards(size, chance))
        connection.executemany(_INTO_REVIEWS, _reviews(size, chance))
        connection.execute(_DAY_SUMS)
        connection.execute(_SEARCH)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


_INTO_CARDS = "INSERT INTO cards VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_INTO_REVIEWS = "INSERT INTO reviews VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_DAY_SUMS = """
    INSERT INTO day_sums
    SELECT day, topic_id, count(*), sum(rating = 2), sum(box_before = 0),
           sum(box_before = 0 AND rating = 2), sum(took), sum(took * (rating = 1))
    FROM reviews GROUP BY day, topic_id
"""
_SEARCH = """
    INSERT INTO search(rowid, content, tags)
    SELECT id, json_extract(fields, '$[0][1]') || ' ' || json_extract(fields, '$[1][1]'), tags
    FROM notes
"""


def _topics(size: Size) -> Iterator[tuple[object, ...]]:
    """One root, a tenth of the topics below it, the others below those."""
    branches = max(size.topics // 10, 1)
    for number in range(1, size.topics + 1):
        if number == 1:
            parent = None
        elif number <= branches + 1:
            parent = 1
        else:
            parent = 2 + number % branches
        yield (number, f"topic{number}", parent, f"Topic {number}", 0, "")


def _notes(size: Size, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, size.cards + 1):
        question = f"Which {' '.join(chance.choices(WORDS, k=9))} needs number {number}?"
        answer = f"<b>{chance.choice(WORDS)}</b> of {' '.join(chance.choices(WORDS, k=4))}"
        fields = [["Question", question], ["Answer", answer], ["Explanation", ""]]
        yield (number, f"note{number}", 1, json.dumps(fields), chance.choice(WORDS), 0, 0)


def _topic_of(card: int, size: Size) -> int:
    return 1 + card % size.topics


def _cards(size: Size, chance: random.Random) -> Iterator[tuple[object, ...]]:
    """A tenth never seen; of the others about one in twenty waits today."""
    for number in range(1, size.cards + 1):
        box = 0 if number % 10 == 0 else chance.choice((1, 2, 3, 3, 4, 4, 5, 5, 5))
        rest = RESTS[box]
        late = chance.randrange(3) if chance.random() < 0.05 else -chance.randint(1, max(rest, 1))
        due = size.today - late if box else None
        lapses, streak = chance.randrange(4), box
        topic = _topic_of(number, size)
        yield (number, number, 0, topic, number, box, rest, due, lapses, streak, 0, 0, None, 0)


def _reviews(size: Size, chance: random.Random) -> Iterator[tuple[object, ...]]:
    """Two years of answers, evenly over the cards that were ever seen."""
    seen = [number for number in range(1, size.cards + 1) if number % 10]
    span = 730
    for number in range(1, size.reviews + 1):
        card = seen[number % len(seen)]
        day = size.today - span + number * span // (size.reviews + 1)
        knew = chance.random() < 0.82
        before = chance.randrange(6) if number > len(seen) else 0
        after = min(max(before + (1 if knew else -1), 1), 5)
        at = day * DAY_MS + 36_000_000 + number % 3_600_000
        due_before = day if before else None
        yield (
            *(number, card, _topic_of(card, size), at, day, "answer", 2 if knew else 1),
            *(before, RESTS[before], due_before, 0, before),
            *(after, RESTS[after], day + RESTS[after], 0, after),
            *(chance.randint(2000, 20_000), 0),
        )
