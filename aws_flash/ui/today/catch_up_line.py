"""The quiet line that says which pace holds until what piled up is cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.views import Offer
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.widgets.buttons import LinkButton
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.wrapping import let_wrap

if TYPE_CHECKING:
    from datetime import date


class CatchUpLine(QWidget):
    """Words, and a button that ends it."""

    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._words = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self.end = LinkButton(theme, words.tr("End"))
        self.end.setAccessibleName(words.tr("End catching up"))
        self.end.clicked.connect(self.ended)
        row = FlowLayout(self, gap=8)
        row.addWidget(self._words)
        row.addWidget(self.end)
        let_wrap(self)

    def show_offer(self, offer: Offer, today: date) -> None:
        """Say which pace holds, until when, and that new cards wait."""
        self._words.setText(words.catch_up_text(offer, today))
