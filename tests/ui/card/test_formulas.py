"""Formulas in the text of a card: drawn in its line, in its colour, and copied as their source."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from aws_flash.domain.face import Face, Side
from aws_flash.domain.formula import Formula
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.formula_drawing import Drawing
from aws_flash.ui.card.formulas import Formulas
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Mode
from tests.ui.card.cards import question_of
from tests.ui.card.conftest import delete
from tests.ui.card.pixels import painted, shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from aws_flash.ui.card.card_face import CardFace
    from aws_flash.ui.theme.theme import Theme

    Make = Callable[[Formulas], CardText]

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 -80 100 100">'
    '<rect x="0" y="-80" width="100" height="100" fill="black" /></svg>'
)

RED, BLUE = "#7a0019", "#00197a"


def square(_formula: Formula) -> Drawing:
    """A drawing one letter wide, of which a fifth lies below the base line."""
    return Drawing(SQUARE, 1.0, 0.8, 0.2)


def show(text: CardText, html: str) -> CardText:
    text.set_content(Content(html), text.width())
    text.resize(text.width(), text.fits(text.width()))
    return text


@pytest.fixture
def text_with(theme: Theme) -> Iterator[Make]:
    made: list[CardText] = []

    def make(formulas: Formulas) -> CardText:
        made.append(CardText(theme, Pictures(lambda _: None, formulas), FontRole.CARD_TEXT))
        made[-1].resize(500, 300)
        made[-1].show()
        return made[-1]

    yield make
    for text in made:
        delete(text)


def rows(image: QImage, color: str) -> list[int]:
    """The rows of an image in which that colour is."""
    wanted = QColor(color).rgb()
    return [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) == wanted for x in range(image.width()))
    ]


def test_a_formula_takes_the_place_of_its_source(text_with: Make, qtbot: QtBot) -> None:
    text = show(text_with(Formulas()), r"a \(x^2\) b")
    qtbot.waitUntil(lambda: "\\" not in text.toPlainText())
    assert text.toPlainText() == "a \ufffc b"
    assert text.spoken() == "a x^2 b"


def test_where_nothing_draws_the_source_can_be_read(text_with: Make) -> None:
    text = show(text_with(Formulas(lambda _: None)), r"a \(x &lt; y\) b")
    assert text.toPlainText() == r"a \(x < y\) b"


def test_a_formula_stands_on_the_line_in_the_colour_of_its_words(text_with: Make) -> None:
    words = f'<span style="color: {BLUE}">HHH</span>'
    image = painted(show(text_with(Formulas(square)), rf'{words}<span style="color: {RED}">\(x\)'))
    inked, foot = rows(image, RED), max(rows(image, BLUE))
    height = len(inked)
    assert height == pytest.approx(16 * 1.1, abs=2)
    assert max(inked) - foot == pytest.approx(height * 0.2, abs=2)


def test_formulas_follow_the_look_and_the_size_of_text(text_with: Make, theme: Theme) -> None:
    text = show(text_with(Formulas(square)), r"a \(x\)")
    theme.set_mode(Mode.DARK)
    assert shows(painted(text), theme.color("ink").name())
    before = len(rows(painted(text), theme.color("ink").name()))
    theme.set_scale(2.0)
    text.resize(500, text.fits(500))
    assert len(rows(painted(text), theme.color("ink").name())) > 1.5 * before


@pytest.mark.parametrize(
    "html", [r"a \[x\] b", r"a<br>\[x\]<br>b", "<p>a</p>[$$]x[/$$]<p>b</p>", r"<div>a\[x\]b</div>"]
)
def test_a_displayed_formula_has_a_line_of_its_own(text_with: Make, html: str) -> None:
    text = show(text_with(Formulas(square)), html)
    assert text.toPlainText() == "a\n\ufffc\nb"


def test_a_displayed_formula_in_a_list_begins_no_new_item(text_with: Make) -> None:
    text = show(text_with(Formulas(square)), r"<ul><li>a \[x\] b</li><li>c</li></ul>")
    blocks, block = [], text.document().begin()
    while block.isValid():
        blocks.append((block.text(), block.textList() is not None))
        block = block.next()
    assert blocks == [("a", True), ("\ufffc", False), ("b", False), ("c", True)]


def test_a_wide_formula_is_drawn_smaller(text_with: Make) -> None:
    text = show(text_with(Formulas(lambda _: Drawing(SQUARE, 40.0, 0.8, 0.2))), r"\[x\]")
    assert text.document().size().width() <= 501


def test_the_source_is_copied(text_with: Make) -> None:
    text = show(text_with(Formulas(square)), r"a \(x\) and \[y\]")
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.text().split() == ["a", "x", "and", "y"]
    assert text.toPlainText() == "a \ufffc and\n\ufffc"  # on the card nothing has changed


def test_a_slow_formula_shows_its_source_first(text_with: Make, qtbot: QtBot) -> None:
    drawable = Event()

    def draw(formula: Formula) -> Drawing:
        drawable.wait(10)
        return square(formula)

    formulas = Formulas(draw)
    text = show(text_with(formulas), r"a \(x\)")
    assert text.toPlainText() == r"a \(x\)"
    with qtbot.waitSignal(formulas.drawn):
        drawable.set()
    assert text.toPlainText() == "a \ufffc"


def test_each_formula_is_drawn_once(text_with: Make) -> None:
    asked: list[str] = []

    def draw(formula: Formula) -> Drawing:
        asked.append(formula.tex)
        return square(formula)

    text = text_with(Formulas(draw))
    show(text, r"\(x\) \(x\) \(y\)")
    show(text, r"\(y\) \(x\)")
    assert asked == ["x", "y"]


def test_a_card_grows_with_its_formulas(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(Face(question=Side(r"\(\frac{\frac{1}{2}}{\frac{3}{4}}\)")))
    question = question_of(view)
    qtbot.waitUntil(lambda: "\\" not in question.toPlainText())
    assert question.height() >= question.fits(question.width()) - 1
