"""Topics of a deck and the user's own changes to them, brought together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import BundledTopic
from aws_flash.domain.deck import DeckTopic
from aws_flash.domain.topic import MAX_DEPTH, Topic, depths
from aws_flash.domain.topic_merge import merged

GUIDS = "abcdef"


def delivered(topic: BundledTopic) -> DeckTopic:
    return DeckTopic(topic.guid, "deck", topic.parent, topic.name, topic.position)


def stored(topic: BundledTopic) -> Topic:
    number = GUIDS.index(topic.guid) + 1
    parent = None if topic.parent is None else GUIDS.index(topic.parent) + 1
    return Topic(number, topic.guid, parent, topic.name, topic.position)


@st.composite
def forests(draw: st.DrawFn) -> list[BundledTopic]:
    """The same six topics, named and hung anyhow; parents come before their children."""
    order = draw(st.permutations(GUIDS))
    return [
        BundledTopic(
            guid=guid,
            parent=draw(st.sampled_from([None, *order[:place]])),
            name=draw(st.sampled_from(["IAM", "KMS"])),
            position=place,
        )
        for place, guid in enumerate(order)
    ]


@given(forests(), forests(), forests())
def test_what_the_user_changed_stays_and_the_tree_stays_a_tree(
    base: list[BundledTopic], mine: list[BundledTopic], theirs: list[BundledTopic]
) -> None:
    bases = {topic.guid: delivered(topic) for topic in base}
    own = {topic.guid: stored(topic) for topic in mine}
    found = {topic.guid: topic for topic in merged(own.values(), bases, theirs)}
    assert len(depths(found.values())) == len(GUIDS) + 1
    parents = {topic.guid: topic.parent_id for topic in map(stored, base)}
    for guid, topic in found.items():
        assert topic.name == own[guid].name or own[guid].name == bases[guid].name
        assert topic.parent_id == own[guid].parent_id or own[guid].parent_id == parents[guid]


@given(forests(), forests())
def test_topics_that_the_user_left_alone_end_as_the_deck_has_them(
    base: list[BundledTopic], theirs: list[BundledTopic]
) -> None:
    bases = {topic.guid: delivered(topic) for topic in base}
    found = merged(map(stored, base), bases, theirs)
    assert {(one.guid, one.name, one.parent_id) for one in found} == {
        (one.guid, one.name, one.parent_id) for one in map(stored, theirs)
    }


def test_a_move_that_would_nest_too_deep_is_left_out() -> None:
    line = [
        Topic(number, f"t{number}", number - 1 or None, "Topic") for number in range(1, MAX_DEPTH)
    ]
    small = [Topic(100, "x", None, "X"), Topic(101, "y", 100, "Y")]
    bases = {"x": DeckTopic("x", "deck", None, "X", 0)}
    moved = BundledTopic("x", line[-1].guid, "X", 1)
    assert merged([*line, *small], bases, [moved])[-2] == small[0]
    assert merged([*line[:-1], *small], bases, [replace(moved, parent=line[-2].guid)])[-2] == (
        replace(small[0], parent_id=line[-2].id, position=1)
    )


def test_a_topic_whose_delivery_was_not_kept_stays() -> None:
    own = Topic(1, "x", None, "X")
    assert merged([own], {}, [BundledTopic("x", None, "Y", 3)]) == [own]
