"""A square button that is only an icon; its name is in the tooltip and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring

_RADIUS = 8
_EDGE = 32
_ICON = 18


class IconButton(PaintedButton):
    """32 px square around an 18 px icon."""

    def __init__(
        self, theme: Theme, icons: Icons, icon: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self._icons = icons
        self._icon = icon
        self._color: ColorName = "muted"
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, color: ColorName = "muted") -> None:
        """Show another file of resources/icons, in that colour."""
        self._icon = icon
        self._color = color
        self.update()

    def set_name(self, name: str) -> None:
        """Say what the button does, in the tooltip and to screen readers."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        edge = self._theme.px(_EDGE)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground when touched or checked, icon, ring."""
        painter, theme = QPainter(self), self._theme
        if self._is_lit() or self.isChecked():
            paint_box(painter, self._area(), _RADIUS, theme.color("hover"))
        edge = theme.px(_ICON)
        left, top = (self.width() - edge) // 2, (self.height() - edge) // 2
        color = self._color if self.isEnabled() else "muted"
        picture = self._icons.pixmap(self._icon, color, edge, self.devicePixelRatio())
        painter.drawPixmap(left, top, picture)
        if self.hasFocus():
            paint_ring(painter, self._area(), _RADIUS, theme.color("accent"))
