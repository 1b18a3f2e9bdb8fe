"""Where a topic may go: up, down, out, in, or into a gap between two rows."""

from __future__ import annotations

from typing import NamedTuple

from aws_flash.ui.topics.outline import TOP, Outline


class Move(NamedTuple):
    """A wish: under which parent, before which of its children, the moved one not counted."""

    topic_id: int
    parent_id: int | None
    place: int


class Gap(NamedTuple):
    """A place between rows: before child `place` of the row at `parent`, drawn at `depth`."""

    parent: int
    place: int
    depth: int


def up(outline: Outline, position: int) -> Move | None:
    """Return the move before the sibling above, None for the first."""
    number = outline.number(position)
    return _move(outline, position, outline.parent(position), number - 1) if number else None


def down(outline: Outline, position: int) -> Move | None:
    """Return the move behind the sibling below, None for the last."""
    above, number = outline.parent(position), outline.number(position)
    last = number == len(outline.children(above)) - 1
    return None if last else _move(outline, position, above, number + 1)


def out(outline: Outline, position: int) -> Move | None:
    """Return the move to right behind the parent, None for a root."""
    above = outline.parent(position)
    if above == TOP:
        return None
    return _move(outline, position, outline.parent(above), outline.number(above) + 1)


def into(outline: Outline, position: int) -> Move | None:
    """Return the move to the end of what the sibling above holds, None for the first."""
    number = outline.number(position)
    if number == 0:
        return None
    sibling = outline.children(outline.parent(position))[number - 1]
    return _move(outline, position, sibling, len(outline.children(sibling)))


def onto(outline: Outline, position: int, target: int) -> Move | None:
    """Return the move to the end of what another row holds, None for what cannot be."""
    if position in outline.upwards(target):
        return None
    kept = [child for child in outline.children(target) if child != position]
    return _changed(outline, position, target, len(kept))


def gap(outline: Outline, above: int, below: int, wanted: int) -> Gap:
    """Return the gap between two rows that are seen one above the other, at a depth wished for.

    Either may be TOP where there is no row. Between the last child of a branch and what follows,
    several depths are possible: the one nearest to `wanted` is taken.
    """
    if above == TOP:
        return Gap(TOP, 0, 0)
    if below != TOP and outline.parent(below) == above:
        return Gap(above, 0, outline.depth(below))
    least = max(outline.depth(below), 0)
    path = list(outline.upwards(above))
    depth = min(max(wanted, least), len(path) - 1)
    neighbour = path[len(path) - 1 - depth]
    return Gap(outline.parent(neighbour), outline.number(neighbour) + 1, depth)


def into_gap(outline: Outline, position: int, target: Gap) -> Move | None:
    """Return the move into a gap, None when nothing would change or it cannot be."""
    if position in outline.upwards(target.parent):
        return None
    same = outline.parent(position) == target.parent
    behind = same and outline.number(position) < target.place
    return _changed(outline, position, target.parent, target.place - behind)


def _changed(outline: Outline, position: int, parent: int, place: int) -> Move | None:
    stays = outline.parent(position) == parent and outline.number(position) == place
    return None if stays else _move(outline, position, parent, place)


def _move(outline: Outline, position: int, parent: int, place: int) -> Move:
    return Move(outline.rows[position].topic_id, outline.topic_id(parent), place)
