"""A sheet in which something is written: nothing of it is lost by a slip of the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.actions import key_text
from aws_flash.ui.editor.words import tr
from aws_flash.ui.text import error_text
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from aws_flash.domain.errors import UserError

_SAVE_KEY = "Ctrl+Return"
_WIDTH = 600


class EditingSheet(Sheet):
    """Ctrl+Enter saves. Esc closes what is unchanged, and else asks once, at the foot.

    Subclasses say what is changed and what saving means.
    """

    def __init__(self, theme: Theme, window: QWidget, title: str, save: str) -> None:
        """Name the sheet and its button for saving."""
        super().__init__(theme, window, title, _WIDTH)
        self._focus_in_text: QWidget | None = None
        self._message = WrappedLabel(theme, "", FontRole.TEXT)
        self._cancel = PlainButton(theme, tr("Cancel"), key_text("Escape"))
        self._confirm = ConfirmButton(theme, save, key_text(_SAVE_KEY))
        self._keep = PlainButton(theme, tr("Keep editing"), key_text("Escape"))
        self._discard = PlainButton(theme, tr("Discard"))
        self._cancel.clicked.connect(self.leave)
        self._confirm.clicked.connect(self.save)
        self._keep.clicked.connect(self._go_on)
        self._discard.clicked.connect(self.close_sheet)
        for part in (self._message, self._cancel, self._confirm, self._keep, self._discard):
            self.add_button(part)
        self.add_key(_SAVE_KEY, self.save)
        self._ask(asking=False)

    def is_changed(self) -> bool:
        """Whether closing would lose something."""
        raise NotImplementedError

    def save(self) -> None:
        """Hand out what was written, or say what is missing."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close the sheet, after asking if something would be lost."""
        if not self.is_changed():
            self.close_sheet()
            return
        self._focus_in_text = self.focusWidget()
        self._ask(asking=True)
        self._say(tr("Your text is not saved yet."))
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_close(self) -> bool:
        """Ask, if something would be lost."""
        if self.is_changed():
            self.leave()
            return False
        return True

    def name_cancel(self, text: str) -> None:
        """Call the button that closes the sheet something else."""
        self._cancel.setText(text)

    def show_error(self, error: UserError) -> None:
        """Say why it could not be stored; what was written stays."""
        self.show_problem(error_text(error))

    def show_problem(self, text: str) -> None:
        """Say at the foot what is missing."""
        self._message.set_color("missed")
        self._say(text)

    def forget_problem(self) -> None:
        """Take back what was said to be missing: it is being written."""
        if self._keep.isHidden() and not self._message.isHidden():
            self._message.hide()
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, or goes back from the question whether to."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._keep.isHidden():
            self.leave()
        else:
            self._go_on()
        event.accept()

    def _go_on(self) -> None:
        self._ask(asking=False)
        if self._focus_in_text is not None:
            self._focus_in_text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, *, asking: bool) -> None:
        for button in (self._cancel, self._confirm):
            button.setVisible(not asking)
        for button in (self._keep, self._discard):
            button.setVisible(asking)
        self._message.set_color("ink")
        self._message.hide()

    def _say(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._place()
        announce(self, text)
