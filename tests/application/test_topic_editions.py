"""A newer edition of a deck moves its topics on, unless the user did something to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aws_flash.domain.bundle import BundledTopic
from tests.application.conftest import World
from tests.application.editions import TOPICS, Shelf, basic, edition

IAM, STS, KMS = TOPICS


@pytest.fixture
def shelf(empty_world: World) -> Shelf:
    shelf = Shelf(empty_world)
    shelf.load(edition(0, basic("a", "A"), basic("b", "B", "Topic-kms")))
    return shelf


def tree(shelf: Shelf) -> list[tuple[str, str | None]]:
    """The names of the topics in their order, each with the one above it."""
    topics = shelf.topics().values()
    names = {topic.id: topic.name for topic in topics}
    return [(t.name, None if t.parent_id is None else names[t.parent_id]) for t in topics]


def test_a_topic_gets_its_new_name_and_description(shelf: Shelf) -> None:
    named = replace(STS, name="STS calls", description="Which call for whom.")
    shelf.load(edition(1, basic("a", "A"), topics=(IAM, named, KMS)))
    topic = shelf.topics()["Topic-sts"]
    assert (topic.name, topic.description) == ("STS calls", "Which call for whom.")


def test_a_name_of_the_users_stays_and_the_description_still_moves_on(shelf: Shelf) -> None:
    shelf.world.topics.rename(shelf.topics()["Topic-sts"].id, "Tokens")
    named = replace(STS, name="STS calls", description="Which call for whom.")
    shelf.load(edition(1, basic("a", "A"), topics=(IAM, named, KMS)))
    topic = shelf.topics()["Topic-sts"]
    assert (topic.name, topic.description) == ("Tokens", "Which call for whom.")


def test_a_topic_moves_with_its_cards_and_a_new_one_finds_its_place(shelf: Shelf) -> None:
    logs = BundledTopic("Topic-logs", None, "Logs", 1)
    moved = (logs, replace(KMS, position=2), replace(STS, parent="Topic-kms"))
    shelf.load(edition(1, basic("a", "A"), topics=(*moved, replace(IAM, position=3))))
    assert tree(shelf) == [("Logs", None), ("KMS", None), ("STS", "KMS"), ("IAM", None)]
    assert shelf.cards("a")[0].topic_id == shelf.topics()["Topic-sts"].id


def test_a_topic_that_the_user_moved_stays_there(shelf: Shelf) -> None:
    topics = shelf.topics()
    shelf.world.topics.move(topics["Topic-kms"].id, topics["Topic-iam"].id, 0)
    beside = replace(KMS, parent="Topic-sts", position=1)
    shelf.load(edition(1, basic("a", "A"), topics=(IAM, STS, beside)))
    assert tree(shelf) == [("IAM", None), ("KMS", "IAM"), ("STS", "IAM")]


def test_a_move_that_would_close_a_circle_is_left_out(shelf: Shelf) -> None:
    topics = shelf.topics()
    shelf.world.topics.move(topics["Topic-kms"].id, topics["Topic-sts"].id, 0)
    below = (replace(KMS, position=1), replace(IAM, parent="Topic-kms"), STS)
    shelf.load(edition(1, basic("a", "A"), topics=below))
    assert tree(shelf) == [("IAM", None), ("STS", "IAM"), ("KMS", "STS")]


def test_a_card_follows_its_note_to_another_topic_of_the_deck(shelf: Shelf) -> None:
    shelf.load(edition(1, basic("x", "X", "Topic-kms"), basic("a", "A", "Topic-kms")))
    card = shelf.cards("a")[0]
    assert (card.topic_id, card.position) == (shelf.topics()["Topic-kms"].id, 2)


def test_a_card_that_the_user_moved_stays_there(shelf: Shelf) -> None:
    iam = shelf.topics()["Topic-iam"].id
    moved = [replace(card, topic_id=iam) for card in shelf.cards("a")]
    shelf.world.operations.run_without_step(lambda tables: tables.cards.put_all(moved))
    shelf.load(edition(1, basic("a", "A", "Topic-kms")))
    assert shelf.cards("a")[0].topic_id == iam


def test_all_of_it_is_one_step_with_the_facts(shelf: Shelf) -> None:
    before = tree(shelf)
    topics = (IAM, KMS, replace(STS, name="STS calls", parent="Topic-kms"))
    shelf.load(edition(1, basic("a", "A now"), basic("b", "B", "Topic-kms"), topics=topics))
    assert tree(shelf) != before
    shelf.world.operations.undo()
    assert (tree(shelf), shelf.answer("a")) == (before, "A")
