"""Moves: what the wish does to the tree, whatever tree it is."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aws_flash.domain.views import TreeRow
from aws_flash.ui.topics import moves
from aws_flash.ui.topics.moves import Move
from aws_flash.ui.topics.outline import TOP, Outline
from tests.ui.topics.trees import (
    AWS,
    BALANCERS,
    DIRECT,
    EC2,
    IDENTITY,
    NETWORK,
    NINE,
    ROWS,
    STS,
    TEN,
    trees,
)

OUTLINE = Outline(ROWS)


def at(topic_id: int) -> int:
    position = OUTLINE.find(topic_id)
    assert position is not None
    return position


def children(rows: tuple[TreeRow, ...]) -> dict[int | None, list[int]]:
    found: dict[int | None, list[int]] = {}
    for row in rows:
        found.setdefault(row.parent_id, []).append(row.topic_id)
    return found


def after(rows: tuple[TreeRow, ...], move: Move) -> dict[int | None, list[int]]:
    """Who stands under whom once a move was made, as the use-case makes it."""
    found = children(rows)
    for group in found.values():
        if move.topic_id in group:
            group.remove(move.topic_id)
    found.setdefault(move.parent_id, []).insert(move.place, move.topic_id)
    return found


@pytest.mark.parametrize(
    ("planned", "topic_id", "wanted"),
    [
        (moves.up, NETWORK, Move(NETWORK, AWS, 0)),
        (moves.up, EC2, None),
        (moves.up, TEN, Move(TEN, None, 1)),
        (moves.down, EC2, Move(EC2, AWS, 1)),
        (moves.down, IDENTITY, None),
        (moves.out, DIRECT, Move(DIRECT, AWS, 2)),
        (moves.out, IDENTITY, Move(IDENTITY, None, 1)),
        (moves.out, AWS, None),
        (moves.into, IDENTITY, Move(IDENTITY, NETWORK, 2)),
        (moves.into, NINE, Move(NINE, AWS, 3)),
        (moves.into, DIRECT, None),
    ],
)
def test_the_keyboard_moves_one_step(planned: object, topic_id: int, wanted: Move | None) -> None:
    assert callable(planned)
    assert planned(OUTLINE, at(topic_id)) == wanted


def test_onto_a_row_means_to_its_end() -> None:
    assert moves.onto(OUTLINE, at(STS), at(NETWORK)) == Move(STS, NETWORK, 2)


def test_nothing_goes_into_itself_or_stays_where_it_is() -> None:
    assert moves.onto(OUTLINE, at(AWS), at(DIRECT)) is None
    assert moves.onto(OUTLINE, at(AWS), at(AWS)) is None
    assert moves.onto(OUTLINE, at(BALANCERS), at(NETWORK)) is None


@pytest.mark.parametrize(
    ("wanted", "parent", "place", "depth"),
    [(9, NETWORK, 2, 2), (2, NETWORK, 2, 2), (1, AWS, 2, 1), (0, AWS, 2, 1)],
)
def test_below_a_branch_the_depth_is_chosen(
    wanted: int, parent: int, place: int, depth: int
) -> None:
    gap = moves.gap(OUTLINE, at(BALANCERS), at(IDENTITY), wanted)
    assert (OUTLINE.topic_id(gap.parent), gap.place, gap.depth) == (parent, place, depth)


def test_at_the_very_end_a_row_can_become_a_root() -> None:
    assert moves.gap(OUTLINE, at(STS), TOP, 0) == moves.Gap(TOP, 1, 0)


def test_below_an_open_row_is_its_first_child() -> None:
    assert moves.gap(OUTLINE, at(NETWORK), at(DIRECT), 0) == moves.Gap(at(NETWORK), 0, 2)


@given(trees(), st.data())
def test_up_and_down_are_one_place_among_siblings(
    rows: tuple[TreeRow, ...], data: st.DataObject
) -> None:
    outline = Outline(rows)
    position = data.draw(st.integers(0, len(rows) - 1))
    for there in (moves.up, moves.down):
        move = there(outline, position)
        if move is not None:
            group = after(rows, move)[move.parent_id]
            step = group.index(move.topic_id) - outline.number(position)
            assert step == (-1 if there is moves.up else 1)


@given(trees(), st.data())
def test_a_drop_into_a_gap_lands_between_the_two_rows(
    rows: tuple[TreeRow, ...], data: st.DataObject
) -> None:
    outline = Outline(rows)
    position, above = (data.draw(st.integers(0, len(rows) - 1)) for _ in range(2))
    below = above + 1 if above + 1 < len(rows) else TOP
    gap = moves.gap(outline, above, below, data.draw(st.integers(0, 6)))
    move = moves.into_gap(outline, position, gap)
    assume(move is not None)
    assert move is not None
    assert position not in outline.upwards(gap.parent)
    order = walk(after(rows, move))
    branch = [one for one in order if position in outline.upwards(outline.find(one) or 0)]
    others = [row.topic_id for row in rows if row.topic_id not in branch]
    kept = [one for one in order if one not in branch]
    assert kept == others
    before = [row.topic_id for row in rows[: above + 1] if row.topic_id not in branch]
    assert order[: len(before)] == before
    assert order[len(before)] == move.topic_id


def walk(found: dict[int | None, list[int]]) -> list[int]:
    ordered: list[int] = []
    stack = list(reversed(found.get(None, [])))
    while stack:
        ordered.append(stack.pop())
        stack.extend(reversed(found.get(ordered[-1], [])))
    return ordered
