"""The top of Today: which topic, the headline, and the one thing to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.actions import ACTIONS, key_text
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.today.headline import Deed, Headline
from aws_flash.ui.today.scope_chip import ScopeChip
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.widgets.buttons import PlainButton, PrimaryButton
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.spread_row import SpreadRow
from aws_flash.ui.widgets.text_button import TextButton
from aws_flash.ui.widgets.wrapping import let_wrap

_GAP = 24
_EXTRA = (Deed.GO_ON, Deed.STUDY_AHEAD)


class Header(QWidget):
    """Texts on the left, the button on the right or, where that is narrow, below them.

    What has to be done stands on a primary button, what is extra on a plain one. `column` takes
    what belongs under the texts.
    """

    pressed = Signal(object)
    scope_cleared = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Build the texts and the buttons; nothing is said yet."""
        super().__init__(parent)
        self._icons = icons
        self._deed = Deed.NOTHING
        self._chip = ScopeChip(theme)
        self._chip.clicked.connect(self.scope_cleared)
        self._title = WrappedLabel(theme, "", FontRole.PAGE_TITLE)
        self._line = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._aside = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._primary = PrimaryButton(theme, "")
        self._plain = PlainButton(theme, "")
        for button in (self._primary, self._plain):
            button.hide()  # without words yet
            button.clicked.connect(lambda: self.pressed.emit(self._deed))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 8)
        self.column.setSpacing(8)
        self.column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(SpreadRow(self._texts(), self._primary, self._plain, gap=_GAP))

    @property
    def button(self) -> TextButton:
        """The button in use; hidden when there is nothing to press."""
        return self._plain if self._deed in _EXTRA else self._primary

    @property
    def last_stop(self) -> QWidget:
        """After what the next thing on the page comes when Tab is pressed."""
        return self._plain

    @property
    def starts(self) -> bool:
        """Whether the button starts the session of the day."""
        return self._deed is Deed.START

    def show_headline(self, shown: Headline, topic: str) -> None:
        """Say it; `topic` names what the page is about, "" for everything."""
        self._chip.show_topic(topic)
        self._title.setText(shown.title)
        self._line.setText(shown.line)
        self._aside.setText(shown.aside)
        for label in (self._line, self._aside):
            set_shown(label, bool(label.text()))
        self._show_button(shown)

    def _show_button(self, shown: Headline) -> None:
        self._deed = shown.deed
        adds = shown.deed is Deed.ADD_CARD
        button = self.button
        button.setText(shown.button)
        button.setAccessibleDescription(f"{shown.title} {shown.line}")
        self._primary.set_key(ACTIONS["new card"].key if adds else words.tr(key_text("Space")))
        self._primary.set_icon(self._icons, "plus" if adds else "", "on_accent")
        button.updateGeometry()
        for each in (self._primary, self._plain):
            set_shown(each, each is button and shown.deed is not Deed.NOTHING)

    def _texts(self) -> QWidget:
        texts = QWidget()
        let_wrap(texts)
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for label in (self._title, self._line, self._aside):
            column.addWidget(label)
        return texts
