"""A card with its ratings below: the question, what the user enters, the answer, the rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.face import Face
from aws_flash.domain.review import Rating
from aws_flash.ui.card.card_face import CardFace
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.review.answer_bar import AnswerBar
from aws_flash.ui.review.paint_gate import PaintGate
from aws_flash.ui.review.words import tr
from aws_flash.ui.text import ago_text
from aws_flash.ui.theme.theme import Theme

if TYPE_CHECKING:
    from aws_flash.application.asking import Asked

_SOON = 30  # ms after a question: before a user has read it, and not while the next key waits


class AskingView(QWidget):
    """Takes an answer only for what has been painted, and none while `hold` holds.

    `question_shown` comes when a question has been painted, `rated` carries a Rating.
    """

    question_shown = Signal()
    rated = Signal(object)
    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """Build the view, empty."""
        super().__init__(parent)
        self._asked: Asked | None = None
        self._suggested: Rating | None = None
        self._takes_input = False
        self._is_held = False
        self._gate = PaintGate(self)
        self._face = CardFace(theme, icons, pictures)
        self._answers = AnswerBar(theme)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._face, 1)
        column.addWidget(self._answers)

    def ask(self, asked: Asked, seed: int) -> None:
        """Show a question; `seed` decides the order of its options."""
        self._asked = asked
        self._suggested = None
        months = asked.months_unchecked
        age = ago_text(months) if months is not None else ""
        self._face.show_question(asked.face, asked.note.provenance, seed, age)
        self._takes_input = self._face.needs_input()
        self._answers.show_question(asked, takes_input=self._takes_input)
        self._await_painting()

    def ask_again(self, asked: Asked, seed: int) -> None:
        """Show a card whose text has changed, with its answer and the rating marked before."""
        suggested = self._suggested
        self.ask(asked, seed)
        self._suggested = suggested
        self._face.reveal()
        self._show_ratings()

    def update_asked(self, asked: Asked) -> None:
        """Take over what ratings would do now; the card stays as it is on screen."""
        self._asked = asked
        if self.is_revealed:
            self._answers.show_ratings(asked, self._suggested, knew=self._override())

    def clear(self) -> None:
        """Show nothing, and be silent."""
        self._asked = None
        self._face.show_question(Face())

    @property
    def is_revealed(self) -> bool:
        """Whether an answer shows."""
        return self._asked is not None and self._face.is_revealed

    @property
    def takes_picks(self) -> bool:
        """Whether letters and digits pick options."""
        asked = self._asked
        return asked is not None and bool(asked.face.options) and not self.is_revealed

    @property
    def is_ready(self) -> bool:
        """Whether what is shown has been painted and takes answers."""
        return self._asked is not None and self._gate.is_open and not self._is_held

    def hold(self) -> None:
        """Take no answer until `release`: one is being recorded."""
        self._is_held = True

    def release(self) -> None:
        """Take answers again."""
        self._is_held = False

    @property
    def foot_height(self) -> int:
        """Pixels at the lower edge that belong to the buttons and the boxes."""
        return self._answers.height()

    def take_focus(self) -> None:
        """Take the focus back to where it was last inside, or was wanted while out of sight."""
        last = self.focusWidget()
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def pick(self, row: int) -> None:
        """Pick an option, from 0, or take the pick back; without such an option nothing happens."""
        if self.is_ready:
            self._face.pick(row)

    def reveal(self) -> None:
        """Show the answer; what was typed or picked in full is handed in, else it counts as missed.

        A card that takes input knows better than the user's thumb: Space then gives the rating that
        fits what was entered, and the marked button says so.
        """
        if self._takes_input and self._face.is_ready():
            self._face.submit()
            return
        self._suggested = Rating.MISSED if self._takes_input else None
        self._face.reveal()
        self._show_ratings()

    def show_or_rate(self) -> None:
        """Space: the answer, and then the marked rating, or Knew it where none is marked."""
        if self.is_revealed:
            self.rate(self._suggested or Rating.KNEW)
        elif self.is_ready:
            self.reveal()

    def submit_or_rate(self) -> None:
        """Enter: hand in, and then the marked rating; nothing where Space alone is offered."""
        if self.is_revealed and self._suggested is not None:
            self.rate(self._suggested)
        elif not self.is_revealed and self._takes_input and self.is_ready:
            self._face.submit()

    def rate(self, rating: Rating) -> None:
        """Give a rating to the answer that shows."""
        if self.is_revealed and self.is_ready:
            self.rated.emit(rating)

    def replay(self) -> None:
        """Play the card's sounds again."""
        self._face.replay()

    def scroll_by(self, pages: float) -> None:
        """Scroll a long card."""
        self._face.scroll_by(pages)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From now on what is shown takes keys."""
        super().paintEvent(event)
        self._gate.note_painting()

    def _take_submitted(self, right: bool) -> None:  # noqa: FBT001 - a slot
        self._suggested = Rating.KNEW if right else Rating.MISSED
        self._show_ratings()

    def _take_mark(self, rating: Rating) -> None:
        self._suggested = rating

    def _show_ratings(self) -> None:
        if self._asked is not None:
            self._answers.show_ratings(self._asked, self._suggested, knew=self._override())
            self._await_painting()

    def _override(self) -> str:
        """A typed answer that was not recognised may still have been right: the user decides."""
        typed = bool(self._face.typed_text().strip())
        return tr("I was right") if typed and self._suggested is Rating.MISSED else ""

    def _await_painting(self) -> None:
        self._is_held = False
        self._gate.close()
        self.update(0, 0, 1, 1)  # enough to hear of the painting; the rest is painted where new

    def _note_painted(self) -> None:
        if self._asked is not None and not self.is_revealed:
            self.question_shown.emit()
            QTimer.singleShot(0, self, self._prepare_ratings)
            QTimer.singleShot(_SOON, self, self._face.prepare_answer)

    def _prepare_ratings(self) -> None:
        if self._asked is not None and not self.is_revealed:
            self._answers.prepare_ratings(self._asked)

    def _connect(self) -> None:
        self._gate.opened.connect(self._note_painted)
        self._face.submitted.connect(self._take_submitted)
        self._face.link_clicked.connect(self.link_clicked)
        self._answers.show_pressed.connect(self.show_or_rate)
        self._answers.submit_pressed.connect(self.submit_or_rate)
        self._answers.rated.connect(self.rate)
        self._answers.marked.connect(self._take_mark)
