"""A tree in which a click marks one row as what Today is about, and how its rows are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QApplication, QFrame, QTreeView, QWidget

from aws_flash.domain.views import TreeRow
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics.branch_tree import BranchTree
from aws_flash.ui.topics.model import TopicModel
from aws_flash.ui.topics.name_editor import NameEditor
from aws_flash.ui.topics.row_painter import RowPainter, RowState

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

_CHEVRON_REACH = 12
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate
_TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ScopeTree(BranchTree):
    """The row that Today is about (the scope) is selected, the one with the keyboard is current.

    Two things, so that arrow keys do not change Today at every step. `scope_changed` carries a
    topic id, None for all.
    """

    scope_changed = Signal(object)

    def __init__(
        self, theme: Theme, icons: Icons, model: TopicModel, parent: QWidget | None = None
    ) -> None:
        """Show `model`."""
        super().__init__(theme, model, parent)
        self._rows = RowPainter(theme, icons)
        self._scope: int | None = None
        self._hovered = QModelIndex()
        self._pressed: int | None = None
        self._pressed_at = QPoint()
        self._by_keys = False
        self._set_up()
        model.modelReset.connect(self._forget_mouse)
        theme.changed.connect(self._follow_theme)

    def _set_up(self) -> None:
        self.setProperty("look", "bare")
        self.setItemDelegate(NameEditor(self._theme, self._rows, self._model, self.row_rect))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    @property
    def scope(self) -> int | None:
        """The topic that Today is about, None for all."""
        return self._scope

    def set_scope(self, topic_id: int | None) -> None:
        """Mark what Today is about; says nothing."""
        self._scope = topic_id
        self._mark_scope()

    def clear_scope(self) -> None:
        """Mark nothing: Today is about everything."""
        self.set_scope(None)

    def toggle_scope(self, topic_id: int) -> None:
        """Make Today about a topic, or about everything if it was about this topic."""
        self.set_scope(None if topic_id == self._scope else topic_id)
        self.scope_changed.emit(self._scope)

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Show other rows, in tree order; a scope that is not among them is forgotten.

        The same rows again, as most starts read them, are not worth a paint.
        """
        if tuple(rows) == self._model.outline.rows:
            return
        self._rows.expect(max((row.today for row in rows), default=0))
        super().show_rows(rows)
        if rows and self._model.outline.find(self._scope) is None:
            self._scope = None
        self._mark_scope()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands when it came here by Tab."""
        self._by_keys = self._by_keys or event.reason() in _TAB_REASONS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show where the keyboard stands."""
        self._by_keys = True
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a chevron opens or folds; elsewhere it may become a click or a drag."""
        self._by_keys = False
        self._pressed = None
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            if self._is_on_chevron(point, index):
                self.setExpanded(index, not self.isExpanded(index))
                return
            self._pressed = self._topic(index)
            self._pressed_at = point
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click."""
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        if pressed is not None and pressed == self._topic(self.indexAt(event.position().toPoint())):
            self.toggle_scope(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open or fold the branch; the first click had its say already."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the mouse; with the button held, begin to drag.

        Qt would drag only rows that are selected, and with the others change the current one.
        """
        point = event.position().toPoint()
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)
            self._hover(self.indexAt(point))
        elif self._pressed is not None:
            far = (point - self._pressed_at).manhattanLength()
            if far >= QApplication.startDragDistance():
                self.startDrag(self._model.supportedDropActions())

    def leaveEvent(self, event: QEvent) -> None:
        """Light no row."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """What became a drag is no click."""
        self._pressed = None
        super().startDrag(actions)

    def selectionCommand(  # noqa: N802 - Qt's name
        self, _index: QModelIndex | QPersistentModelIndex, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Qt selects nothing here: only the scope is selected."""
        return _KEEP

    def drawRow(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row as a whole, chevron and all."""
        row = self._model.row(index)
        scoped = row.topic_id == self._scope
        current = self.hasFocus() and index == self.currentIndex() and not self.is_dragging()
        state = RowState(
            expanded=self.isExpanded(index) if self._model.hasChildren(index) else None,
            scoped=scoped,
            hovered=index == self._hovered,
            current=current and (self._by_keys or not scoped),
        )
        self._rows.paint(painter, self.row_rect(option.rect), row, state)

    def _mark_scope(self) -> None:
        index = self._model.find(self._scope)
        if index.isValid():
            self.selectionModel().select(index, _SELECT)
        else:
            self.selectionModel().clearSelection()
        self.viewport().update()

    def _is_on_chevron(self, point: QPoint, index: QModelIndex) -> bool:
        width = self.row_rect(self.visualRect(index)).width()
        places = self._rows.places(width, self._model.row(index))
        near = abs(point.x() - places.chevron) <= self._theme.px(_CHEVRON_REACH)
        return near and self._model.hasChildren(index)

    def _hover(self, index: QModelIndex) -> None:
        if index == self._hovered:
            return
        before, self._hovered = self._hovered, index
        for changed in (before, index):
            if changed.isValid():
                self.update(changed)

    def _forget_mouse(self) -> None:
        self._hovered = QModelIndex()
        self._pressed = None

    def _follow_theme(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
