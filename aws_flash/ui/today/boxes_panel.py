"""How the boxes work, in two sentences; stands where the weakest topics will be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import WrappedLabel


class BoxesPanel(Panel):
    """Words that are true of both ways to fall, one box down or back to box 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Write it down."""
        super().__init__(theme, words.tr("How the boxes work"), parent=parent)
        for text in (
            words.tr("A card you know moves one box up and rests longer."),
            words.tr("A card you miss moves down, returns once more today and again tomorrow."),
        ):
            self.column.addWidget(WrappedLabel(theme, text, color="muted"))
        self.column.addStretch(1)
