"""The one surface with a shadow: where the card lies that is being answered."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from aws_flash.ui.theme.measures import CARD_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import SHADOW_REACH, paint_box, paint_shadow

_PADDING = 48


class RaisedPanel(QFrame):
    """Add content to `column`; the widget is 28 px larger on each side, for its shadow.

    The picture draws 48 px of padding left and right and 40 above and below.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        side, above = _PADDING + SHADOW_REACH, _PADDING - 8 + SHADOW_REACH
        self.column.setContentsMargins(side, above, side, above)

    def surface(self) -> QRectF:
        """Where the card itself is, without the shadow."""
        reach = float(SHADOW_REACH)
        return QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, surface, line."""
        painter, theme, area = QPainter(self), self._theme, self.surface()
        # When only something inside has changed there is no shadow to draw again.
        if not area.toRect().contains(event.rect()):
            paint_shadow(painter, area, CARD_RADIUS, theme.color("shadow"))
        paint_box(painter, area, CARD_RADIUS, theme.color("surface"), theme.color("line"))
