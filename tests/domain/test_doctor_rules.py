"""What reviews lead to, and where a collection says something else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.card import NEW, Card, Standing
from aws_flash.domain.doctor import (
    Check,
    Finding,
    Report,
    circles,
    differing,
    gather,
    without_history,
)
from aws_flash.domain.leitner import rebuild
from aws_flash.domain.review import Review, sum_of
from aws_flash.domain.topic import Topic
from tests.storage import strategies as some

HISTORIES = st.lists(some.reviews(), max_size=20, unique_by=lambda review: review.id)


def by_card(reviews: list[Review]) -> list[Review]:
    return sorted(reviews, key=lambda review: (review.card_id, review.at, review.id))


@given(HISTORIES)
def test_each_card_with_rows_has_the_standing_they_lead_to(reviews: list[Review]) -> None:
    standings = gather(by_card(reviews)).standings
    assert standings == {
        card_id: rebuild(review for review in reviews if review.card_id == card_id)
        for card_id in {review.card_id for review in reviews}
    }


@given(HISTORIES)
def test_the_sums_hold_what_every_review_adds(reviews: list[Review]) -> None:
    adds = [sum_of(review) for review in reviews]
    sums = gather(by_card(reviews)).sums
    assert len({(one.day, one.topic_id) for one in sums}) == len(sums)
    for name in ("answers", "knew", "first_looks", "first_knew", "took", "took_missed"):
        assert sum(getattr(one, name) for one in sums) == sum(getattr(one, name) for one in adds)


@given(HISTORIES)
def test_cards_that_stand_where_their_rows_lead_are_right(reviews: list[Review]) -> None:
    history = gather(by_card(reviews))
    cards = [Card(key, 1, 0, 1, standing=where) for key, where in history.standings.items()]
    assert differing(cards, history) == {}
    assert without_history(cards, history) == []


@given(HISTORIES.filter(bool), some.standings())
def test_a_card_that_stands_elsewhere_is_found(reviews: list[Review], wrong: Standing) -> None:
    history = gather(by_card(reviews))
    card_id, right = next(iter(history.standings.items()))
    card = Card(card_id, 1, 0, 1, standing=wrong)
    assert differing([card], history) == ({} if wrong == right else {card_id: right})


def test_a_card_in_a_box_without_any_row_is_found_and_a_new_one_is_not() -> None:
    history = gather([])
    seen = Card(1, 1, 0, 1, standing=Standing(1, 1, 5))
    assert without_history([seen, replace(seen, id=2, standing=NEW)], history) == [1]
    assert differing([seen], history) == {}


def test_a_circle_of_parents_is_found_once() -> None:
    topics = [Topic(1, "a", 3, "A"), Topic(2, "b", 3, "B"), Topic(3, "c", 2, "C")]
    assert len(circles(topics)) == 1


def test_a_tree_has_no_circles() -> None:
    assert circles([Topic(1, "a", None, "A"), Topic(2, "b", 1, "B"), Topic(3, "c", 77, "C")]) == []


@given(st.lists(st.integers(1, 9), max_size=9))
def test_circles_are_gone_once_the_topics_found_are_roots(parents: list[int]) -> None:
    topics = [
        Topic(number, f"t{number}", parent if parent != number else None, "T")
        for number, parent in enumerate(parents, start=1)
    ]
    found = circles(topics)
    assert circles(replace(one, parent_id=None) if one.id in found else one for one in topics) == []


def test_a_report_is_healthy_when_all_is_mended() -> None:
    finding = Finding(Check.SEARCH, 1, ("5",), mended=True)
    assert Report(1, 1, (finding,)).healthy
    assert not Report(1, 1, (finding, replace(finding, mended=False))).healthy
