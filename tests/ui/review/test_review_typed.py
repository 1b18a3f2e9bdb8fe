"""A card whose answer is typed: the field has the keys, Enter submits, "I was right" overrides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from aws_flash.domain.review import Rating
from tests.ui.review.sitting import Sitting, focused

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def typed(sitting: Sitting) -> Sitting:
    """A card whose answer is AssumeRole, and another card behind it."""
    sitting.add_typed("AssumeRole")
    sitting.add_basic()
    sitting.begin()
    return sitting


def type_in(sitting: Sitting, text: str) -> None:
    sitting.qtbot.keyClicks(focused(), text)


def test_letters_digits_and_spaces_go_into_the_field(typed: Sitting) -> None:
    type_in(typed, "es f@ u1 2")
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text() == "es f@ u1 2"
    assert typed.ratings() == []
    assert not typed.shows("Missed")


def test_a_right_answer_is_known_by_the_next_enter(typed: Sitting) -> None:
    type_in(typed, "assume role")
    typed.press(ENTER)
    assert typed.shows("Knew it")
    assert typed.ratings() == []  # the Enter that submits does not rate
    typed.press(ENTER)
    assert typed.ratings() == [Rating.KNEW]


@pytest.mark.parametrize("key", [SPACE, ENTER])
def test_a_wrong_answer_is_missed_by_space_and_enter(typed: Sitting, key: Qt.Key) -> None:
    type_in(typed, "GetSessionToken")
    typed.press(ENTER)
    assert typed.shows("Not quite")
    typed.press(key)
    assert typed.ratings() == [Rating.MISSED]


def test_the_user_may_say_that_it_was_right(typed: Sitting) -> None:
    type_in(typed, "GetSessionToken")
    typed.press(ENTER)
    assert typed.shows("I was right")
    typed.press("2")
    assert typed.ratings() == [Rating.KNEW]


def test_i_was_right_can_be_clicked(typed: Sitting) -> None:
    type_in(typed, "GetSessionToken")
    typed.press(ENTER)
    typed.click("I was right")
    typed.qtbot.waitUntil(lambda: typed.shows("Question 1?"))
    assert typed.ratings() == [Rating.KNEW]


def test_enter_on_an_empty_field_gives_up(typed: Sitting) -> None:
    typed.press(ENTER)
    assert typed.shows("AssumeRole")
    assert typed.shows("Knew it")
    assert not typed.shows("I was right")
    typed.press(SPACE)
    assert typed.ratings() == [Rating.MISSED]


def test_escape_leaves_from_the_field(typed: Sitting) -> None:
    with typed.qtbot.waitSignal(typed.flow.left):
        typed.strike(Qt.Key.Key_Escape)


def test_the_field_has_the_focus_when_the_page_gets_it_back(typed: Sitting) -> None:
    typed.page.setFocus()
    assert isinstance(focused(), QLineEdit)


def test_the_mark_of_space_follows_the_focus(typed: Sitting) -> None:
    type_in(typed, "GetSessionToken")
    typed.press(ENTER)
    typed.button("I was right").setFocus()
    assert not typed.button("Missed").accessibleDescription()
    assert typed.button("I was right").accessibleDescription()
    typed.page.setFocus()
    typed.press(SPACE)
    assert typed.ratings() == [Rating.KNEW]
