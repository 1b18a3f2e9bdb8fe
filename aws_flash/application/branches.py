"""Branches: counts of each topic with all below it, and the new cards that are its share today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

from aws_flash.domain.card import BOXES
from aws_flash.domain.topic import Topic
from aws_flash.domain.views import TreeRow
from aws_flash.storage.counts import TopicCount

_NO_BOXES = (0,) * (BOXES + 1)


@dataclass(frozen=True, slots=True)
class BranchCount:
    """Counts of a topic and all below it.

    `boxes` counts all cards by box, 0 (never seen) to 5, `due` those of each box that wait today,
    `new` the never-seen ones that come today.
    """

    boxes: tuple[int, ...] = _NO_BOXES
    due: tuple[int, ...] = _NO_BOXES
    new: int = 0

    @property
    def today(self) -> int:
        """Cards to study today: due and new."""
        return sum(self.due) + self.new

    def plus(self, other: BranchCount) -> BranchCount:
        """Return the counts of both together."""
        return BranchCount(
            _sum(self.boxes, other.boxes),
            _sum(self.due, other.due),
            self.new + other.new,
        )


def count_branches(
    topics: Sequence[Topic], counts: Sequence[TopicCount], new_left: int
) -> dict[int | None, BranchCount]:
    """Return the counts of every branch by its topic's id, and of everything under None.

    `topics` are in tree order, which is the order in which new cards come: so the first topics take
    the new cards of today.
    """
    own = {count.topic_id: count for count in counts}
    branches: dict[int | None, BranchCount] = {}
    for topic in topics:
        count = own.get(topic.id)
        if count is None:
            branches[topic.id] = BranchCount()
            continue
        new = min(count.fresh, new_left)
        new_left -= new
        branches[topic.id] = BranchCount(count.boxes, count.due, new)
    return _summed(topics, branches)


def tree_rows(
    topics: Sequence[Topic], branches: Mapping[int | None, BranchCount]
) -> tuple[TreeRow, ...]:
    """Return the rows of the tree from top to bottom; `topics` in tree order."""
    depths: dict[int | None, int] = {}
    rows = []
    for topic in topics:
        depth = depths.get(topic.parent_id, -1) + 1
        depths[topic.id] = depth
        count = branches[topic.id]
        parent = topic.parent_id if topic.parent_id in depths else None
        rows.append(TreeRow(topic.id, parent, topic.name, depth, count.boxes, count.today))
    return tuple(rows)


def _summed(
    topics: Sequence[Topic], branches: dict[int | None, BranchCount]
) -> dict[int | None, BranchCount]:
    """Add each topic to its parent, the last in tree order first; what has none, to None."""
    branches[None] = BranchCount()
    for topic in reversed(topics):
        parent = topic.parent_id if topic.parent_id in branches else None
        branches[parent] = branches[parent].plus(branches[topic.id])
    return branches


def _sum(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(add, left, right))
