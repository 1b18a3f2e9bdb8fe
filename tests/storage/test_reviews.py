"""What is read of the reviews: the sums of days, and how long answers took."""

from __future__ import annotations

from dataclasses import replace

from aws_flash.domain.card import NEW, Standing
from aws_flash.domain.pace import Timing
from aws_flash.domain.review import Rating, Review, ReviewKind
from aws_flash.storage.collection import Collection
from tests.storage.conftest import NOW

SEEN = Standing(box=2, rest=3, due=103)
FIRST = Review(1, 7, 3, NOW, 100, ReviewKind.ANSWER, Rating.KNEW, before=NEW, after=SEEN, took=4000)
LATER = replace(FIRST, id=2, at=NOW + 1, rating=Rating.MISSED, before=SEEN, took=9000)
REPEAT = replace(LATER, id=3, at=NOW + 2, kind=ReviewKind.RELEARN, rating=Rating.KNEW, took=2000)


def put(collection: Collection, *rows: Review) -> None:
    with collection.write(NOW) as tables:
        tables.reviews.put_all(rows)


def test_answers_are_timed_by_kind_rating_and_first_look(collection: Collection) -> None:
    put(collection, FIRST, LATER, REPEAT, replace(FIRST, id=4, undone=True))
    with collection.read() as tables:
        timings = tables.reviews.timings(10)
    assert sorted(timings, key=lambda one: one.took) == [
        Timing(ReviewKind.RELEARN, Rating.KNEW, first_look=False, answers=1, took=2000),
        Timing(ReviewKind.ANSWER, Rating.KNEW, first_look=True, answers=1, took=4000),
        Timing(ReviewKind.ANSWER, Rating.MISSED, first_look=False, answers=1, took=9000),
    ]


def test_only_the_latest_answers_are_timed(collection: Collection) -> None:
    put(collection, *(replace(FIRST, id=day, day=day, took=day) for day in range(1, 9)))
    with collection.read() as tables:
        assert [one.took for one in tables.reviews.timings(3)] == [8 + 7 + 6]


def test_a_day_whose_answers_were_all_taken_back_is_a_day_without(collection: Collection) -> None:
    put(collection, *(replace(FIRST, id=day, day=day) for day in (97, 98, 99, 100)))
    with collection.write(NOW) as tables:
        tables.reviews.remove_all([98, 100])
    with collection.read() as tables:
        assert tables.reviews.answers_by_day(0, 200) == {97: 1, 99: 1}
        assert tables.reviews.last_day() == 99
        assert tables.reviews.days_in_row(99) == 1
        assert tables.reviews.days_in_row(100) == 0


def test_days_in_a_row_are_counted_over_some_topics_or_all(collection: Collection) -> None:
    put(collection, *(replace(FIRST, id=day, day=day, topic_id=day % 2) for day in range(90, 96)))
    with collection.read() as tables:
        assert tables.reviews.days_in_row(95) == 6
        assert tables.reviews.days_in_row(95, [1]) == 1
        assert tables.reviews.answers_by_day(92, 200, [1]) == {93: 1, 95: 1}


def test_the_newest_row_of_a_card_counts_taken_back_or_not(collection: Collection) -> None:
    put(collection, FIRST, replace(LATER, undone=True), replace(REPEAT, card_id=8))
    with collection.read() as tables:
        assert tables.reviews.last_moment(7) == NOW + 1
        assert tables.reviews.last_moment(9) is None
