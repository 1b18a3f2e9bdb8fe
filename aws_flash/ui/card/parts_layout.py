"""The parts of a card one under the other, each with its own distance to the one before."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from aws_flash.ui.theme.theme import Theme


class PartsLayout(QLayout):
    """Hidden parts take no room and no distance; all get the whole width."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[QLayoutItem] = []
        self._gaps: list[int] = []

    def add(self, widget: QWidget, gap: int) -> None:
        """Add a part, `gap` pixels (at 100 % text size) below the one before."""
        self._gaps.append(gap)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The part at that place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take the part out."""
        if not 0 <= index < len(self._items):
            return None
        del self._gaps[index]
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Takes the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all parts with their distances and the margins."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return margins.top() + self._arranged(inner)[1] + margins.bottom()

    def sizeHint(self) -> QSize:
        """As wide as the widest part."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        width = max(widths, default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Parts wrap."""
        return QSize(self._theme.px(160), 0)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the parts."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        for item, top, height in self._arranged(inner.width())[0]:
            item.setGeometry(QRect(inner.left(), inner.top() + top, inner.width(), height))

    def _arranged(self, width: int) -> tuple[list[tuple[QLayoutItem, int, int]], int]:
        """Each shown part with its top and height, and the height of all."""
        placed: list[tuple[QLayoutItem, int, int]] = []
        bottom = 0
        for item, gap in zip(self._items, self._gaps, strict=True):
            if item.isEmpty():
                continue
            top = bottom + (self._theme.px(gap) if placed else 0)
            height = _height(item, width)
            placed.append((item, top, height))
            bottom = top + height
        return placed, bottom


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
