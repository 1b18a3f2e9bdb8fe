"""A row of the settings page: what it is on the left, what to set it with on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.spread_row import SpreadRow


class SettingRow(SpreadRow):
    """A name, a quiet explanation below it, and a control; the control drops below when narrow."""

    def __init__(self, theme: Theme, name: str, explanation: str, control: QWidget) -> None:
        """Put `control` to the right of the words."""
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(WrappedLabel(theme, name, FontRole.TEXT))
        self._explanation = WrappedLabel(theme, explanation, FontRole.CAPTION, "muted")
        column.addWidget(self._explanation)
        self._explanation.setVisible(bool(explanation))  # inside by now: else it opens as a window
        super().__init__(words, control, gap=16)
        self.row.setContentsMargins(0, 2, 0, 2)

    def explain(self, explanation: str) -> None:
        """Say something else below the name."""
        self._explanation.setText(explanation)
        self._explanation.setVisible(bool(explanation))
