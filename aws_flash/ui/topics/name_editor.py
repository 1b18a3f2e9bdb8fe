"""Renaming in place: the field that opens over a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QToolTip

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics import words
from aws_flash.ui.topics.model import TopicModel
from aws_flash.ui.topics.row_painter import RowPainter
from aws_flash.ui.topics.row_places import INSET, ROW_HEIGHT
from aws_flash.ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QRect
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_PADDING = 6


class NameEditor(QStyledItemDelegate):
    """Says how high rows are and edits names; rows are painted by the tree itself."""

    def __init__(
        self,
        theme: Theme,
        painter: RowPainter,
        model: TopicModel,
        row_rect: Callable[[QRect], QRect],
    ) -> None:
        """Edit the names of `model`, laid out by `painter` in what `row_rect` makes of a rect."""
        super().__init__(model)
        self._theme = theme
        self._painter = painter
        self._model = model
        self._row_rect = row_rect

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(0, self._theme.px(ROW_HEIGHT))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say a name that is cut, or what the bar under the mouse shows."""
        text = ""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            rect = self._row_rect(option.rect)
            text = self._painter.tip(rect, self._model.row(index), event.pos().x())
        QToolTip.showText(event.globalPos(), plain_tip(text), view)
        return bool(text)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field in the type of the tree."""
        field = QLineEdit(parent)
        field.setFont(self._theme.font(FontRole.TEXT))
        field.setMaxLength(200)
        field.setStyleSheet(f"padding: 0 {_PADDING - 2}px;")
        name = self._model.row(index).name
        field.setAccessibleName(words.tr("New name for {topic}").format(topic=name))
        return field

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let its text stand where the name stood, with all the room up to the end."""
        rect = self._row_rect(option.rect)
        left = self._painter.places(rect.width(), self._model.row(index)).name - _PADDING
        editor.setGeometry(
            rect.left() + left, rect.top(), rect.width() - left - INSET, rect.height()
        )

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for the name that was written."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
