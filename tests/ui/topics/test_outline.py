"""The shape of the tree, from rows in tree order."""

from __future__ import annotations

from hypothesis import given

from aws_flash.domain.views import TreeRow
from aws_flash.ui.topics.outline import TOP, Outline
from tests.ui.topics.trees import AWS, DIRECT, NETWORK, NINE, ROWS, TEN, trees


def test_children_stand_under_their_parent_in_order() -> None:
    outline = Outline(ROWS)
    assert [outline.topic_id(at) for at in outline.children(TOP)] == [AWS, NINE, TEN]
    network = outline.find(NETWORK)
    assert network is not None
    assert [outline.rows[at].name for at in outline.children(network)] == [
        "Direct Connect",
        "Load balancers",
    ]


def test_a_row_knows_its_way_up() -> None:
    outline = Outline(ROWS)
    direct = outline.find(DIRECT)
    assert direct is not None
    assert [outline.topic_id(at) for at in outline.upwards(direct)] == [DIRECT, NETWORK, AWS]
    assert outline.depth(direct) == 2


def test_a_row_without_its_parent_is_not_lost() -> None:
    stray = TreeRow(5, 4711, "Stray", 3, (0,) * 6, 0)
    outline = Outline([stray])
    assert list(outline.children(TOP)) == [0]
    assert outline.depth(0) == 0


@given(trees())
def test_every_row_is_the_child_it_says(rows: tuple[TreeRow, ...]) -> None:
    outline = Outline(rows)
    for at, row in enumerate(rows):
        assert outline.children(outline.parent(at))[outline.number(at)] == at
        assert outline.topic_id(outline.parent(at)) == row.parent_id
        assert outline.depth(at) == row.depth
        assert outline.find(row.topic_id) == at


@given(trees())
def test_the_shape_is_what_stands_where_not_what_it_says(rows: tuple[TreeRow, ...]) -> None:
    outline = Outline(rows)
    assert outline.has_shape_of([row._replace(name="New", today=99) for row in rows])
    assert not outline.has_shape_of(rows[:-1])
    assert not outline.has_shape_of([row._replace(parent_id=4711) for row in rows])
