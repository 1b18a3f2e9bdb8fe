"""Counts and choices over many cards agree with going through them one by one."""

from __future__ import annotations

from collections import Counter
from itertools import cycle

import pytest

from aws_flash.domain.card import BOXES, Card, Standing
from aws_flash.domain.note import Note
from aws_flash.domain.topic import Topic
from aws_flash.storage.collection import Collection
from tests.storage.conftest import NOW

TODAY = 100
TOPICS = (1, 2, 3)


def a_card(number: int, box: int) -> Card:
    """A card of a note of its own, some of them suspended, skipped or set aside."""
    standing = Standing(box, box, TODAY - 20 + number % 40) if box else Standing()
    return Card(
        number,
        number,
        0,
        topic_id=1 + number % 3,
        position=number % 50,
        standing=standing,
        suspended=number % 11 == 0,
        skipped_until=TODAY + 1 if number % 13 == 0 else None,
        aside=number % 17 == 0,
    )


CARDS = [a_card(*one) for one in zip(range(1, 301), cycle([0, 0, 1, 2, 3, 4, 5]), strict=False)]


def due_of(card: Card) -> int:
    return card.standing.due or 0


@pytest.fixture
def counted(collection: Collection) -> Collection:
    fields = (("Question", "x"), ("Answer", "y"))
    with collection.write(NOW) as tables:
        tables.topics.put_all(Topic(number, f"t{number}", None, "T") for number in TOPICS)
        tables.notes.put_all(
            Note(card.note_id, f"n{card.note_id}", 1, fields, (), NOW, NOW) for card in CARDS
        )
        tables.cards.put_all(CARDS)
    return collection


def test_topics_count_their_cards_by_box(counted: Collection) -> None:
    with counted.read() as tables:
        counts = tables.counts.by_topic(TODAY)
    assert sorted(count.topic_id for count in counts) == [*TOPICS]
    for count in counts:
        here = [card for card in CARDS if card.topic_id == count.topic_id and not card.aside]
        in_boxes = Counter(card.standing.box for card in here)
        due = Counter(card.standing.box for card in here if card.is_due(TODAY))
        assert count.boxes == tuple(in_boxes[box] for box in range(BOXES + 1))
        assert count.due == tuple(due[box] for box in range(BOXES + 1))
        fresh = [card for card in here if card.standing.box == 0 and card.is_shown(TODAY)]
        assert count.fresh == len(fresh)


@pytest.mark.parametrize("topics", [None, [2], [3, 1]])
def test_due_cards_come_oldest_first_from_all_topics_or_some(
    counted: Collection, topics: list[int] | None
) -> None:
    wanted = [card for card in CARDS if card.topic_id in (topics or TOPICS) and card.is_due(TODAY)]
    wanted.sort(key=lambda card: (due_of(card), card.standing.box, card.id))
    with counted.read() as tables:
        listed = tables.counts.due_cards(TODAY, 1000, topics)
        assert [one.card_id for one in listed] == [card.id for card in wanted]
        assert tables.counts.due_cards(TODAY, 3, topics) == listed[:3]
        assert tables.counts.number_due(TODAY, topics) == len(wanted)


@pytest.mark.parametrize("topics", [None, [2]])
def test_early_cards_are_those_not_due_yet_the_nearest_first(
    counted: Collection, topics: list[int] | None
) -> None:
    here = [card for card in CARDS if card.topic_id in (topics or TOPICS) and card.is_shown(TODAY)]
    wanted = [card for card in here if due_of(card) > TODAY]
    wanted.sort(key=lambda card: (due_of(card), card.standing.box, card.id))
    with counted.read() as tables:
        listed = tables.counts.early_cards(TODAY, 1000, topics)
    assert [one.card_id for one in listed] == [card.id for card in wanted]


def test_new_cards_come_topic_by_topic_up_to_the_limit(counted: Collection) -> None:
    fresh = [card for card in CARDS if card.standing.box == 0 and card.is_shown(TODAY)]
    fresh.sort(key=lambda card: ([3, 1, 2].index(card.topic_id), card.position, card.id))
    with counted.read() as tables:
        for limit in (0, 5, 40, 1000):
            listed = tables.counts.new_cards(TODAY, limit, [3, 1, 2])
            assert [one.card_id for one in listed] == [card.id for card in fresh[:limit]]
            assert [one.order for one in listed] == [*range(len(listed))]


def test_days_count_what_falls_due_on_them(counted: Collection) -> None:
    seen = [card for card in CARDS if card.standing.box and not (card.suspended or card.aside)]
    days = Counter(due_of(card) for card in seen if 95 <= due_of(card) <= 105)
    waiting = Counter((due_of(card), card.standing.box) for card in seen if due_of(card) <= 105)
    with counted.read() as tables:
        assert tables.counts.due_by_day(95, 105) == days
        assert tables.counts.waiting(105) == waiting


def test_whether_any_card_waits_besides_those_of_some_notes(counted: Collection) -> None:
    waiting = {card.note_id for card in CARDS if card.is_due(TODAY)}
    with counted.read() as tables:
        assert tables.counts.is_any_due(TODAY, besides=())
        assert tables.counts.is_any_due(TODAY, besides=sorted(waiting)[1:])
        assert not tables.counts.is_any_due(TODAY, besides=waiting)
