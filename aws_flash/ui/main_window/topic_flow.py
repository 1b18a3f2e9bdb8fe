"""What the user does to the tree, carried to the use-cases and told in toasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.topics.tree import TopicTree

if TYPE_CHECKING:
    pass


class TopicFlow(QObject):
    """Connects one tree with the use-cases for topics."""

    def __init__(self, desk: Desk, tree: TopicTree) -> None:
        """Listen to `tree`."""
        super().__init__(tree)
        self._desk = desk
        tree.rename_requested.connect(self._rename)
        tree.move_requested.connect(self._move)
        tree.delete_requested.connect(self._delete)

    def _rename(self, topic_id: int, name: str) -> None:
        self._desk.do(lambda services: services.topics.rename(topic_id, name), self)

    def _move(self, topic_id: int, parent_id: int | None, place: int) -> None:
        self._desk.do(lambda services: services.topics.move(topic_id, parent_id, place), self)

    def _delete(self, topic_id: int) -> None:
        self._desk.do(lambda services: services.topics.delete(topic_id), self)
