"""Counts of branches, and the order in which topics take the day's new cards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.application.branches import count_branches, tree_rows
from aws_flash.domain.topic import Topic, in_tree_order
from aws_flash.storage.counts import TopicCount

NUMBERS = st.lists(st.integers(0, 50), min_size=6, max_size=6).map(tuple)


@st.composite
def trees(draw: st.DrawFn) -> list[Topic]:
    topics: list[Topic] = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        known = [None, *(topic.id for topic in topics)]
        parents = st.sampled_from(known)
        topics.append(Topic(number, f"t{number}", draw(parents), f"Topic {number}"))
    return in_tree_order(topics)


@st.composite
def counted_trees(draw: st.DrawFn) -> tuple[list[Topic], list[TopicCount]]:
    topics = draw(trees())
    counts = []
    for topic in topics:
        boxes, due = draw(NUMBERS), draw(NUMBERS)
        counts.append(TopicCount(topic.id, boxes, (0, *due[1:]), draw(st.integers(0, boxes[0]))))
    return topics, counts


@given(counted_trees(), st.integers(0, 100))
def test_everything_is_the_sum_of_all_topics(
    tree: tuple[list[Topic], list[TopicCount]], new_left: int
) -> None:
    topics, counts = tree
    everything = count_branches(topics, counts, new_left)[None]
    assert sum(everything.boxes) == sum(sum(count.boxes) for count in counts)
    assert sum(everything.due) == sum(sum(count.due) for count in counts)
    assert everything.new == min(new_left, sum(count.fresh for count in counts))


@given(counted_trees(), st.integers(0, 100))
def test_a_branch_never_counts_more_than_the_branch_above_it(
    tree: tuple[list[Topic], list[TopicCount]], new_left: int
) -> None:
    topics, counts = tree
    branches = count_branches(topics, counts, new_left)
    for topic in topics:
        assert branches[topic.id].today <= branches[topic.parent_id].today


def test_the_first_topics_take_the_new_cards() -> None:
    topics = [Topic(1, "a", None, "A"), Topic(2, "b", None, "B"), Topic(3, "c", None, "C")]
    none = (0, 0, 0, 0, 0, 0)
    counts = [TopicCount(number, (5, 0, 0, 0, 0, 0), none, 5) for number in (1, 2, 3)]
    branches = count_branches(topics, counts, new_left=7)
    assert [branches[number].new for number in (1, 2, 3)] == [5, 2, 0]


def test_rows_tell_how_deep_they_stand_and_below_what() -> None:
    topics = [Topic(1, "a", None, "A"), Topic(2, "b", 1, "B"), Topic(3, "c", 2, "C")]
    topics.append(Topic(4, "d", 99, "D"))  # its parent is not there: shown as a root
    rows = tree_rows(topics, count_branches(topics, [], 0))
    places = [(row.name, row.depth, row.parent_id) for row in rows]
    assert places == [("A", 0, None), ("B", 1, 1), ("C", 2, 2), ("D", 0, None)]
