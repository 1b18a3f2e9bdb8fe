"""The shape of the tree: who stands under whom and in which order, from its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aws_flash.domain.views import TreeRow

TOP = -1


class Outline:
    """Rows by position, as they stand from top to bottom; `TOP` is what the roots stand under.

    A row whose parent is not among the rows above it counts as a root, so that none is lost.
    """

    def __init__(self, rows: Sequence[TreeRow] = ()) -> None:
        """Take rows in tree order, each after its parent."""
        self.rows = tuple(rows)
        self._positions: dict[int, int] = {}
        self._parents: list[int] = []
        self._numbers: list[int] = []
        self._children: dict[int, list[int]] = {TOP: []}
        for position, row in enumerate(self.rows):
            above = TOP if row.parent_id is None else self._positions.get(row.parent_id, TOP)
            siblings = self._children[above]
            self._parents.append(above)
            self._numbers.append(len(siblings))
            siblings.append(position)
            self._children[position] = []
            self._positions[row.topic_id] = position

    def find(self, topic_id: int | None) -> int | None:
        """Return the position of a topic, None when it is not there."""
        return None if topic_id is None else self._positions.get(topic_id)

    def parent(self, position: int) -> int:
        """Return the position of the row above in the tree, TOP for a root."""
        return self._parents[position]

    def parent_id(self, position: int) -> int | None:
        """Return the topic id of the row above in the tree, None for a root."""
        return self.topic_id(self._parents[position])

    def topic_id(self, position: int) -> int | None:
        """Return the topic id of a row, None for TOP."""
        return None if position == TOP else self.rows[position].topic_id

    def number(self, position: int) -> int:
        """Return the place of a row among its siblings, from 0."""
        return self._numbers[position]

    def children(self, position: int) -> Sequence[int]:
        """Return the positions right below a row or TOP, in order."""
        return self._children[position]

    def depth(self, position: int) -> int:
        """Return how many rows stand over a row; -1 for TOP."""
        return sum(1 for _ in self.upwards(position)) - 1

    def upwards(self, position: int) -> Iterator[int]:
        """Yield a row and all above it up to its root."""
        while position != TOP:
            yield position
            position = self._parents[position]

    def has_shape_of(self, rows: Sequence[TreeRow]) -> bool:
        """Return whether these rows stand as the ones here do, whatever they say."""
        return len(rows) == len(self.rows) and all(
            new.topic_id == old.topic_id and new.parent_id == old.parent_id
            for new, old in zip(rows, self.rows, strict=True)
        )
