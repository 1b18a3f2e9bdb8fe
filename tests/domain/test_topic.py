"""The topic tree: natural order, branches, depths, and nothing lost from sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.topic import (
    Topic,
    branch,
    children_of,
    depths,
    in_tree_order,
    natural_key,
)


def topic(topic_id: int, parent: int | None = None, name: str = "x", position: int = 0) -> Topic:
    return Topic(topic_id, f"g{topic_id}", parent, name, position)


# Parents at will: unknown ones and circles too, as a damaged or merged file might hold.
forests = st.dictionaries(
    st.integers(1, 15), st.one_of(st.none(), st.integers(1, 20)), max_size=15
).map(lambda rows: [topic(one, parent) for one, parent in rows.items() if one != parent])

TREE = [
    topic(1, name="AWS"),
    topic(2, 1, "Network"),
    topic(3, 2, "Load balancers"),
    topic(4, 2, "Direct Connect"),
    topic(5, 1, "Identity"),
]


def test_names_are_sorted_as_people_count() -> None:
    names = ["Week 10", "week 9", "Week 2", "10 Threats", "9 Roles", "Access"]
    assert sorted(names, key=natural_key) == [
        "9 Roles", "10 Threats", "Access", "Week 2", "week 9", "Week 10",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=12), max_size=8), st.data())
def test_any_names_can_be_sorted(names: list[str], data: st.DataObject) -> None:
    keys = [natural_key(name) for name in names]
    assert sorted(keys) == sorted(data.draw(st.permutations(keys)))


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_numbers_in_names_sort_by_size(one: int, other: int) -> None:
    keys = natural_key(f"Part {one}"), natural_key(f"Part {other}")
    assert (keys[0] < keys[1]) == (one < other)


@given(st.text("0123456789", min_size=30, max_size=6000))
def test_an_endless_number_is_no_trouble(digits: str) -> None:
    assert natural_key(digits) < natural_key(f"{digits}0")


def test_children_follow_their_position_once_dragged() -> None:
    listed = [topic(1, name="b", position=1), topic(2, name="a", position=2)]
    assert [one.id for one in children_of(listed)[None]] == [1, 2]


def test_the_tree_reads_from_top_to_bottom() -> None:
    assert [one.id for one in in_tree_order(TREE)] == [1, 5, 2, 4, 3]


def test_a_branch_is_a_topic_and_all_below_it() -> None:
    assert branch(TREE, 2) == [2, 4, 3]


def test_a_topic_stands_one_deeper_than_its_parent() -> None:
    assert depths(TREE) == {None: 0, 1: 1, 2: 2, 5: 2, 3: 3, 4: 3}


@given(forests)
def test_every_topic_stands_in_the_tree_once(topics: list[Topic]) -> None:
    shown = [one.id for one in in_tree_order(topics)]
    assert sorted(shown) == sorted(one.id for one in topics)


@given(forests)
def test_topics_of_a_circle_hang_on_one_of_them(topics: list[Topic]) -> None:
    known = {one.id for one in topics}
    children = children_of(topics)
    placed = {child.id: parent for parent, group in children.items() for child in group}
    for one in topics:
        assert placed[one.id] in {one.parent_id, None}
        if one.parent_id not in known:
            assert placed[one.id] is None


@given(forests)
def test_a_topic_is_in_as_many_branches_as_it_is_deep(topics: list[Topic]) -> None:
    below = [branch(topics, one.id) for one in topics]
    for one in topics:
        assert sum(branch_ids.count(one.id) for branch_ids in below) == depths(topics)[one.id]


def test_the_order_of_the_rows_does_not_change_where_a_circle_is_opened() -> None:
    circle = [topic(1, 2), topic(2, 3), topic(3, 1)]
    assert in_tree_order(circle) == in_tree_order(circle[::-1])


@pytest.mark.parametrize("name", ["", "  "])
def test_a_topic_needs_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        topic(1, name=name)


def test_a_topic_is_not_its_own_parent() -> None:
    with pytest.raises(ValueError, match="own parent"):
        topic(1, 1)
