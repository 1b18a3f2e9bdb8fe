"""How a row of the tree looks."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from aws_flash.domain.views import TreeRow
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics import words
from aws_flash.ui.topics.row_places import INSET, RowPlaces, row_places
from aws_flash.ui.widgets.box_bar import BAR_HEIGHT, BAR_WIDTH, paint_box_bar
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.text_size import text_width

_RADIUS = 8
_ICON = 14
_CHECK_END = 2
_LEAST_NUMBER = 22
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class RowState(NamedTuple):
    """How a row stands: scoped is what Today is about, current where the keyboard is."""

    expanded: bool | None
    scoped: bool
    hovered: bool
    current: bool


class RowPainter:
    """Paints rows with the colours and sizes of the theme in force."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Keep what to paint with."""
        self._theme = theme
        self._icons = icons
        self._largest = 0
        self._number_room: int | None = None
        theme.changed.connect(self.forget_sizes)

    def expect(self, largest: int) -> None:
        """Leave room for this number in every row, so that the bars stand under each other."""
        self._largest = largest
        self.forget_sizes()

    def forget_sizes(self) -> None:
        """Measure again: the type has changed."""
        self._number_room = None

    def places(self, width: int, row: TreeRow) -> RowPlaces:
        """Return where the parts of a row lie."""
        if self._number_room is None:
            number = text_width(self._theme.font(FontRole.CAPTION_STRONG), f"{self._largest:,}")
            self._number_room = max(number, self._theme.px(_LEAST_NUMBER))
        return row_places(width, row.depth, self._number_room, self._theme.scale)

    def tip(self, rect: QRect, row: TreeRow, x: int) -> str:
        """Return what to say of the point `x` in a row: a name that is cut, the bar, or nothing."""
        places = self.places(rect.width(), row)
        if places.bar is not None and 0 <= x - places.bar <= self._theme.px(BAR_WIDTH):
            return words.boxes_text(row.boxes)
        name = text_width(self._theme.font(FontRole.TEXT), row.name)
        return row.name if name > places.name_end - places.name else ""

    def paint(self, painter: QPainter, rect: QRect, row: TreeRow, state: RowState) -> None:
        """Paint a row into its rectangle."""
        self._paint_ground(painter, rect, state)
        places = self.places(rect.width(), row)
        left, middle = rect.left(), rect.top() + rect.height() // 2
        if state.expanded is not None:
            icon = "chevron-down" if state.expanded else "chevron-right"
            self._paint_icon(painter, icon, left + places.chevron, middle)
        room = QRect(left + places.name, rect.top(), places.name_end - places.name, rect.height())
        painter.setFont(self._theme.font(FontRole.PANEL_TITLE if state.scoped else FontRole.TEXT))
        self._paint_name(painter, room, row.name)
        if places.bar is not None:
            wide, high = self._theme.px(BAR_WIDTH), self._theme.px(BAR_HEIGHT)
            bar = QRectF(left + places.bar, middle - high // 2, wide, high)
            paint_box_bar(painter, bar, row.boxes, self._theme)
        if row.today:
            self._paint_number(painter, rect, row.today, places.end)
        elif any(row.boxes[1:]):  # of what was never seen, nothing is done
            half = self._theme.px(_ICON) // 2
            center = left + places.end - self._theme.px(_CHECK_END) - half
            self._paint_icon(painter, "check", center, middle)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: RowState) -> None:
        area = QRectF(rect).adjusted(INSET, 1, -INSET, -1)
        if state.scoped or state.hovered:
            color = self._theme.color("accent_soft" if state.scoped else "hover")
            paint_box(painter, area, _RADIUS, color)
        if state.current:
            paint_ring(painter, area, _RADIUS, self._theme.color("accent"))

    def _paint_name(self, painter: QPainter, room: QRect, name: str) -> None:
        painter.setPen(self._theme.color("ink"))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(room, _MIDDLE, painter.fontMetrics().elidedText(name, elide, room.width()))

    def _paint_number(self, painter: QPainter, rect: QRect, number: int, end: int) -> None:
        painter.setFont(self._theme.font(FontRole.CAPTION_STRONG))
        painter.setPen(self._theme.color("accent"))
        room = QRect(rect.left(), rect.top(), end, rect.height())
        painter.drawText(room, _MIDDLE | int(Qt.AlignmentFlag.AlignRight), f"{number:,}")

    def _paint_icon(self, painter: QPainter, name: str, center: int, middle: int) -> None:
        edge = self._theme.px(_ICON)
        ratio = painter.device().devicePixelRatio()
        picture = self._icons.pixmap(name, "muted", edge, ratio)
        painter.drawPixmap(center - edge // 2, middle - edge // 2, picture)
