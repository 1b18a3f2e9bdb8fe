"""Two quiet lines: facts that a new edition changed, and facts that wait to be checked again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.widgets.buttons import LinkButton
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.wrapping import let_wrap


class FactLines(QWidget):
    """Each line has a button that leads to its page, and is not there when nothing waits."""

    changes_requested = Signal()
    recheck_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        let_wrap(self)
        self._changed = _Line(theme, words.tr("See what changed"))
        self._changed.button.clicked.connect(self.changes_requested)
        self._aged = _Line(theme, words.tr("Check them again"))
        self._aged.button.clicked.connect(self.recheck_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._changed)
        column.addWidget(self._aged)

    def show_counts(self, changed: int, aged: int) -> None:
        """Say how many facts changed, and how many wait to be checked."""
        self._changed.say(words.changed_text(changed) if changed else "")
        self._aged.say(words.recheck_text(aged) if aged else "")


class _Line(QWidget):
    """Words, and a button behind them."""

    def __init__(self, theme: Theme, action: str) -> None:
        super().__init__()
        let_wrap(self)
        self._words = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self.button = LinkButton(theme, action)
        row = FlowLayout(self, gap=8)
        row.addWidget(self._words)
        row.addWidget(self.button)

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.button.setAccessibleDescription(text)
        set_shown(self, bool(text))
