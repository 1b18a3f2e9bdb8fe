"""A card as it is asked and answered, whatever its family."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.face import Face, option_order
from aws_flash.domain.provenance import Provenance
from aws_flash.ui.card.card_body import CardBody
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.text_roles import answer_role, question_role
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce


class CardFace(CardBody):
    """Shows a question, takes what is picked or typed, and shows the answer below.

    `submitted` says that something picked or typed was handed in, and whether it was right; the
    answer shows by then. `picked` says that other options are picked now. `link_clicked` carries
    addresses (http, https) that someone else is to open.
    """

    submitted = Signal(bool)
    picked = Signal()
    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, icons, pictures, parent)
        self._formulas = pictures.formulas
        self._connect()

    @property
    def is_revealed(self) -> bool:
        """Whether the answer shows."""
        return self._is_revealed

    def show_question(
        self, face: Face, provenance: Provenance | None = None, seed: int = 0, age: str = ""
    ) -> None:
        """Show a new card; `seed` decides the order of its options, `age` is SourceLine's."""
        self._face = face
        self._is_revealed = False
        self._is_prepared = False
        room = self.room()
        self._question.set_role(question_role(face.question.html))
        self._question.set_content(Content(face.question.html, face.css), room)
        self._question.setVisible(bool(face.question.html))
        self._picture.show_picture(face.picture, face.shapes, face.asked)
        options = [face.options[place] for place in option_order(face.options, seed)]
        self._choice.show_options(options, room)
        self._typed.begin(face.accepted)
        self._answer.set_role(answer_role(face.answer.html))
        self._sound.show_sounds(face.question.sounds)
        self._dated = (provenance, age)
        self._formulas.expect(face.answer.html)
        self._focus_question()  # before parts are hidden, lest the focus wander through the others
        for part in (self._divider, self._answer, self._explanation, self._source):
            part.hide()
        self.scroll_to_top()
        self.place_card(keep_top=False)
        announce(self, self.spoken_question())

    def reveal(self) -> None:
        """Show the answer below the question, move the focus to it and have it announced."""
        if self._is_revealed:
            return
        self._is_revealed = True
        self.prepare_answer()
        face = self._face
        if face.fills_gap:
            self._question.set_content(Content(face.answer.html, face.css), self.room())
        self._picture.reveal()
        self._choice.reveal()
        self._typed.reveal()
        if face.answer.sounds:
            self._sound.show_sounds(face.answer.sounds)
        self._show_answer_parts()
        self.place_card(keep_top=True)
        self._focus_answer()
        announce(self, self.spoken_answer())

    def needs_input(self) -> bool:
        """Whether the card wants options picked or words typed before its answer shows."""
        return not self._is_revealed and bool(self._face.options or self._face.accepted)

    def is_ready(self) -> bool:
        """Whether `submit` would hand something in."""
        if self._is_revealed or not self._face.options:
            return self.needs_input()
        return self._choice.is_ready()

    def pick(self, index: int) -> None:
        """Pick the option in that row, from 0, or take the pick back."""
        self._choice.pick(index)

    def submit(self) -> None:
        """Hand in what is picked or typed; nothing happens while too little is picked."""
        if self._is_revealed:
            return
        if self._face.options:
            self._choice.submit()
        elif self._face.accepted:
            self._typed.submit()

    def replay(self) -> None:
        """Play the card's sounds again."""
        self._sound.replay()

    def typed_text(self) -> str:
        """What stands in the line for typing."""
        return self._typed.text()

    def spoken_question(self) -> str:
        """The question as a screen reader should say it."""
        return _joined(self._question.spoken(), self._choice.spoken())

    def spoken_answer(self) -> str:
        """The answer as a screen reader should say it; empty until it shows."""
        if not self._is_revealed:
            return ""
        shown = (self._answer, self._explanation)
        texts = [part.spoken() for part in shown if not part.isHidden()]
        if self._face.fills_gap:
            texts.insert(0, self._question.spoken())
        source = self._source.spoken() if self._has_source else ""
        return _joined(self._typed.spoken(), self._choice.spoken(), *texts, source)

    def _focus_question(self) -> None:
        if self._face.accepted:
            self._typed.take_focus()
        else:
            self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_answer(self) -> None:
        if self._face.options:
            right = self._choice.take_focus()
            self.show_part(right or self._choice)
            return
        parts = (self._answer, self._explanation)
        shown = [part for part in parts if not part.isHidden() and not self._face.fills_gap]
        first = shown[0] if shown else self._question
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_part(first)

    def _connect(self) -> None:
        for text in (self._question, self._answer, self._explanation, self._choice, self._source):
            text.link_clicked.connect(self.link_clicked)
        for text in (self._question, self._answer):
            text.hint_clicked.connect(partial(self._open_hints, text))
        self._choice.picked.connect(self.picked)
        self._choice.grown.connect(self._grow)
        self._theme.changed.connect(self._fit_theme)
        self._choice.dressed.connect(self._fit_theme)
        self._formulas.drawn.connect(self._fit_theme)  # after the texts have taken them
        self._choice.submitted.connect(self._take)
        self._typed.submitted.connect(self._take)

    def _answer_text(self) -> CardText:
        """Where the answer's side is written."""
        return self._question if self._face.fills_gap else self._answer

    def _open_hints(self, text: CardText) -> None:
        on_answer = self._is_revealed and text is self._answer_text()
        side = self._face.answer if on_answer else self._face.question
        if side.with_hints:
            text.set_content(Content(side.with_hints, self._face.css))
            self._grow()

    def _grow(self) -> None:
        self.place_card(keep_top=True)

    def _fit_theme(self) -> None:
        self._find_room()
        self.place_card(keep_top=True)

    def _take(self, right: bool) -> None:  # noqa: FBT001 - a slot
        self.reveal()
        self.submitted.emit(right)


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)
