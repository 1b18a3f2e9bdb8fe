"""The sheet to go back to a backup: each with its date, its cards and its reviews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from aws_flash.ui.text import clock_text, counted
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.sheet import Sheet

_WIDTH = 560
_INDENT = 28


class BackupRow(NamedTuple):
    """A backup as the sheet shows it; `cards` and `reviews` are None where it cannot be read."""

    name: str
    made: datetime
    reason: str
    cards: int | None
    reviews: int | None
    sound: bool


class RestoreSheet(Sheet):
    """Lists backups, newest first; `chosen` carries the name of the one to restore."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Say that the backups are being read; `show_backups` brings them."""
        super().__init__(theme, window, self.tr("Restore a backup"), _WIDTH)
        self.column.setSpacing(8)
        self._group = QButtonGroup(self)
        self._words = WrappedLabel(theme, self.tr("Looking into the backups…"), FontRole.TEXT)
        self.column.addWidget(self._words)
        cancel = PlainButton(theme, self.tr("Cancel"), "Esc")
        cancel.clicked.connect(self.close_sheet)
        self._restore = ConfirmButton(theme, self.tr("Restore"))
        self._restore.setEnabled(False)
        self._restore.clicked.connect(self._choose)
        self.add_button(cancel)
        self.add_button(self._restore)

    def show_backups(self, rows: Sequence[BackupRow], now: datetime) -> None:
        """List the backups; those that are damaged are named but cannot be chosen."""
        words = self.tr(
            "What you have now is backed up first, so you can come back to it the same way."
        )
        self._words.setText(words if rows else self.tr("There is no backup yet."))
        for row in rows:
            self.column.addWidget(self._line(row, now))
        first = next((button for button in self._group.buttons() if button.isEnabled()), None)
        if first is not None:
            first.setChecked(True)
            first.setFocus(Qt.FocusReason.TabFocusReason)
        self._restore.setEnabled(first is not None)

    def _line(self, row: BackupRow, now: datetime) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        button = QRadioButton(f"{clock_text(row.made, now)} · {row.reason}")
        button.setEnabled(row.sound)
        button.setProperty("backup", row.name)
        self._group.addButton(button)
        column.addWidget(button)
        holds = PlainLabel(self._theme, _holds(row), FontRole.CAPTION, "muted")
        holds.setContentsMargins(self._theme.px(_INDENT), 0, 0, 0)
        button.setAccessibleDescription(holds.text())
        column.addWidget(holds)
        return line

    def _choose(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.close_sheet()
            self.chosen.emit(button.property("backup"))


def _holds(row: BackupRow) -> str:
    if not row.sound or row.cards is None or row.reviews is None:
        return QCoreApplication.translate("RestoreSheet", "Damaged: it cannot be restored")
    return f"{counted(row.cards, 'card', 'cards')}, {counted(row.reviews, 'review', 'reviews')}"
