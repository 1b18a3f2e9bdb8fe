"""The tree as Qt's views see it: rows by position, quick with thousands of topics."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from aws_flash.domain.views import TreeRow
from aws_flash.ui.topics import words
from aws_flash.ui.topics.outline import TOP, Outline

MIME_TYPE = "application/x-aws-flash-topic"
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)


class TopicModel(QAbstractItemModel):
    """Holds the rows last shown; an index carries the position of its row.

    It changes nothing by itself: a new name is only asked for.
    """

    rename_wished = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.outline = Outline()

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Show other rows; while their order stays, only what they say is renewed."""
        if not self.outline.has_shape_of(rows):
            self.beginResetModel()
            self.outline = Outline(rows)
            self.endResetModel()
            return
        old, self.outline.rows = self.outline.rows, tuple(rows)
        changed = [at for at, row in enumerate(rows) if row != old[at]]
        for first, last in self._ranges(changed):
            self.dataChanged.emit(self.at(first), self.at(last))

    def row(self, index: Index) -> TreeRow:
        """Return what a valid index shows."""
        return self.outline.rows[index.internalId()]

    def at(self, position: int) -> QModelIndex:
        """Return the index of a position, an invalid one for TOP."""
        if position == TOP:
            return QModelIndex()
        return self.createIndex(self.outline.number(position), 0, position)

    def find(self, topic_id: int | None) -> QModelIndex:
        """Return the index of a topic, an invalid one when it is not there."""
        position = self.outline.find(topic_id)
        return QModelIndex() if position is None else self.at(position)

    def position(self, index: Index) -> int:
        """Return the position of an index, TOP for an invalid one."""
        return index.internalId() if index.isValid() else TOP

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        children = self.outline.children(self.position(parent))
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two functions of this name
        """Return the index of the row above in the tree."""
        if not index.isValid():
            return QModelIndex()
        return self.at(self.outline.parent(index.internalId()))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows stand right below."""
        return len(self.outline.children(self.position(parent)))

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """Return 1: a row is painted as a whole."""
        return 1

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Return whether anything stands below."""
        return bool(self.outline.children(self.position(parent)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the name, or the row in words for screen readers."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.row(index).name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.row_text(self.row(index))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return words.boxes_text(self.row(index).boxes)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the old one stays until new rows are shown."""
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == self.row(index).name:
            return False
        self.rename_wished.emit(self.row(index).topic_id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be selected, renamed, dragged and dropped on."""
        return _ROW_FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Topics are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one form in which a topic is dragged."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return a topic to drag: its id in digits."""
        carried = QMimeData()
        carried.setData(MIME_TYPE, QByteArray(str(self.row(indexes[0]).topic_id).encode()))
        return carried

    def carried_position(self, carried: QMimeData) -> int | None:
        """Return the position of a dragged topic, None when something else is dragged."""
        digits = bytes(carried.data(MIME_TYPE).data())
        return self.outline.find(int(digits)) if digits.isdigit() else None

    def _ranges(self, changed: Sequence[int]) -> list[tuple[int, int]]:
        """Return, for each parent, the first and last changed child."""
        ranges: dict[int, tuple[int, int]] = {}
        for at in changed:
            above = self.outline.parent(at)
            ranges[above] = (ranges.get(above, (at, at))[0], at)
        return list(ranges.values())
