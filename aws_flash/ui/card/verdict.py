"""What an option turned out to be, and how its row paints that: an icon and a few words."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.text_size import line_height, text_width

_ICON = 16
_GAP = 6
_ROLE = FontRole.CAPTION_STRONG


class Outcome(Enum):
    """What an option turned out to be, and whether it was picked."""

    OPEN = "open"
    RIGHT_PICKED = "right, picked"
    RIGHT_MISSED = "right, not picked"
    WRONG_PICKED = "wrong, picked"
    WRONG_LEFT = "wrong, not picked"

    @property
    def is_right(self) -> bool:
        """Whether the option belonged to the answer."""
        return self in (Outcome.RIGHT_PICKED, Outcome.RIGHT_MISSED)

    @property
    def color(self) -> ColorName:
        """The colour that goes with its words."""
        if self is Outcome.OPEN:
            return "accent"
        if self is Outcome.WRONG_LEFT:
            return "muted"
        return "knew" if self.is_right else "missed"


class VerdictPainter:
    """Paints outcomes, each by an icon and words in its colour."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        self._theme = theme
        self._icons = icons
        self._sizes: dict[tuple[str, float], QSize] = {}

    def size(self, words: str) -> QSize:
        """The room for an icon and these words, on one line, in pixels."""
        key = (words, self._theme.scale)
        if key not in self._sizes:
            font, icon = self._theme.font(_ROLE), self._theme.px(_ICON)
            width = icon + self._theme.px(_GAP) + text_width(font, words)
            self._sizes[key] = QSize(width, max(icon, line_height(font)))
        return self._sizes[key]

    def paint(self, painter: QPainter, outcome: Outcome, words: str, place: QRect) -> None:
        """Paint into a place of that size: the icon at its left end, then the words."""
        theme, edge = self._theme, self._theme.px(_ICON)
        name = "check" if outcome.is_right else "x"
        ratio = painter.device().devicePixelRatio()
        top = place.top() + (place.height() - edge) // 2
        icon = self._icons.pixmap(name, outcome.color, edge, ratio)
        painter.drawPixmap(QPoint(place.left(), top), icon)
        painter.setFont(theme.font(_ROLE))
        painter.setPen(theme.color(outcome.color))
        beside = place.adjusted(edge + theme.px(_GAP), 0, 0, 0)
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), words)
