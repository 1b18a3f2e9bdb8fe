"""An icon with a few words beside it: "Right", "Not right, your pick"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.text_size import line_height, text_height, text_width
from aws_flash.ui.widgets.wrapping import let_wrap

_ICON = 16
_GAP = 6


class Mark(QWidget):
    """Says what something is by icon, word and colour; it wraps where there is little room."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        role: FontRole = FontRole.CAPTION_STRONG,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._role = role
        self._icon = ""
        self._color: ColorName = "ink"
        self._text = ""
        let_wrap(self)
        theme.changed.connect(self.updateGeometry)

    def show_mark(self, icon: str, color: ColorName, text: str) -> None:
        """Show a file of resources/icons and words, both in that colour."""
        self._icon, self._color, self._text = icon, color, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words."""
        return self._text

    def sizeHint(self) -> QSize:
        """All on one line."""
        width = self._before() + text_width(self._theme.font(self._role), self._text)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The icon and a short word."""
        return QSize(self._before() + self._theme.px(40), 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for the words beside the icon."""
        text = text_height(self._theme.font(self._role), self._text, width - self._before())
        return max(text, self._theme.px(_ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon in the height of the first line, and the words."""
        if not self._icon:
            return
        painter, theme = QPainter(self), self._theme
        edge, font = theme.px(_ICON), theme.font(self._role)
        first = max(edge, line_height(font))
        top = (first - edge) // 2
        self._icons.icon(self._icon, self._color).paint(painter, QRect(0, top, edge, edge))
        painter.setFont(font)
        painter.setPen(theme.color(self._color))
        lead = (first - line_height(font)) // 2
        room = QRect(self._before(), lead, self.width() - self._before(), self.height() - lead)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._text)

    def _before(self) -> int:
        return self._theme.px(_ICON) + self._theme.px(_GAP)
