"""Collections filled with cards that were answered, and ways to damage their files."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from aws_flash.domain.card import NEW, Card, Standing
from aws_flash.domain.deck import Deck
from aws_flash.domain.note import Note
from aws_flash.domain.provenance import Provenance
from aws_flash.domain.review import Rating, Review, ReviewKind
from aws_flash.domain.topic import Topic
from aws_flash.storage.collection import Collection
from aws_flash.storage.pages import rows_of_page
from aws_flash.storage.tables import Tables

NOW = 1_790_000_000_000
TODAY = 20_700
CARDS = 60
ANSWERS = 3
PAGE = 4096


def note(number: int) -> Note:
    told = Provenance(statements=(f"S{number:02}",)) if number % 2 else None
    question = f"Question {number}: {'which call needs no credentials? ' * 8}"
    fields = (("Question", question), ("Answer", f"Answer {number}"))
    return Note(1000 + number, f"guid{number}", 1, fields, ("iam",), NOW, NOW, told)


def answers(card: Card) -> list[Review]:
    """The rows of a card that was known again and again, one box up each time."""
    rows: list[Review] = []
    before = NEW
    for turn in range(ANSWERS):
        after = Standing(turn + 1, turn + 1, TODAY + turn + 1, 0, turn + 1)
        number = card.id * 10 + turn
        at, day = NOW + turn * 1000, TODAY + turn
        kind, rating = ReviewKind.ANSWER, Rating.KNEW
        rows.append(
            Review(number, card.id, card.topic_id, at, day, kind, rating, before, after, 5000)
        )
        before = after
    return rows


def fill(tables: Tables, cards: int = CARDS) -> None:
    """Put in a deck, two topics, and many notes with a card each; every third card is still new."""
    tables.topics.put_all([Topic(1, "t1", None, "AWS"), Topic(2, "t2", 1, "STS")])
    tables.decks.put_all([Deck("deck", "A deck", "1")])
    tables.notes.put_all(note(number) for number in range(cards))
    asked = [
        Card(2000 + number, 1000 + number, 0, 1 + number % 2, number) for number in range(cards)
    ]
    rows = {card.id: answers(card) if card.id % 3 else [] for card in asked}
    tables.cards.put_all(
        replace(card, standing=rows[card.id][-1].after) if rows[card.id] else card for card in asked
    )
    tables.reviews.put_all(row for some in rows.values() for row in some)


def make(path: Path, cards: int = CARDS) -> Path:
    """Make the file of a filled collection."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content(cards))
    return path


@cache
def content(cards: int) -> bytes:
    """The bytes of a filled collection's file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "collection.db"
        collection = Collection.open(path, lambda _: None)
        with collection.write(NOW) as tables:
            fill(tables, cards)
        collection.close()
        return path.read_bytes()


def counted(path: Path) -> tuple[int, int, int]:
    """How many notes, cards and reviews a collection holds."""
    collection = Collection.open_for_reading(path)
    try:
        with collection.read() as tables:
            keepers = (tables.notes, tables.cards, tables.reviews)
            notes, cards, reviews = (sum(1 for _ in keeper.every()) for keeper in keepers)
            return notes, cards, reviews
    finally:
        collection.close()


def spoil(path: Path, first: int, last: int, content: bytes = b"\xa5") -> None:
    """Write over the bytes from `first` to `last` of a file."""
    with path.open("rb+") as file:
        file.seek(first)
        file.write((content * (last - first))[: last - first])


def lengths_of_rows(page: bytes) -> set[int]:
    """How many columns the rows of a leaf page have; none for any other page."""
    return {len(row) for _, row in rows_of_page(page, 0, PAGE)}
