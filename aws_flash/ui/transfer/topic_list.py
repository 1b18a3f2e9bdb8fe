"""The topics of a file: a tick for each that is to come, and its cards with those below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTreeView

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.words import cards_text, tr
from aws_flash.ui.widgets.plain_tip import plain_tip
from aws_flash.ui.widgets.text_size import line_height

if TYPE_CHECKING:
    from aws_flash.application.importing.preview import TopicCount

_MOST_ROWS = 13
_LONG_NAME = 16
_GUID = Qt.ItemDataRole.UserRole
_CHECK = Qt.ItemDataRole.CheckStateRole


class TopicList(QTreeView):
    """A tick counts for all topics below as well; `ticked` carries guids and whether they come.

    `chosen` carries the guids of the topic on which the user stands and of all below it, None for
    all topics.
    """

    chosen = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self._items = QStandardItemModel(self)
        self._is_building = False
        self._numbers: list[QStandardItem] = []
        self.setModel(self._items)
        self.setAccessibleName(tr("Topics in the file"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self._items.itemChanged.connect(self._follow_tick)
        self.selectionModel().currentRowChanged.connect(self._tell)
        theme.changed.connect(self._dress)
        self._dress()

    def show_topics(self, topics: Sequence[TopicCount]) -> None:
        """Show the topics of a file, all ticked, and stand on the line for all of them."""
        self._is_building = True
        self._numbers = []  # the old ones go with the list
        self._items.clear()
        every = [_item(tr("All topics"), ""), _number(sum(topic.cards for topic in topics))]
        self._items.appendRow(every)
        self._numbers.append(every[1])
        above: list[QStandardItem] = []
        for topic in topics:
            row = [_item(topic.name, topic.guid), _number(topic.branch)]
            del above[max(topic.depth - 1, 0) :]
            (above[-1] if above else self._items.invisibleRootItem()).appendRow(row)
            above.append(row[0])
            self._numbers.append(row[1])
        self.setRootIsDecorated(any(topic.depth > 1 for topic in topics))
        self.expandAll()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setCurrentIndex(self._items.index(0, 0))
        self._dress_numbers()
        self._is_building = False
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows, up to thirteen."""
        row = self.sizeHintForRow(0) if self._items.rowCount() else 0
        row = max(row, line_height(self.font()) + self._theme.px(10))
        shown = min(self._rows(), _MOST_ROWS)
        return QSize(self._theme.px(240), row * shown + 6)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow, if it must be."""
        return QSize(self._theme.px(190), self.sizeHint().height())

    def _rows(self) -> int:
        root = self._items.invisibleRootItem()
        return sum(1 for _ in _below(root)) - 1

    def _tell(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if not self._is_building and index.isValid():
            item = self._item_at(index)
            guids = [_guid(one) for one in _below(item)]
            self.chosen.emit(None if item is self._items.item(0) else guids)

    def _item_at(self, index: QModelIndex | QPersistentModelIndex) -> QStandardItem:
        return self._items.itemFromIndex(index.sibling(index.row(), 0))

    def _follow_tick(self, item: QStandardItem) -> None:
        if self._is_building or not item.isCheckable():
            return
        ticked = item.checkState() == Qt.CheckState.Checked
        every = self._items.item(0)
        self._is_building = True
        below = list(_below(self._items.invisibleRootItem() if item is every else item))
        for one in [one for one in below if one.isCheckable()]:
            one.setCheckState(item.checkState())
        if not ticked:
            every.setCheckState(Qt.CheckState.Unchecked)
        self._is_building = False
        self.ticked.emit([_guid(one) for one in below if one is not every], ticked)

    def _dress(self) -> None:
        self.setFont(self._theme.font(FontRole.TEXT))
        self.setIndentation(self._theme.px(16))
        was_building, self._is_building = self._is_building, True  # colours are no ticks
        self._dress_numbers()
        self._is_building = was_building
        self.updateGeometry()

    def _dress_numbers(self) -> None:
        """Numbers step back behind names."""
        muted = self._theme.color("muted")
        for number in self._numbers:
            number.setForeground(muted)


def _item(name: str, guid: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setCheckable(True)
    item.setCheckState(Qt.CheckState.Checked)
    item.setData(guid, _GUID)
    if len(name) > _LONG_NAME:
        item.setToolTip(plain_tip(name))
    return item


def _number(cards: int) -> QStandardItem:
    item = QStandardItem(f"{cards:,}" if cards else "")
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setData(cards_text(cards), Qt.ItemDataRole.AccessibleTextRole)
    return item


def _guid(item: QStandardItem) -> str:
    return cast("str", item.data(_GUID) or "")


def _below(item: QStandardItem) -> Iterator[QStandardItem]:
    """Yield an item and all below it, from top to bottom."""
    waiting = [item]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(one.child(row) for row in reversed(range(one.rowCount())))
