"""Studying in the window: answers are safe at once, Today follows, everything can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from aws_flash.domain.review import Rating
from aws_flash.ui.review.page import ReviewPage
from tests.ui.main_window.program import CTRL, Program

SPACE, ESC, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return


def test_an_answer_is_on_disk_when_the_next_card_shows(program: Program) -> None:
    program.press(SPACE, SPACE)
    page = program.frame.page
    assert isinstance(page, ReviewPage)
    on_disk: list[int] = []
    page.question_shown.connect(lambda: on_disk.append(len(program.reviews())))
    program.press("2", SPACE, "1")
    assert on_disk == [1, 2]
    assert [one.rating for one in program.reviews()] == [Rating.KNEW, Rating.MISSED]


def test_esc_leads_back_to_today_whose_numbers_have_followed(program: Program) -> None:
    program.press(SPACE, SPACE, "2", SPACE, "2", ESC)
    program.wait_for("8 new cards")
    assert program.due("AWS Security notes") == 8
    assert program.shows("Box 2: 2 cards")
    assert program.focused() is program.button("Start review")


def test_ctrl_z_on_today_takes_an_answer_back_and_ctrl_shift_z_gives_it_again(
    program: Program,
) -> None:
    program.press(SPACE, SPACE, "2", ESC)
    program.wait_for("9 new cards")
    program.undo()
    program.wait_for_toast("Undone: answer")
    program.wait_for("10 new cards")
    assert program.reviews() == []
    program.redo()
    program.wait_for_toast("Done again: answer")
    program.wait_for("9 new cards")
    assert len(program.reviews()) == 1


def test_ctrl_z_without_anything_done_says_so(program: Program) -> None:
    program.undo()
    program.wait_for_toast("Nothing to undo")
    program.redo()
    program.wait_for_toast("Nothing to redo")


def test_quick_undos_say_the_newest_only(program: Program) -> None:
    program.press(SPACE, SPACE, "2", SPACE, "2", ESC)
    program.undo()
    program.undo()
    program.undo()
    assert program.toast == "Nothing to undo"


def test_the_sidebar_makes_room_for_a_review_and_comes_back(program: Program) -> None:
    width = program.tree.width()
    program.press(SPACE)
    assert not program.tree.isVisible()
    program.press(ESC)
    assert program.tree.isVisible()
    assert program.tree.width() == width


def test_ctrl_1_leaves_a_review(program: Program) -> None:
    program.press(SPACE, SPACE, "2")
    program.press("1", held=CTRL)
    program.wait_for("9 new cards")


def test_ctrl_comma_leaves_a_review_so_that_no_key_rates_a_hidden_card(program: Program) -> None:
    program.press(SPACE, SPACE, "2", SPACE)
    program.press(",", held=CTRL)
    program.wait_for("Minutes a day")
    program.press(SPACE, "2", "1", SPACE)
    assert len(program.reviews()) == 1
    program.press("1", held=CTRL)
    program.wait_for("9 new cards")


def test_a_review_to_its_end_says_how_it_went(program: Program) -> None:
    program.press(SPACE)
    while program.asked is not None:
        program.rate("2")
    assert program.shows("10 cards")
    program.press(ENTER)
    program.wait_for("Done for today.")
    assert len(program.reviews()) == 10


def test_a_topic_is_reviewed_by_enter(program: Program) -> None:
    program.stand_on("Federation")
    program.press(ENTER)
    program.wait_for("Federation")
    assert program.shows("1 of ")
    program.press(ESC)
    program.wait_for("10 new cards")


def test_keys_typed_ahead_are_not_taken_for_a_card_that_was_not_seen(program: Program) -> None:
    program.press(SPACE, SPACE)
    for _ in range(5):
        program.qtbot.keyClick(program.focused(), Qt.Key.Key_2)
    program.let_settle()
    assert len(program.reviews()) == 1


def test_space_pressed_again_before_the_first_card_shows_begins_one_session(
    program: Program,
) -> None:
    for _ in range(4):
        program.qtbot.keyClick(program.focused(), SPACE)
    shown: list[None] = []
    program.let_settle()
    page = program.frame.page
    assert isinstance(page, ReviewPage)
    page.question_shown.connect(lambda: shown.append(None))
    program.let_settle()
    assert shown == []
    assert program.shows("1 of 10")
    assert not page._asking.is_revealed


def test_the_first_card_is_as_high_as_its_text_whatever_the_window_was_before(
    program: Program,
) -> None:
    program.frame.resize(1200, 780)
    heights = []
    for _ in range(2):
        program.press(SPACE)
        heights.append(program.focused().height())
        program.press(ESC)
    assert heights[0] == heights[1]
