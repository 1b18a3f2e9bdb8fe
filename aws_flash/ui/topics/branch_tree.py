"""A tree that keeps open branches, the current row and its scrolling when its rows change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from aws_flash.domain.views import TreeRow
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics.drag_tree import DragTree
from aws_flash.ui.topics.model import TopicModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

_ALL_OPEN_UNTIL = 16


class BranchTree(DragTree):
    """Remembers open branches by topic, so that they survive other rows."""

    def __init__(self, theme: Theme, model: TopicModel, parent: QWidget | None = None) -> None:
        """Show `model`; until told otherwise, small trees are open and large ones at the top."""
        super().__init__(theme, model, parent)
        self._open: set[int] | None = None
        self.expanded.connect(self._opened)
        self.collapsed.connect(self._closed)

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Show other rows, in tree order."""
        if self._model.outline.has_shape_of(rows):
            self._model.show_rows(rows)
            return
        before = self._model.position(self.currentIndex())
        current = self._topic(self.currentIndex())
        in_sight = self._is_in_sight(self.currentIndex())
        place = self.verticalScrollBar().value()
        self._model.show_rows(rows)
        if self._open is None and rows:
            self._open = _open_at_first(rows)
        self._restore_branches()
        self._restore_current(current, before)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)
        if in_sight:
            self.scrollTo(self.currentIndex())

    def open_topics(self) -> list[int]:
        """Return the topics whose branches are open."""
        outline = self._model.outline
        return sorted(one for one in self._open or () if outline.find(one) is not None)

    def set_open_topics(self, topic_ids: Iterable[int]) -> None:
        """Open the branches of these topics and fold all others."""
        self.collapseAll()  # which tells, and so empties what is remembered
        self._open = set(topic_ids)
        self._restore_branches()

    def reveal(self, topic_id: int) -> None:
        """Open all above a topic, make it current and bring it into sight."""
        index = self._model.find(topic_id)
        above = index.parent()
        while above.isValid():
            self.setExpanded(above, True)
            above = above.parent()
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _topic(self, index: QModelIndex) -> int | None:
        return self._model.row(index).topic_id if index.isValid() else None

    def _is_in_sight(self, index: QModelIndex) -> bool:
        return self.viewport().rect().intersects(self.visualRect(index))

    def _restore_branches(self) -> None:
        wanted, self._open = self._open or set(), set()
        self.scheduleDelayedItemsLayout()  # so that Qt lays out once, not at every branch
        for topic_id in wanted:
            index = self._model.find(topic_id)
            if index.isValid():
                self.setExpanded(index, True)
        self._open = wanted  # those that have no children now, or are gone, may come back

    def _restore_current(self, topic_id: int | None, before: int) -> None:
        """Stand on the topic again, or, when it is gone, on what took its place."""
        if topic_id is None:
            return
        index = self._model.find(topic_id)
        last = len(self._model.outline.rows) - 1
        self.setCurrentIndex(index if index.isValid() else self._model.at(min(before, last)))

    def _opened(self, index: QModelIndex) -> None:
        if self._open is None:
            self._open = set()
        self._open.add(self._model.row(index).topic_id)

    def _closed(self, index: QModelIndex) -> None:
        if self._open is not None:
            self._open.discard(self._model.row(index).topic_id)


def _open_at_first(rows: Sequence[TreeRow]) -> set[int]:
    whole = len(rows) <= _ALL_OPEN_UNTIL
    return {row.topic_id for row in rows if whole or row.depth == 0}
