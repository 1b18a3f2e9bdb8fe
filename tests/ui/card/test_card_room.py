"""Room for the answer: foreseen while the question shows, so that nothing moves or scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMargins, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from aws_flash.domain.choice import Option
from aws_flash.domain.face import Face, Side
from aws_flash.domain.kind import Family
from aws_flash.ui.card.option_row import OptionRow
from aws_flash.ui.card.parts import Parts
from tests.ui.card.cards import BASIC, CHECKED, GAP, TYPED, choice, question_of
from tests.ui.card.pixels import painted

if TYPE_CHECKING:
    from aws_flash.ui.card.card_face import CardFace
    from aws_flash.ui.theme.theme import Theme

REVIEW = (1200, 624)  # what a window of 1200 x 780 leaves to a card
SCENARIO = "Your company moves its payroll to AWS and asks you who may read it. " * 4
REASON = "A role is taken for a while, and a user keeps a key until it is taken away."
LONG = Face(
    question=Side("A question of two or three lines, as they are on most cards of this deck? " * 2),
    answer=Side("An answer in one line"),
    explanation="And an explanation that needs some lines of its own to be told. " * 7,
)


def hidden(view: CardFace) -> int:
    scroll = view.findChild(QScrollArea)
    assert scroll is not None
    return scroll.verticalScrollBar().maximum()


def test_five_options_with_their_reasons_fit_below_sixty_words(view: CardFace) -> None:
    assert len(SCENARIO.split()) >= 56
    options = [Option(f"{REASON[:44]} {n}", REASON, right=n == 3) for n in range(5)]
    view.resize(*REVIEW)
    view.show_question(
        Face(family=Family.CHOICE, question=Side(SCENARIO), options=tuple(options)), CHECKED
    )
    view.pick(0)
    view.submit()
    assert hidden(view) == 0


@pytest.mark.parametrize("face", [BASIC, GAP, TYPED, LONG], ids=["basic", "gap", "typed", "long"])
@pytest.mark.parametrize("height", [500, 624, 900])
def test_a_card_begins_where_its_answer_has_room(view: CardFace, face: Face, height: int) -> None:
    view.resize(1200, height)
    view.show_question(face, CHECKED)
    before = question_of(view).mapTo(view, QPoint(0, 0))
    view.reveal()
    assert question_of(view).mapTo(view, QPoint(0, 0)) == before
    assert hidden(view) == 0


def test_an_answer_prepared_before_it_shows_stays_unseen(view: CardFace) -> None:
    view.resize(*REVIEW)
    view.show_question(LONG, CHECKED)
    before = painted(view)
    view.prepare_answer()
    assert painted(view) == before
    assert view.spoken_answer() == ""


def test_words_that_do_not_fit_beside_an_option_stand_below_it(view: CardFace) -> None:
    view.show_question(choice(Option("w" * 30, "r"), Option("w" * 40, "r", right=True)))
    view.reveal()
    short, long = (row.height() for row in view.findChildren(OptionRow) if row.isVisible())
    assert long > short


def test_the_bar_of_the_focus_stands_beside_the_right_option(view: CardFace, theme: Theme) -> None:
    view.show_question(choice(Option("wrong"), Option("right", right=True)))
    view.reveal()
    row = QApplication.focusWidget()
    assert row is not None
    middle = row.mapTo(view, row.rect().center())
    left = row.mapTo(view, QPoint(0, 0)).x()
    colors = {painted(view).pixelColor(x, middle.y()).name() for x in range(left - 24, left - 8)}
    assert theme.color("outline").name() in colors


def test_a_share_is_kept_of_distances_and_margins_alone(theme: Theme) -> None:
    holder = QWidget()
    parts = Parts(theme, margins=QMargins(0, 10, 0, 10))
    for _ in range(2):
        box = QWidget(holder)
        box.setMinimumHeight(30)
        parts.add(box, 20)
    boxes = parts.needed(100) - 40
    parts.set_share(0.5)
    assert parts.needed(100) == boxes + 20
    holder.deleteLater()
