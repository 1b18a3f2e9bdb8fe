"""The tree as a user changes it."""

from __future__ import annotations

import pytest

from aws_flash.domain.errors import Gone, Refused
from aws_flash.domain.topic import MAX_DEPTH
from tests.application.conftest import World


def names(world: World) -> list[str]:
    return [topic.name for topic in world.operations.read(lambda tables: tables.topics.tree())]


def cards(world: World) -> int:
    return world.operations.read(lambda tables: len(list(tables.cards.every())))


def test_new_topics_stand_in_natural_order_until_one_is_dragged(empty_world: World) -> None:
    for name in ("10 Logs", "9 Keys", "Apple"):
        empty_world.topics.add(name)
    assert names(empty_world) == ["9 Keys", "10 Logs", "Apple"]


def test_dragging_keeps_the_order_that_the_user_made(empty_world: World) -> None:
    ids = [empty_world.topics.add(name).value for name in ("A", "B", "C")]
    empty_world.topics.move(ids[2], None, 0)
    assert names(empty_world) == ["C", "A", "B"]
    empty_world.topics.add("0 comes last now")
    assert names(empty_world) == ["C", "A", "B", "0 comes last now"]


def test_nesting_moves_the_whole_branch(world: World) -> None:
    other = world.topics.add("Other").value
    world.topics.move(1, other, 0)
    assert names(world) == ["Other", "AWS", "KMS", "STS"]


def test_a_topic_cannot_be_moved_into_itself(world: World) -> None:
    with pytest.raises(Refused):
        world.topics.move(1, 2, 0)
    assert names(world) == ["AWS", "KMS", "STS"]


def test_nesting_has_a_bound(empty_world: World) -> None:
    parent: int | None = None
    for _ in range(MAX_DEPTH):
        parent = empty_world.topics.add("Deep", parent).value
    with pytest.raises(Refused):
        empty_world.topics.add("Too deep", parent)


def test_a_branch_is_as_deep_as_its_deepest_topic(empty_world: World) -> None:
    top = below = empty_world.topics.add("Top").value
    for _ in range(MAX_DEPTH - 1):
        below = empty_world.topics.add("Below", below).value
    over = empty_world.topics.add("Over").value
    with pytest.raises(Refused):
        empty_world.topics.move(top, over, 0)
    empty_world.topics.move(below, None, 0)
    empty_world.topics.move(top, over, 0)
    assert names(empty_world)[:3] == ["Below", "Over", "Top"]


@pytest.mark.parametrize("name", ["", "  ", "\t\n"])
def test_a_topic_needs_a_name(world: World, name: str) -> None:
    with pytest.raises(Refused):
        world.topics.rename(2, name)
    assert "STS" in names(world)


def test_names_lose_stray_spaces(world: World) -> None:
    world.topics.rename(2, "  The \n STS  calls ")
    assert "The STS calls" in names(world)


def test_deleting_takes_the_cards_along_and_undo_brings_all_back(world: World) -> None:
    before = cards(world)
    done = world.topics.delete(2)
    assert (done.value, done.step and done.step.count) == (4, 4)
    assert names(world) == ["AWS", "KMS"]
    assert cards(world) == before - 4
    world.operations.undo()
    assert (names(world), cards(world)) == (["AWS", "KMS", "STS"], before)


def test_a_gap_that_is_no_longer_asked_is_not_counted_as_deleted(world: World) -> None:
    note = world.operations.read(lambda tables: max(tables.notes.every(), key=lambda one: one.id))
    world.authoring.edit(note.id, {"Text": "{{c1::KMS}} is regional."})
    done = world.topics.delete(3)
    assert (done.value, done.step and done.step.count) == (3, 3)
    assert cards(world) == 4


def test_what_is_gone_is_said_to_be_gone(world: World) -> None:
    world.topics.delete(2)
    with pytest.raises(Gone):
        world.topics.rename(2, "Anything")
    with pytest.raises(Gone):
        world.topics.delete(2)
