"""Children side by side while each has the width it needs, else one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from aws_flash.ui.widgets.wrapping import let_wrap


def columns_that_fit(count: int, least: int, width: int, gap: int) -> int:
    """How many columns to use: all, else a number that leaves no row half empty, else one.

    `least` is the width that the most demanding child needs.
    """
    for columns in range(count, 1, -1):
        if count % columns == 0 and columns * least + (columns - 1) * gap <= width:
            return columns
    return 1


def column_widths(stretches: Sequence[int], width: int, gap: int) -> list[int]:
    """Share out the width by stretch; the rounding goes to the last column."""
    room = width - gap * (len(stretches) - 1)
    total = sum(stretches)
    widths = [room * stretch // total for stretch in stretches]
    widths[-1] += room - sum(widths)
    return widths


class _Row(NamedTuple):
    """Items with their widths, and the height of the row."""

    items: list[tuple[QLayoutItem, int]]
    height: int


class ColumnsLayout(QLayout):
    """The layout of Columns; all children of a row are made equally high."""

    def __init__(self, parent: QWidget, gap: int, row_gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self._row_gap = row_gap
        self._items: list[QLayoutItem] = []
        self._stretches: list[int] = []
        self._known: dict[int, list[_Row]] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, stretch: int) -> None:
        """Add a child that gets `stretch` parts of the width."""
        self._stretches.append(stretch)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many children."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The child at that place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take the child out."""
        if not 0 <= index < len(self._items):
            return None
        del self._stretches[index]
        return self._items.pop(index)

    def invalidate(self) -> None:
        """Forget what was computed: a child changed."""
        self._known.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """As wide as there is room, no higher than needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means stacked, and higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all rows at that width."""
        return sum(height for _, height in self._rows(width)) + self._gaps(width)

    def sizeHint(self) -> QSize:
        """All side by side, each as wide as the widest."""
        shown = self._shown()
        width = len(shown) * max((item.sizeHint().width() for item, _ in shown), default=0)
        height = max((item.sizeHint().height() for item, _ in shown), default=0)
        return QSize(width + self._gap * max(0, len(shown) - 1), height)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The most demanding child alone."""
        return QSize(self._least(), 0)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the children."""
        super().setGeometry(rect)
        top = rect.top()
        for row, height in self._rows(rect.width()):
            left = rect.left()
            for item, width in row:
                item.setGeometry(QRect(left, top, width, height))
                left += width + self._gap
            top += height + self._row_gap

    def columns(self, width: int) -> int:
        """How many columns are used at that width."""
        return columns_that_fit(len(self._shown()), self._least(), width, self._gap)

    def _shown(self) -> list[tuple[QLayoutItem, int]]:
        pairs = zip(self._items, self._stretches, strict=True)
        return [(item, stretch) for item, stretch in pairs if not item.isEmpty()]

    def _least(self) -> int:
        return max((item.minimumSize().width() for item, _ in self._shown()), default=0)

    def _gaps(self, width: int) -> int:
        return self._row_gap * max(0, len(self._rows(width)) - 1)

    def _rows(self, width: int) -> list[_Row]:
        """The rows at that width; Qt asks a dozen times before the first paint."""
        if width not in self._known:
            self._known[width] = self._computed_rows(width)
        return self._known[width]

    def _computed_rows(self, width: int) -> list[_Row]:
        shown = self._shown()
        if not shown:
            return []
        columns = self.columns(width)
        rows = []
        for start in range(0, len(shown), columns):
            part = shown[start : start + columns]
            widths = column_widths([stretch for _, stretch in part], width, self._gap)
            row = [(item, wide) for (item, _), wide in zip(part, widths, strict=True)]
            rows.append(_Row(row, max(_height(item, wide) for item, wide in row)))
        return rows


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Columns(QWidget):
    """A container; hidden children take no room."""

    def __init__(self, parent: QWidget | None = None, gap: int = 16, row_gap: int = 16) -> None:
        super().__init__(parent)
        let_wrap(self)
        self._columns = ColumnsLayout(self, gap, row_gap)

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Add a child that gets `stretch` parts of the width while it stands beside others."""
        self._columns.add(widget, stretch)
