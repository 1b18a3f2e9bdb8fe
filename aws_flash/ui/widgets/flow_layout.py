"""A layout that sets its items in a row and goes on in the next row where the width ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(NamedTuple):
    """Where each item goes (x, y, width, height) and how high the whole becomes."""

    places: list[tuple[int, int, int, int]]
    height: int


def flow(
    sizes: Sequence[tuple[int, int]], width: int, gap: int, align: float = 0.0, leading: int = 0
) -> Flow:
    """Set items of those sizes (width, height) into rows, each centred on its own middle line.

    `align` is where a row stands that does not fill the width: 0 left, 0.5 middle, 1 right. The
    first `leading` items stand left all the same, apart from those behind them in their row.
    """
    places: list[tuple[int, int, int, int]] = []
    top = 0
    for row in _rows(sizes, width, gap):
        tallest = max(high for _, high in row)
        shift = round((width - sum(wide for wide, _ in row) - gap * (len(row) - 1)) * align)
        left = 0
        for place, (wide, high) in enumerate(row, len(places)):
            x = left if place < leading else left + shift
            places.append((x, top + (tallest - high) // 2, wide, high))
            left += wide + gap
        top += tallest + gap
    return Flow(places, max(0, top - gap))


def _rows(sizes: Sequence[tuple[int, int]], width: int, gap: int) -> list[list[tuple[int, int]]]:
    rows: list[list[tuple[int, int]]] = []
    left = 0
    for wanted, high in sizes:
        wide = min(wanted, width)
        if not rows or left + wide > width:
            rows.append([])
            left = 0
        rows[-1].append((wide, high))
        left += wide + gap
    return rows


class FlowLayout(QLayout):
    """Items keep their preferred width as long as one fits into the row."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, align: float = 0.0, leading: int = 0
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._align = align
        self._leading = leading
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at that place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take the item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all rows at that width."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._flow(inner).height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = self._sizes()
        width = sum(wide for wide, _ in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((high for _, high in sizes), default=0)) + self._margin_size()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest item alone."""
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least + self._margin_size()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        for item, (left, top, wide, high) in zip(
            self._shown(), self._flow(inner.width()).places, strict=True
        ):
            item.setGeometry(QRect(inner.topLeft() + QPoint(left, top), QSize(wide, high)))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _sizes(self) -> list[tuple[int, int]]:
        return [(item.sizeHint().width(), item.sizeHint().height()) for item in self._shown()]

    def _flow(self, width: int) -> Flow:
        sizes = []
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else -1
            sizes.append((wide, high if high >= 0 else item.sizeHint().height()))
        return flow(sizes, width, self._gap, self._align, self._leading)

    def _margin_size(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
