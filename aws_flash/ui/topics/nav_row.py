"""A row of the sidebar that leads somewhere: icon, name, key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from aws_flash.ui.actions import Action
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.text_size import line_height, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_HEIGHT = 32
_ICON = 18
_PADDING = 10
_RADIUS = 8
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)


class NavRow(PaintedButton):
    """Checked while its page is shown."""

    def __init__(
        self, theme: Theme, icons: Icons, action: Action, parent: QWidget | None = None
    ) -> None:
        """Show an action; its key is named, not bound."""
        super().__init__(theme, action.label, parent)
        self.action = action
        self._icons = icons
        self.setCheckable(True)
        self.setAccessibleName(action.label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrow keys to the group; Qt's buttons would go to any neighbour."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A press asks for the page; only the page's coming checks the row."""

    def sizeHint(self) -> QSize:
        """As high as drawn, as wide as icon and name."""
        tall = line_height(self._theme.font(FontRole.TEXT)) + self._theme.px(6)
        name = text_width(self._theme.font(FontRole.TEXT_STRONG), self.text())
        return QSize(self._name_left() + name + self._pad(), max(self._theme.px(_HEIGHT), tall))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: a name is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, name, and the key where there is room for it."""
        painter, theme, here = QPainter(self), self._theme, self.isChecked()
        if here or self._is_lit():
            color = theme.color("accent_soft" if here else "hover")
            paint_box(painter, self._area(), _RADIUS, color)
        if self.hasFocus():
            paint_ring(painter, self._area(), _RADIUS, theme.color("accent"))
        self._paint_icon(painter)
        painter.setPen(theme.color("accent" if here else "ink"))
        painter.setFont(theme.font(FontRole.TEXT_STRONG if here else FontRole.TEXT))
        room = QRect(self._name_left(), 0, self.width() - self._name_left(), self.height())
        painter.drawText(room, _MIDDLE, self.text())
        role = FontRole.CAPTION_STRONG if here else FontRole.CAPTION
        key = text_width(theme.font(role), self.action.key)
        if self.sizeHint().width() + key + self._pad() <= self.width():
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.font(role))
            painter.drawText(self.rect().adjusted(0, 0, -self._pad(), 0), _RIGHT, self.action.key)

    def _paint_icon(self, painter: QPainter) -> None:
        edge = self._theme.px(_ICON)
        ratio = painter.device().devicePixelRatio()
        role: ColorName = "accent" if self.isChecked() else "ink"
        picture = self._icons.pixmap(self.action.icon, role, edge, ratio)
        painter.drawPixmap(self._pad(), (self.height() - edge) // 2, picture)

    def _pad(self) -> int:
        return self._theme.px(_PADDING)

    def _name_left(self) -> int:
        return self._theme.px(_PADDING + _ICON + _PADDING)
