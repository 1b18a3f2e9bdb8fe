"""The parts of a card one under the other, as roomy as question and answer together allow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from aws_flash.domain.face import Face
from aws_flash.domain.provenance import Provenance
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.choice_view import ChoiceView
from aws_flash.ui.card.divider import Divider
from aws_flash.ui.card.outlook import ENDLESS, added_height, answer_height
from aws_flash.ui.card.parts import Parts
from aws_flash.ui.card.picture_view import PictureView
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.sheet import Sheet
from aws_flash.ui.card.sound_row import SoundRow
from aws_flash.ui.card.source_line import SourceLine
from aws_flash.ui.card.typed_view import TypedView
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme

_ABOVE_PICTURE = 20
_ABOVE_INPUT = 24
_ABOVE_LINE = 29
_BELOW_LINE = 28
_BELOW_ANSWER = 10
_ABOVE_SOURCE = 38
_BELOW_OPTIONS = 20
_LEAST_SHARE = 0.5
"""What is kept at least of all distances on a card that would otherwise scroll."""


class CardBody(Sheet):
    """Knows before the answer shows how high the card will be with it.

    So the card begins high enough, and its question stays where it is. An answer that fits by the
    measure of its texts is laid out only by `prepare_answer`: that takes longer than painting.
    """

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._face = Face()
        self._dated: tuple[Provenance | None, str] = (None, "")
        self._has_source = False
        self._is_prepared = False
        self._is_revealed = False
        self._question = CardText(theme, pictures, FontRole.QUESTION)
        self._picture = PictureView(theme, pictures)
        self._choice = ChoiceView(theme, icons, pictures)
        self._typed = TypedView(theme, icons, pictures)
        self._sound = SoundRow(theme, icons, pictures)
        self._divider = Divider(theme)
        self._answer = CardText(theme, pictures, FontRole.ANSWER)
        self._explanation = CardText(theme, pictures, FontRole.CARD_TEXT)
        self._source = SourceLine(theme, icons, pictures)
        self._lay_out()

    def prepare_answer(self) -> None:
        """Lay the answer out, unseen, if that is still to do."""
        if self._is_prepared:
            return
        self._is_prepared = True
        face, room = self._face, self.room()
        if not face.fills_gap:
            self._answer.set_content(Content(face.answer.html, face.css), room)
        self._explanation.set_content(Content(face.explanation, face.css), room)
        self._has_source = self._source.show_provenance(*self._dated)
        self._choice.prepare_reasons()
        self._set_distances()

    def place_card(self, *, keep_top: bool) -> None:
        """As above; before the top is chosen, the room that the answer needs is found."""
        if not keep_top:
            self._find_room()
        super().place_card(keep_top=keep_top)

    def _find_room(self) -> None:
        """Choose the distances, and how high a picture is, so that no part needs scrolling to."""
        self._choice.fit(self.room())
        question = self._question.fits(self.room()) + self._theme.px(_ABOVE_PICTURE)
        self._picture.set_highest(self.visible_height() - question)
        height = ENDLESS
        if not self._is_prepared:
            growth = self._rough_growth()
            height = self._fitted_height(lambda: self._rough_height(growth))
        if height > self.highest():
            self.prepare_answer()
            height = self._fitted_height(self._answered_height)
        if height > self.highest():
            self._picture.lower_by(height - self.highest())
            height = self._answered_height()
        self.foresee(height)

    def _fitted_height(self, height: Callable[[], int]) -> int:
        """Take as much of the distances as makes that height fit, and return what it is then."""
        self.parts.set_share(1.0)
        loose, highest = height(), self.highest()
        if loose <= highest:
            return loose
        self.parts.set_share(_LEAST_SHARE)
        tight = height()
        if tight >= highest:
            return tight
        kept = (highest - tight) / (loose - tight)
        self.parts.set_share(_LEAST_SHARE + (1 - _LEAST_SHARE) * kept)
        return min(height(), highest)  # rounding may leave a pixel or two too much

    def _rough_growth(self) -> int:
        """What the texts of the answer add, perhaps a little more, told without laying them out."""
        texts = answer_height(self._face, self._dated[0], self._theme, self.room())
        return texts + self._choice.rough_growth()

    def _rough_height(self, growth: int) -> int:
        """The height with the answer, whose distances are those of most answers."""
        distances = _ABOVE_LINE + 1 + _BELOW_LINE + _BELOW_ANSWER + _ABOVE_SOURCE
        if self._face.options and not self._face.explanation:
            distances = _BELOW_OPTIONS
        return self.card_height() + growth + round(self._theme.px(distances) * self.parts.share)

    def _answered_height(self) -> int:
        """The height with all that shows once the answer does."""
        if self._is_revealed:
            return self.card_height()
        always = (self._question, self._picture, self._sound)
        shown = {part for part in always if not part.isHidden()} | set(self._answer_parts())
        shown |= self._choice.explained_parts() | self._typed.compared_parts()
        shown |= {self._divider} if self._needs_line() else set()
        filled = added_height(self._face, self._theme, self.room())
        return self.card_height(shown.__contains__) + filled

    def _show_answer_parts(self) -> None:
        shown = self._answer_parts()
        for part in (self._answer, self._explanation, self._source):
            part.setVisible(part in shown)
        self._divider.setVisible(self._needs_line())

    def _answer_parts(self) -> list[QWidget]:
        """What shows below the question and what was entered, from top to bottom."""
        face = self._face
        shows = {
            self._answer: bool(face.answer.html) and not face.fills_gap,
            self._explanation: bool(face.explanation),
            self._source: self._has_source,
        }
        return [part for part, shown in shows.items() if shown]

    def _needs_line(self) -> bool:
        """Explained options are the answer: the source alone stands below without a line."""
        shown = self._answer_parts()
        return bool(shown) and not (self._face.options and shown == [self._source])

    def _set_distances(self) -> None:
        below = {self._explanation: _BELOW_ANSWER, self._source: _ABOVE_SOURCE}
        first = _BELOW_LINE if self._needs_line() else _BELOW_OPTIONS
        for place, part in enumerate(self._answer_parts()):
            self.parts.set_gap(part, below[part] if place else first)

    def _lay_out(self) -> None:
        self._question.setAccessibleName(self.tr("Question"))
        self._answer.setAccessibleName(self.tr("Answer"))
        self._explanation.setAccessibleName(self.tr("Explanation"))
        plain, choice, typed = None, self._choice.parts, self._typed.parts
        distances: tuple[tuple[QWidget, int, Parts | None], ...] = (
            (self._question, 0, plain),
            (self._picture, _ABOVE_PICTURE, plain),
            (self._choice, _ABOVE_INPUT, choice),
            (self._typed, _ABOVE_INPUT, typed),
            (self._sound, 16, plain),
            (self._divider, _ABOVE_LINE, plain),
            (self._answer, _BELOW_LINE, plain),
            (self._explanation, _BELOW_ANSWER, plain),
            (self._source, _ABOVE_SOURCE, plain),
        )
        for part, distance, inner in distances:
            part.setParent(self.content)
            part.hide()
            self.parts.add(part, distance, inner)
        self._choice.come_after(self._question)
