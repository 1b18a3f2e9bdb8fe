"""A card as it is asked and answered, whatever its family."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.face import Face, option_order
from aws_flash.domain.kind import Family
from aws_flash.domain.provenance import Provenance
from aws_flash.ui.card.announce import announce
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.choice_view import ChoiceView
from aws_flash.ui.card.divider import Divider
from aws_flash.ui.card.picture_view import PictureView
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.sheet import Sheet
from aws_flash.ui.card.sound_row import SoundRow
from aws_flash.ui.card.source_line import SourceLine
from aws_flash.ui.card.text_roles import answer_role, question_role
from aws_flash.ui.card.typed_view import TypedView
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme


class CardFace(Sheet):
    """Shows a question, takes what is picked or typed, and shows the answer below.

    `submitted` says that something was picked or typed and handed in, and whether it was right; the
    answer shows by then. `picked` says that other options are picked now. `link_clicked` carries
    addresses (http, https) that someone else is to open.
    """

    submitted = Signal(bool)
    picked = Signal()
    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._face: Face | None = None
        self._is_revealed = False
        self._question = CardText(theme, pictures, FontRole.QUESTION)
        self._picture = PictureView(theme, pictures)
        self._choice = ChoiceView(theme, icons, pictures)
        self._typed = TypedView(theme, icons)
        self._sound = SoundRow(theme, icons, pictures)
        self._divider = Divider(theme)
        self._answer = CardText(theme, pictures, FontRole.ANSWER)
        self._explanation = CardText(theme, pictures, FontRole.CARD_TEXT)
        self._source = SourceLine(theme, icons, pictures)
        self._lay_out()
        self._connect()

    def show_question(
        self, face: Face, provenance: Provenance | None = None, seed: int = 0
    ) -> None:
        """Show a new card; `seed` decides the order of its options."""
        self._face = face
        self._is_revealed = False
        room = self.room()
        self._question.set_role(question_role(face.question))
        self._question.set_content(Content(face.question, face.css), room)
        self._picture.show_picture(face.picture, face.shapes, face.asked)
        options = [face.options[place] for place in option_order(face.options, seed)]
        self._choice.setVisible(bool(options))
        self._choice.show_options(options, room)
        self._typed.setVisible(face.family is Family.TYPED)
        self._typed.begin()
        self._sound.show_sounds(face.question_sounds)
        self._source.show_provenance(provenance)
        self._hide_answer()
        self.scroll_to_top()
        self.place_card(keep_top=False)
        self._focus_question()
        announce(self._question, self.spoken_question())
