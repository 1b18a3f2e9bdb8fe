"""The foot of the review: the one button of a question, then the two of its answer; the boxes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.review import Rating
from aws_flash.ui.actions import ACTIONS, key_text
from aws_flash.ui.review.button_rows import ButtonRow, ButtonRows
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
        self._plain = ButtonRow(self._show)
        self._typing = ButtonRow(self._submit)
        self._choosing = ButtonRow(self._submit, self._give_up)
        self._rating = ButtonRow(self._missed, self._knew)
        rows = (self._plain, self._typing, self._choosing, self._rating)
        self._rows = ButtonRows(theme, *rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 18)
        column.setSpacing(22)
        column.addWidget(self._rows)
        column.addWidget(self._steps)
        let_wrap(self)

    def show_question(self, asked: Asked, *, takes_input: bool) -> None:
        """Offer to show the answer, or to submit one; show the card's box."""
        self._steps.set_box(asked.card.standing.box)
        row = self._choosing if asked.face.options else self._typing
        self._rows.show_row(row if takes_input else self._plain)

    def prepare_ratings(self, asked: Asked) -> None:
        """Give the hidden row its texts and its height, before the answer shows.

        Apart from `show_question`, since the question is painted sooner without it.
        """
        self._say_outcomes(asked)

    def show_ratings(self, asked: Asked, suggested: Rating | None, *, knew: str = "") -> None:
        """Offer both ratings, each with what it would do.

        Space gives the `suggested` one. `knew` is another title of Knew it: "I was right".
        """
        self._mark(suggested)
        self._say_outcomes(asked, knew)
        self._rows.show_row(self._rating)

    def _say_outcomes(self, asked: Asked, knew: str = "") -> None:
        self._missed.show_outcome(asked.if_missed, asked.today)
        self._knew.show_outcome(asked.if_knew, asked.today, title=knew)
        self._rows.measure(self._rating)

    def _mark(self, suggested: Rating | None) -> None:
        self._missed.set_suggested(suggested=suggested is Rating.MISSED)
        self._knew.set_suggested(suggested=suggested is Rating.KNEW)

    def _move_mark(self, rating: Rating) -> None:
        """The mark follows the focus, so that Space never does what the screen does not say."""
        if self._missed.is_suggested or self._knew.is_suggested:
            self._mark(rating)
            self._rows.measure(self._rating)
            self.marked.emit(rating)

    def _connect(self) -> None:
        self._show.clicked.connect(self.show_pressed)
        self._give_up.clicked.connect(self.show_pressed)
        self._submit.clicked.connect(self.submit_pressed)
        for button, rating in ((self._missed, Rating.MISSED), (self._knew, Rating.KNEW)):
            button.clicked.connect(partial(self.rated.emit, rating))
            button.taken_up.connect(partial(self._move_mark, rating))
