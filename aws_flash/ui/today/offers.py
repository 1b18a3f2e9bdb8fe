"""The three offers after missed days, and the way past them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.views import WelcomeView
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.today.headline import recommended
from aws_flash.ui.today.offer_button import OfferButton
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.widgets.buttons import LinkButton
from aws_flash.ui.widgets.columns import Columns

if TYPE_CHECKING:
    from datetime import date


class Offers(QWidget):
    """Cards to press, one of them recommended, and "or start now"."""

    taken = Signal(int)
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Keep the theme; cards come with the offers."""
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[OfferButton] = []
        self._first = 0
        self._row = Columns(gap=12, row_gap=12)
        self._start = LinkButton(theme, words.tr("or start now"))
        self._start.clicked.connect(self.declined)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._row)
        column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)

    def show_welcome(self, welcome: WelcomeView, today: date) -> None:
        """Offer these paces."""
        while len(self._buttons) < len(welcome.offers):
            self._add_button()
        for button, offer in zip(self._buttons, welcome.offers, strict=True):
            minutes = words.minutes_text(offer.minutes)
            pace = words.tr("{minutes} a day").format(minutes=minutes)
            promise = words.as_sentence(words.offer_promise(offer, today))
            button.show_offer(offer.minutes, pace, promise)
            set_shown(button, True)
        self._first = recommended(welcome.offers)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        return [*self._buttons, self._start]

    @property
    def first(self) -> OfferButton:
        """The one recommended."""
        return self._buttons[self._first]

    def _add_button(self) -> None:
        button = OfferButton(self._theme)
        button.clicked.connect(lambda: self.taken.emit(button.minutes))
        self._buttons.append(button)
        self._row.add(button)
