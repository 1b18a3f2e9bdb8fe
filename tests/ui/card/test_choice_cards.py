"""Choice cards: picked by click, key or method, handed in, and every option explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from aws_flash.domain.choice import Option
from aws_flash.domain.face import Face, Side
from aws_flash.domain.kind import Family
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.option_row import OptionRow
from aws_flash.ui.card.verdict import Outcome
from tests.ui.card.cards import ONE, TWO, choice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from aws_flash.ui.card.card_face import CardFace


def rows(view: CardFace) -> list[OptionRow]:
    return [row for row in view.findChildren(OptionRow) if row.isVisible()]


def outcomes(view: CardFace) -> list[Outcome]:
    return [row.outcome for row in rows(view)]


def test_one_right_option_is_picked_and_handed_in(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(ONE)
    assert not view.is_ready()
    view.pick(0)
    view.pick(1)
    assert view.is_ready()
    with qtbot.waitSignal(view.submitted) as submitted:
        view.submit()
    assert submitted.args == [True]
    assert outcomes(view) == [Outcome.WRONG_LEFT, Outcome.RIGHT_PICKED, Outcome.WRONG_LEFT]


def test_of_two_right_options_one_is_not_enough(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(TWO)
    view.pick(0)
    with qtbot.assertNotEmitted(view.submitted):
        view.submit()
    view.pick(2)
    with qtbot.waitSignal(view.submitted) as submitted:
        view.submit()
    assert submitted.args == [False]
    assert outcomes(view) == [Outcome.RIGHT_PICKED, Outcome.RIGHT_MISSED, Outcome.WRONG_PICKED]


def test_a_third_pick_drops_the_first_and_a_second_click_takes_it_back(view: CardFace) -> None:
    view.show_question(TWO)
    for index in (0, 1, 2):
        view.pick(index)
    assert [row.isChecked() for row in rows(view)] == [False, True, True]
    view.pick(2)
    assert [row.isChecked() for row in rows(view)] == [False, True, False]


def test_after_handing_in_nothing_is_picked_any_more(view: CardFace) -> None:
    view.show_question(ONE)
    view.pick(0)
    view.submit()
    view.pick(1)
    assert outcomes(view) == [Outcome.WRONG_PICKED, Outcome.RIGHT_MISSED, Outcome.WRONG_LEFT]


def test_every_option_says_what_it_was_and_why(view: CardFace) -> None:
    view.show_question(TWO)
    view.pick(0)
    view.pick(2)
    view.submit()
    names = [row.accessibleName() for row in rows(view)]
    assert names == [
        "A: one. Right, your pick",
        "B: two. Right. since",
        "C: three. Not right, your pick. but",
    ]


def test_an_option_without_a_reason_keeps_no_room_for_one(view: CardFace) -> None:
    for count in range(10, 18):  # with the outcome beside the words, and below them
        text = "word " * count
        options = (Option(text, "why", right=True), Option(text, "", right=False))
        view.show_question(Face(family=Family.CHOICE, options=options))
        view.reveal()
        heights = {row.spoken().endswith("why"): row.sizeHint().height() for row in rows(view)}
        assert heights[False] < heights[True], count


def test_a_seed_shuffles_and_fewer_options_leave_no_row_behind(view: CardFace) -> None:
    options = tuple(Option(str(number)) for number in range(5))
    orders = set()
    for seed in range(5):
        view.show_question(Face(question=Side("q"), options=options), seed=seed)
        orders.add(view.spoken_question())
    assert len(orders) > 1
    view.show_question(ONE)
    assert len(outcomes(view)) == 3


def test_tab_goes_from_the_question_over_the_options(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(ONE)
    reached = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.append(focused.accessibleName() if focused else "")
    assert reached == ["A: one", "B: two", "C: three"]


def test_options_are_picked_by_mouse_and_by_space(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(ONE)
    first, second, _ = rows(view)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(60, 24))
    assert first.isChecked()
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_a_click_on_the_words_of_an_option_picks_it(view: CardFace) -> None:
    view.show_question(ONE)
    row = rows(view)[0]
    words = row.findChildren(CardText)[0]
    over = row.childAt(words.geometry().center())
    assert over is None


def test_the_right_option_is_in_sight_once_the_options_are_explained(view: CardFace) -> None:
    view.resize(800, 300)
    wrong = [Option(f"wrong {number}", "since " * 40) for number in range(5)]
    view.show_question(choice(*wrong, Option("right", right=True)))
    view.reveal()
    row = QApplication.focusWidget()
    assert isinstance(row, OptionRow)
    assert row.outcome.is_right
    assert view.surface().contains(row.mapTo(view, row.rect().center()))
