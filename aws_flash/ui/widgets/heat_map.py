"""Weeks of days as small cells, deeper in colour the more was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box, paint_ring

DAYS = 7
_GAP = 4
_RADIUS = 3.0
_CELL_HEIGHT = 15
_LEAST_CELL = 8
_WIDEST_CELL = 28
_STEPS = {
    Qt.Key.Key_Left: -DAYS,
    Qt.Key.Key_Right: DAYS,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class HeatCell(NamedTuple):
    """A day: level 0 (nothing) to 4 (much), and what the tooltip says of it."""

    level: int
    tip: str


class Grid(NamedTuple):
    """Where cells lie in a map of a certain width: one column a week, one row a day."""

    cell: float
    height: float
    gap: float

    def rect(self, index: int) -> tuple[float, float, float, float]:
        """Left, top, width and height of a day; day 0 is the first of the first week."""
        week, day = divmod(index, DAYS)
        left = week * (self.cell + self.gap)
        return left, day * (self.height + self.gap), self.cell, self.height

    def index_at(self, x: float, y: float, count: int) -> int | None:
        """The day at a point, None between cells and outside."""
        week, into_week = divmod(x, self.cell + self.gap)
        day, into_day = divmod(y, self.height + self.gap)
        index = int(week) * DAYS + int(day)
        inside = 0 <= day < DAYS and 0 <= index < count
        return index if inside and into_week < self.cell and into_day < self.height else None


def grid(width: float, weeks: int, cell_height: float) -> Grid:
    """Spread the weeks over the width."""
    cell = (width - (weeks - 1) * _GAP) / weeks
    return Grid(min(max(cell, 2.0), float(_WIDEST_CELL)), cell_height, float(_GAP))


class HeatMap(QLabel):
    """Can take the focus; the arrow keys then go from day to day and each is said."""

    def __init__(self, theme: Theme, weeks: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weeks = weeks
        self._cells: tuple[HeatCell, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_days(self, cells: Sequence[HeatCell], summary: str) -> None:
        """Show days, oldest first, the first one in the top left corner.

        Days still to come are left out at the end. `summary` is what a screen reader hears.
        """
        self._cells = tuple(cells)
        self._current = max(0, len(cells) - 1)
        self.setAccessibleName(summary)
        self.update()

    @property
    def current_tip(self) -> str:
        """What is said of the day on which the keyboard stands."""
        return self._cells[self._current].tip if self._cells else ""

    def sizeHint(self) -> QSize:
        """Comfortable cells."""
        cell = 19
        return QSize(self._weeks * (cell + _GAP) - _GAP, self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The smallest cells."""
        return QSize(self._weeks * (_LEAST_CELL + _GAP) - _GAP, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to another day and show its tip."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._cells:
            super().keyPressEvent(event)
            return
        wanted = self._current + step
        if 0 <= wanted < len(self._cells):
            self._current = wanted
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring around the current day."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show the tip of the day under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            text = "" if index is None else self._cells[index].tip
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells, and the ring on the current one."""
        painter, theme, cells = QPainter(self), self._theme, self._grid()
        for index, day in enumerate(self._cells[: self._weeks * DAYS]):
            paint_box(painter, QRectF(*cells.rect(index)), _RADIUS, theme.box_color(day.level))
        if self.hasFocus() and self._cells:
            place = QRectF(*cells.rect(self._current)).adjusted(-2, -2, 2, 2)
            paint_ring(painter, place, _RADIUS + 2, theme.color("accent"))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.current_tip)
        left, top, _, height = self._grid().rect(self._current)
        below = self.mapToGlobal(QPoint(round(left), round(top + height)))
        QToolTip.showText(below, self.current_tip, self)
        self.update()

    def _grid(self) -> Grid:
        return grid(self.width(), self._weeks, self._theme.px(_CELL_HEIGHT))

    def _height(self) -> int:
        return DAYS * (self._theme.px(_CELL_HEIGHT) + _GAP) - _GAP

    def _index_at(self, point: QPointF) -> int | None:
        return self._grid().index_at(point.x(), point.y(), len(self._cells))
