"""A topic: a node of the tree that cards hang on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MAX_DEPTH = 30
_LONG_NUMBER = 20
_WORD = 10**_LONG_NUMBER


@dataclass(frozen=True, slots=True)
class Topic:
    """A node of the tree.

    `position` orders the children of one parent; while all are 0, names decide, naturally sorted.
    """

    id: int
    guid: str
    parent_id: int | None
    name: str
    position: int = 0
    description: str = ""

    def __post_init__(self) -> None:
        """Refuse a topic without a name or one that is its own parent."""
        if not self.name.strip():
            msg = "a topic needs a name"
            raise ValueError(msg)
        if self.parent_id == self.id:
            msg = "a topic cannot be its own parent"
            raise ValueError(msg)


def natural_key(name: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key that puts "9" before "10", numbers before words, and ignores case."""
    pieces = re.split(r"(\d+)", name.casefold())
    return tuple(
        (int(piece), "") if index % 2 and len(piece) < _LONG_NUMBER else (_WORD, piece)
        for index, piece in enumerate(pieces)
        if piece
    )


def sibling_key(topic: Topic) -> tuple[int, tuple[tuple[int, str], ...], int]:
    """Return the key that orders the children of one parent."""
    return (topic.position, natural_key(topic.name), topic.id)


def children_of(topics: Iterable[Topic]) -> dict[int | None, list[Topic]]:
    """Return the children of each parent (None: of the root) in their order.

    A topic whose parent is unknown counts as a root, and so does one topic of a circle of parents,
    so that none is ever lost from sight.
    """
    listed = list(topics)
    parents = _parents(listed)
    children: dict[int | None, list[Topic]] = {}
    for topic in listed:
        children.setdefault(parents[topic.id], []).append(topic)
    for group in children.values():
        group.sort(key=sibling_key)
    return children


def in_tree_order(topics: Iterable[Topic]) -> list[Topic]:
    """Return the topics as the tree shows them from top to bottom."""
    children = children_of(topics)
    ordered: list[Topic] = []
    stack = list(reversed(children.get(None, [])))
    while stack:
        topic = stack.pop()
        ordered.append(topic)
        stack.extend(reversed(children.get(topic.id, [])))
    return ordered


def branch(topics: Iterable[Topic], root_id: int) -> list[int]:
    """Return the ids of a topic and all below it, in tree order."""
    children = children_of(topics)
    found: list[int] = []
    stack = [root_id]
    while stack:
        topic_id = stack.pop()
        found.append(topic_id)
        stack.extend(child.id for child in reversed(children.get(topic_id, [])))
    return found


def depths(topics: Iterable[Topic]) -> dict[int | None, int]:
    """Return how deep each topic stands: 1 for a root, and 0 for None, which is above them all."""
    children = children_of(topics)
    found: dict[int | None, int] = {None: 0}
    waiting: list[int | None] = [None]
    while waiting:
        parent = waiting.pop()
        below = [child.id for child in children.get(parent, [])]
        found.update(dict.fromkeys(below, found[parent] + 1))
        waiting.extend(below)
    return found


def _parents(topics: Iterable[Topic]) -> dict[int, int | None]:
    """Return each topic's parent, None where that is unknown or would close a circle."""
    wanted = {topic.id: topic.parent_id for topic in topics}
    parents = {one: parent if parent in wanted else None for one, parent in wanted.items()}
    rooted: set[int | None] = {None}
    for topic_id in sorted(parents):
        trail: set[int | None] = set()
        step: int | None = topic_id
        while step is not None and step not in rooted:
            trail.add(step)
            if parents[step] in trail:
                parents[step] = None
            step = parents[step]
        rooted |= trail
    return parents
