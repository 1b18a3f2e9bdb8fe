"""A tree whose rows can be dragged between and onto others, with an indicator of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QTreeView, QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics.model import TopicModel
from aws_flash.ui.topics.row_places import INSET, row_places
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.viewport import set_clear_viewport

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QPainter,
        QPaintEvent,
    )

    from aws_flash.ui.topics.drop_target import DropTarget, DropTargets

_LINE = 2
_RADIUS = 8


class DragTree(QTreeView):
    """`move_wished` carries a Move; the rows stay as they are until others are shown."""

    move_wished = Signal(object)

    def __init__(self, theme: Theme, model: TopicModel, parent: QWidget | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._targets: DropTargets | None = None
        self._target: DropTarget | None = None
        set_clear_viewport(self)
        self.setModel(model)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(700)

    def row_rect(self, rect: QRect) -> QRect:
        """Return where a row is painted: a scroll bar takes its room from the margin first."""
        bar = self.verticalScrollBar()
        spare = min(bar.width(), INSET - 1) if bar.isVisible() else 0
        return rect.adjusted(0, 0, spare, 0)

    def is_dragging(self) -> bool:
        """Return whether something that can be dropped here is over the tree."""
        return self._targets is not None

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Carry the current row; its picture follows the mouse."""
        from PySide6.QtGui import QDrag

        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([index]))
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.exec(Qt.DropAction.MoveAction)
        self._forget()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let in what was picked up here, and nothing else."""
        from aws_flash.ui.topics.drop_target import DropTargets

        dragged = self._model.carried_position(event.mimeData())
        if dragged is None:
            event.ignore()
            return
        self._targets = DropTargets(self, self._model, dragged, self._theme.scale)
        super().dragEnterEvent(event)
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark where a drop would put the row; Qt scrolls and opens branches meanwhile."""
        super().dragMoveEvent(event)
        self._target = self._targets.at(event.position().toPoint()) if self._targets else None
        self.viewport().update()
        if self._target is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        super().dragLeaveEvent(event)
        self._forget()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move."""
        target = self._targets.at(event.position().toPoint()) if self._targets else None
        self._forget()
        self.setState(QTreeView.State.NoState)
        if target is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.move_wished.emit(target.move)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, and over them the mark of a drag."""
        super().paintEvent(event)
        if self._target is not None:
            from PySide6.QtGui import QPainter

            self._paint_target(QPainter(self.viewport()), self._target)

    def _paint_target(self, painter: QPainter, target: DropTarget) -> None:
        accent = self._theme.color("accent")
        if target.row is not None:
            area = QRectF(self.row_rect(self.visualRect(target.row))).adjusted(INSET, 1, -INSET, -1)
            paint_ring(painter, area, _RADIUS, accent)
            return
        width = self.row_rect(self.viewport().rect()).width()
        left = row_places(width, target.depth, 0, self._theme.scale).name
        line = QRectF(left, target.y - _LINE / 2, width - INSET - left, _LINE)
        paint_box(painter, line, _LINE / 2, accent)

    def _forget(self) -> None:
        self._targets = None
        self._target = None
        self.viewport().update()
