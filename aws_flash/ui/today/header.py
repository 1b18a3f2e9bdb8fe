"""The top of Today: which topic, the headline, and the one primary button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.actions import ACTIONS, key_text
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today.headline import Deed, Headline
from aws_flash.ui.widgets.buttons import PrimaryButton
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.spread_row import SpreadRow
from aws_flash.ui.widgets.text_button import ButtonLook, TextButton
from aws_flash.ui.widgets.wrapping import let_wrap

_CHIP = ButtonLook(
    text="ink", fill="accent_soft", lit="hover", line=None, font=FontRole.CAPTION, padding=(10, 4)
)
_GAP = 24


class Header(QWidget):
    """Texts on the left, the button on the right or, where that is narrow, below them."""

    pressed = Signal(object)
    scope_cleared = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Build the texts and the button; nothing is said yet."""
        super().__init__(parent)
        self._icons = icons
        self._deed = Deed.NOTHING
        self._chip = TextButton(theme, "", _CHIP)
        self._chip.clicked.connect(self.scope_cleared)
        self._title = WrappedLabel(theme, "", FontRole.PAGE_TITLE)
        self._line = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._aside = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._note = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        self._button = PrimaryButton(theme, "")
        self._button.clicked.connect(lambda: self.pressed.emit(self._deed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SpreadRow(self._texts(), self._button, gap=_GAP))

    @property
    def button(self) -> PrimaryButton:
        """The primary button; hidden when there is nothing to do here."""
        return self._button

    def show_headline(self, shown: Headline, topic: str) -> None:
        """Say it; `topic` names what the page is about, "" for everything."""
        self._show_topic(topic)
        self._title.setText(shown.title)
        for label, text in (
            (self._line, shown.line),
            (self._aside, shown.aside),
            (self._note, shown.note),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_button(shown)

    def _show_button(self, shown: Headline) -> None:
        self._deed = shown.deed
        adds = shown.deed is Deed.ADD_CARD
        key = ACTIONS["new card"].key if adds else self.tr(key_text("Space"))
        self._button.setText(shown.button)
        self._button.setIcon(self._icons.icon("plus", "on_accent") if adds else QIcon())
        self._button.set_key(key)
        self._button.setAccessibleDescription(f"{shown.title} {shown.line}")
        self._button.setVisible(shown.deed is not Deed.NOTHING)

    def _show_topic(self, topic: str) -> None:
        self._chip.setText(f"{topic}  ×")  # noqa: RUF001 - the sign that takes away
        self._chip.setShortcut(QKeySequence())  # an & in a name is no shortcut
        self._chip.setAccessibleName(self.tr("Show all topics, not only {}").format(topic))
        self._chip.setToolTip(self.tr("Show all topics"))
        self._chip.setVisible(bool(topic))

    def _texts(self) -> QWidget:
        texts = QWidget()
        let_wrap(texts)
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for label in (self._title, self._line, self._aside, self._note):
            column.addWidget(label)
        return texts
