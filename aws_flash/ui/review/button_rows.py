"""Rows of buttons of which one shows at a time, in the middle, at the lower edge.

Placed by hand: layouts would measure every text anew at each card, longer than painting takes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.wrapping import let_wrap

GAP = 12


def row_widths(wanted: Sequence[int], room: int, gap: int) -> list[int]:
    """Share out the room: each gets what it wants, or what the others leave when that is too much.

    Those that want more than their share are cut to it; what smaller ones leave goes to them.
    """
    left = room - gap * (len(wanted) - 1)
    widths = [0] * len(wanted)
    for place, number in enumerate(sorted(range(len(wanted)), key=lambda number: wanted[number])):
        widths[number] = min(wanted[number], max(left, 0) // (len(wanted) - place))
        left -= widths[number]
    return widths


class ButtonRow:
    """Buttons side by side, measured once until their texts change."""

    def __init__(self, *buttons: QWidget) -> None:
        """Take the buttons from left to right."""
        self.buttons = buttons
        self._wanted: list[int] = []
        self._heights: dict[int, int] = {}

    @property
    def gaps(self) -> int:
        """What of a width is between buttons."""
        return GAP * (len(self.buttons) - 1)

    def wanted(self) -> list[int]:
        """The widths with each text on one line."""
        if not self._wanted:
            self._wanted = [button.sizeHint().width() for button in self.buttons]
        return self._wanted

    def least(self) -> int:
        """The width below which texts would be cut."""
        return self.gaps + sum(button.minimumSizeHint().width() for button in self.buttons)

    def widths(self, room: int) -> list[int]:
        """The widths within that room."""
        return row_widths(self.wanted(), room, GAP)

    def height(self, room: int) -> int:
        """The height within that room."""
        if room not in self._heights:
            pairs = zip(self.buttons, self.widths(room), strict=True)
            self._heights[room] = max(button.heightForWidth(width) for button, width in pairs)
        return self._heights[room]

    def forget(self) -> None:
        """Measure again: texts have changed."""
        self._wanted = []
        self._heights.clear()


class ButtonRows(QWidget):
    """As high as the highest row, so that what stands above keeps its place."""

    def __init__(self, theme: Theme, *rows: ButtonRow, parent: QWidget | None = None) -> None:
        """Take the rows, in the order of Tab; the first one shows."""
        super().__init__(parent)
        self._rows = rows
        self._shown = rows[0]
        self._buttons = list(dict.fromkeys(button for row in rows for button in row.buttons))
        for button in self._buttons:
            button.setParent(self)
        let_wrap(self)
        theme.changed.connect(self._measure_all)
        self.show_row(rows[0])

    def show_row(self, row: ButtonRow) -> None:
        """Show this row, and no other."""
        self._shown = row
        for button in self._buttons:
            button.setVisible(button in row.buttons)
        self._place()

    def measure(self, row: ButtonRow) -> None:
        """Texts of a row have changed: take another height if they need it."""
        row.forget()
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()
        if row is self._shown:
            self._place()

    def sizeHint(self) -> QSize:
        """The widest row, with each text on one line."""
        width = max(sum(row.wanted()) + row.gaps for row in self._rows)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest row with its texts broken as far as they can be."""
        least = max(row.least() for row in self._rows)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the highest row at that width."""
        return max(row.height(width) for row in self._rows)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Stay in the middle."""
        self._place()

    def _measure_all(self) -> None:
        for row in self._rows:
            row.forget()
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        row, room = self._shown, self.width()
        widths, height = row.widths(room), row.height(room)
        left = (room - sum(widths) - row.gaps) // 2
        for button, width in zip(row.buttons, widths, strict=True):
            button.setGeometry(left, self.height() - height, width, height)
            left += width + GAP
