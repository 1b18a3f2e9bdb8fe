"""The head of a page that one comes back from: the way back, a title, and a few words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.spread_row import SpreadRow
from aws_flash.ui.widgets.text_button import ButtonLook, TextButton
from aws_flash.ui.widgets.wrapping import let_wrap

_BACK = ButtonLook("muted", None, "hover", None, FontRole.TEXT, (2, 4))


class BackHead(QWidget):
    """`left` says that the user wants back."""

    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, back: str, name: str = "") -> None:
        """Say nothing yet but `back`, where the way back leads; `name` is that for the ear."""
        super().__init__()
        let_wrap(self)
        self.back = TextButton(theme, back, _BACK)
        self.back.setAccessibleName(name or back)
        self.back.set_icon(icons, "arrow-left", "muted")
        self.back.clicked.connect(self.left)
        self._title = WrappedLabel(theme, "", FontRole.PAGE_TITLE)
        self._place = PlainLabel(theme, "", FontRole.TEXT, "muted")
        self._line = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(5)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SpreadRow(self._title, self._place))
        column.addWidget(self._line)

    def say(self, title: str, line: str, place: str = "") -> None:
        """Show a title, a sentence below it, and where one is among several."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._place.setText(place)
        self._place.setVisible(bool(place))
