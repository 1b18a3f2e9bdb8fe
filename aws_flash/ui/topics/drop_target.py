"""Where a dragged row would go if it were dropped at a point of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aws_flash.ui.topics import moves
from aws_flash.ui.topics.outline import TOP
from aws_flash.ui.topics.row_places import depth_at

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPoint
    from PySide6.QtWidgets import QTreeView

    from aws_flash.ui.topics.model import TopicModel

_EDGE = 4


class DropTarget(NamedTuple):
    """The move that a drop asks for, and what to mark: a row, or else a gap `y` from the top."""

    move: moves.Move
    row: QModelIndex | None
    depth: int
    y: int


class DropTargets:
    """Finds targets for one dragged row."""

    def __init__(self, tree: QTreeView, model: TopicModel, dragged: int, scale: float) -> None:
        """Look in `tree`; `dragged` is the position of the row in `model`."""
        self._tree = tree
        self._model = model
        self._dragged = dragged
        self._scale = scale

    def at(self, point: QPoint) -> DropTarget | None:
        """Return the target at a point of the viewport, None where a drop would change nothing.

        The upper and the lower quarter of a row mean the gap beside it; in a gap where several
        depths are possible the horizontal place decides.
        """
        index = self._tree.indexAt(point)
        if not index.isValid():
            return self._gap(self._last_row(), self._model.at(TOP), point.x())
        rect = self._tree.visualRect(index)
        edge = rect.height() // _EDGE
        if point.y() < rect.top() + edge:
            return self._gap(self._tree.indexAbove(index), index, point.x())
        if point.y() > rect.bottom() - edge:
            return self._gap(index, self._tree.indexBelow(index), point.x())
        move = moves.onto(self._model.outline, self._dragged, self._model.position(index))
        return None if move is None else DropTarget(move, index, 0, 0)

    def _gap(self, above: QModelIndex, below: QModelIndex, x: int) -> DropTarget | None:
        model, outline = self._model, self._model.outline
        wanted = depth_at(x, self._scale)
        gap = moves.gap(outline, model.position(above), model.position(below), wanted)
        move = moves.into_gap(outline, self._dragged, gap)
        y = self._tree.visualRect(above).bottom() + 1 if above.isValid() else 0
        return None if move is None else DropTarget(move, None, gap.depth, y)

    def _last_row(self) -> QModelIndex:
        """Return the lowest row that is not folded away."""
        last = self._model.at(TOP)
        while count := self._model.rowCount(last):
            if last.isValid() and not self._tree.isExpanded(last):
                break
            last = self._model.index(count - 1, 0, last)
        return last
