"""What else can be done to a card in a review, and what happens when it cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from aws_flash.domain.errors import Gone
from aws_flash.domain.kind import BASIC
from tests.ui.review.own_collection import TODAY
from tests.ui.review.sitting import Sitting

SPACE = Qt.Key.Key_Space


def test_f_flags_and_the_answer_stays_on_screen(sitting: Sitting) -> None:
    first, *_ = sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE)
    sitting.strike("F")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Flagged: take the flag away (F)"))
    assert sitting.card(first).flag
    assert sitting.shows("Answer 1")
    sitting.press("F")
    sitting.qtbot.waitUntil(lambda: not sitting.shows("Flagged"))
    assert not sitting.card(first).flag


def test_a_flag_set_by_the_mouse_leaves_space_to_the_card(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.click("Flag")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Flagged"))
    sitting.wait_until_painted()
    sitting.press(SPACE)
    assert sitting.shows("Answer 1")


def test_s_skips_for_today_and_says_so(sitting: Sitting) -> None:
    first, *_ = sitting.add_basic(2)
    sitting.begin()
    sitting.press("S")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    assert sitting.card(first).skipped_until == TODAY + 1
    assert sitting.said == [("Skipped for today", True)]
    sitting.press("U")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 1?"))


def test_at_suspends(sitting: Sitting) -> None:
    first, *_ = sitting.add_basic(2)
    sitting.begin()
    sitting.press("@")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    assert sitting.card(first).suspended
    assert sitting.said == [("Suspended", True)]


def test_the_menu_names_its_keys_and_offers_no_sound_to_a_silent_card(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    menu = sitting.page.findChild(QMenu)
    assert menu is not None
    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert shown == ["Skip for today\tS", "Suspend\t@"]


def test_a_card_with_sound_can_play_it_again(sitting: Sitting) -> None:
    sitting.add(BASIC, "Listen [sound:a.mp3]", "Well?")
    sitting.begin()
    menu = sitting.page.findChild(QMenu)
    assert menu is not None
    assert "Replay sound\tR" in [one.text() for one in menu.actions() if one.isVisible()]


def test_question_mark_asks_for_the_keys(sitting: Sitting) -> None:
    sitting.add_basic(1)
    sitting.begin()
    with sitting.qtbot.waitSignal(sitting.flow.keys_wanted):
        sitting.strike("?")


def test_escape_leaves_and_keeps_what_was_answered(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE, "2")
    with sitting.qtbot.waitSignal(sitting.flow.left):
        sitting.strike(Qt.Key.Key_Escape)
    assert not sitting.flow.is_open
    assert len(sitting.ratings()) == 1


def test_leaving_while_an_answer_is_recorded_loses_nothing(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE)
    with sitting.qtbot.waitSignal(sitting.flow.changed):
        sitting.strike("2")
        sitting.strike(Qt.Key.Key_Escape)
    assert len(sitting.ratings()) == 1
    assert not sitting.flow.is_open
    sitting.begin()
    assert sitting.shows("Question 2?")


def test_a_card_deleted_meanwhile_is_told_and_passed_over(sitting: Sitting) -> None:
    first, *_ = sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE)
    sitting.services.authoring.delete_cards([first])
    sitting.strike("2")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    assert [type(error) for error in sitting.failures] == [Gone]
    assert sitting.ratings() == []


def test_each_change_is_told_once_with_its_step(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    told: list[str] = []
    sitting.flow.changed.connect(lambda done: told.append(done.step.action.value))
    sitting.press(SPACE, "2", "F")
    sitting.qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["answer", "flag"]


def test_a_session_over_a_branch_asks_only_that(sitting: Sitting) -> None:
    sitting.add_basic(1)
    other = sitting.services.topics.add("Elsewhere").value
    with sitting.qtbot.waitSignal(sitting.flow.began):
        sitting.flow.begin(other)
    assert sitting.is_over()
    assert sitting.shows("Nothing is due here today.")
