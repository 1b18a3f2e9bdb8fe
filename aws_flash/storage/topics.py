"""The topics table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aws_flash.domain.topic import MAX_DEPTH, Topic, in_tree_order
from aws_flash.storage.keeper import Row
from aws_flash.storage.schema import topics
from aws_flash.storage.tombstones import TombstoneKeeper


class Topics(TombstoneKeeper[Topic]):
    """Topics by id."""

    name = "topics"
    table = topics
    key = topics.c.id
    guid = topics.c.guid

    def tree(self) -> list[Topic]:
        """Return all topics as the tree shows them from top to bottom."""
        return in_tree_order(self.every())

    def path(self, topic_id: int) -> list[Topic]:
        """Return the topics from the root down to one topic; empty when it is not there."""
        path: list[Topic] = []
        step: int | None = topic_id
        while step is not None and len(path) < MAX_DEPTH:
            topic = self.get_all([step]).get(step)
            if topic is None:
                break
            path.append(topic)
            step = topic.parent_id
        return path[::-1]

    def _key_of(self, value: Topic) -> int:
        return value.id

    def _row(self, value: Topic) -> Row:
        return (
            value.id,
            value.guid,
            value.parent_id,
            value.name,
            value.position,
            value.description,
        )

    def _value(self, row: Sequence[Any]) -> Topic:
        return Topic(*row)
