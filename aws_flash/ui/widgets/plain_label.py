"""Text that is never taken for HTML, in a font and colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.text_size import text_width


class PlainLabel(QLabel):
    """A label; `<b>` in its text shows as written."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = FontRole.TEXT,
        color: ColorName = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._color: ColorName = color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._dress()
        theme.changed.connect(self._dress)

    def set_color(self, color: ColorName) -> None:
        """Write in another colour."""
        self._color = color
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, self.foregroundRole(), self._theme.color(self._color))
        self.setPalette(palette)


class WrappedLabel(PlainLabel):
    """A plain label that breaks into lines where the width asks for it."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = FontRole.TEXT,
        color: ColorName = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role, color, parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """All on one line (Qt would guess a nice shape and break short texts for it)."""
        width = max(text_width(self.font(), line) for line in [*self.text().split("\n"), ""])
        margins = self.contentsMargins()
        width += margins.left() + margins.right() + 2 * self.margin()
        return QSize(width, self.heightForWidth(width))
