"""A surface for one subject: title on the left, a muted note on the right, content below."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import PANEL_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.shapes import paint_box
from aws_flash.ui.widgets.spread_row import SpreadRow

_PADDING = 20


class Panel(QFrame):
    """Add widgets and layouts to `column`; without title and note it is just a surface."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        note: str = "",
        parent: QWidget | None = None,
        *,
        note_role: FontRole = FontRole.TEXT,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.column.setSpacing(12)
        self._title = WrappedLabel(theme, title, FontRole.PANEL_TITLE)
        self._note = WrappedLabel(theme, note, note_role, "muted")
        self._head = SpreadRow(self._title, self._note)
        self.column.addWidget(self._head)
        self._show_head()

    def set_title(self, title: str) -> None:
        """Name the subject."""
        self._title.setText(title)
        self._show_head()

    def set_note(self, note: str) -> None:
        """Say a few muted words on the right."""
        self._note.setText(note)
        self._show_head()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White (or dark) with a thin line around."""
        theme, area = self._theme, QRectF(self.rect())
        surface, line = theme.color("surface"), theme.color("line")
        paint_box(QPainter(self), area, PANEL_RADIUS, surface, line)

    def _show_head(self) -> None:
        self.setAccessibleName(self._title.text())
        named = bool(self._title.text() or self._note.text())
        if named == self._head.isHidden():  # to show what is shown already, Qt would lay it out
            self._head.setVisible(named)
