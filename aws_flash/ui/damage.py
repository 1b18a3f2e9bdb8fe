"""The page shown when the collection cannot be opened: what happened, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import PlainButton, PrimaryButton
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage
from aws_flash.ui.widgets.wrapping import let_wrap

_WIDEST = 640


class DamagePage(ScrollPage):
    """Offers a backup where there is one, a rescue where the file is damaged, and another try."""

    restore_requested = Signal()
    salvage_requested = Signal()
    folder_requested = Signal()
    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build the page; `show_trouble` fills it."""
        super().__init__(parent, widest=_WIDEST)
        self.setAccessibleName(self.tr("The collection cannot be opened"))
        title = self.tr("Your cards cannot be opened")
        self.column.addWidget(WrappedLabel(theme, title, FontRole.PAGE_TITLE))
        self._words = WrappedLabel(theme, "", FontRole.TEXT)
        self._offer = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._restore = PrimaryButton(theme, self.tr("Restore the newest good backup"))
        self._salvage = PlainButton(theme, self.tr("Rescue what can be read"))
        self._retry = PlainButton(theme, self.tr("Try again"))
        self._folder = PlainButton(theme, self.tr("Open folder"))
        self._restore.clicked.connect(self.restore_requested)
        self._salvage.clicked.connect(self.salvage_requested)
        self._retry.clicked.connect(self.retry_requested)
        self._folder.clicked.connect(self.folder_requested)
        buttons = QWidget()
        let_wrap(buttons)
        row = FlowLayout(buttons, 12)
        for button in (self._restore, self._salvage, self._retry, self._folder):
            row.addWidget(button)
        self.column.addWidget(self._words)
        self.column.addWidget(self._offer)
        self.column.addSpacing(8)
        self.column.addWidget(buttons)
        self.column.addStretch(1)

    def show_trouble(self, sentence: str, backup: str, *, damaged: bool) -> None:
        """Say what happened. `backup` tells of the newest good one, empty when there is none."""
        self._words.setText(sentence)
        self._offer.setText(backup)
        self._offer.setVisible(bool(backup))
        self._restore.setVisible(bool(backup))
        self._salvage.setVisible(damaged)
        first = self._restore if backup else self._salvage if damaged else self._retry
        self.setFocusProxy(first)
        if self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
