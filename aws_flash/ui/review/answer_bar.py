"""The foot of the review: the one button of a question, then the two of its answer; the boxes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from aws_flash.domain.review import Rating
from aws_flash.ui.actions import ACTIONS, key_text
from aws_flash.ui.review.keys import ENTER
from aws_flash.ui.review.rating_button import RatingButton
from aws_flash.ui.review.words import tr
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.box_steps import BoxSteps
from aws_flash.ui.widgets.buttons import PrimaryButton, QuietButton
from aws_flash.ui.widgets.wrapping import let_wrap

if TYPE_CHECKING:
    from aws_flash.application.asking import Asked

_SIDE = 24
_GAP = 12


class AnswerBar(QWidget):
    """As high for a question as for its answer, so that the card above stays where it is.

    `show_pressed` wants the answer, `submit_pressed` hands something in, `rated` carries a Rating,
    `marked` the Rating that Space gives from now on.
    """

    show_pressed = Signal()
    submit_pressed = Signal()
    rated = Signal(object)
    marked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build both rows of buttons."""
        super().__init__(parent)
        self._show = PrimaryButton(theme, tr("Show answer"), ACTIONS["show"].key)
        self._submit = PrimaryButton(theme, tr("Submit"), key_text(ENTER))
        self._give_up = QuietButton(theme, tr("Show answer"), ACTIONS["show"].key)
        self._missed = RatingButton(theme, "missed", "missed")
        self._knew = RatingButton(theme, "knew", "knew")
        self._steps = BoxSteps(theme)
        self._connect()
        self._submit.hide()
        self._give_up.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 18)
        column.setSpacing(22)
        self._rows = QStackedLayout()
        column.addLayout(self._rows)  # before it is filled: else its rows open as windows
        self._rows.addWidget(_row(self._submit, self._show, self._give_up))
        self._rows.addWidget(_row(self._missed, self._knew))
        column.addWidget(self._steps)
        let_wrap(self)

    def show_question(self, asked: Asked, *, takes_input: bool) -> None:
        """Offer to show the answer, or to submit one; show the card's box."""
        self._steps.set_box(asked.card.standing.box)
        self._show.setVisible(not takes_input)
        self._submit.setVisible(takes_input)
        self._give_up.setVisible(takes_input and bool(asked.face.options))
        self._rows.setCurrentIndex(0)

    def show_ratings(self, asked: Asked, suggested: Rating | None, *, knew: str = "") -> None:
        """Offer both ratings, each with what it would do.

        Space gives the `suggested` one. `knew` is another title of Knew it: "I was right".
        """
        self._missed.show_outcome(asked.if_missed, asked.today)
        self._knew.show_outcome(asked.if_knew, asked.today, title=knew)
        self._mark(suggested)
        self._rows.setCurrentIndex(1)

    def _mark(self, suggested: Rating | None) -> None:
        self._missed.set_suggested(suggested=suggested is Rating.MISSED)
        self._knew.set_suggested(suggested=suggested is Rating.KNEW)

    def _move_mark(self, rating: Rating) -> None:
        """The mark follows the focus, so that Space never does what the screen does not say."""
        if self._missed.is_suggested or self._knew.is_suggested:
            self._mark(rating)
            self.marked.emit(rating)

    def _connect(self) -> None:
        self._show.clicked.connect(self.show_pressed)
        self._give_up.clicked.connect(self.show_pressed)
        self._submit.clicked.connect(self.submit_pressed)
        for button, rating in ((self._missed, Rating.MISSED), (self._knew, Rating.KNEW)):
            button.clicked.connect(partial(self.rated.emit, rating))
            button.taken_up.connect(partial(self._move_mark, rating))


def _row(*buttons: QWidget) -> QWidget:
    """Buttons side by side in the middle, at the lower edge."""
    row = QWidget()
    let_wrap(row)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    layout = QHBoxLayout()
    layout.setSpacing(_GAP)
    layout.addStretch(1)
    for button in buttons:
        layout.addWidget(button)
    layout.addStretch(1)
    column.addLayout(layout)
    return row
