"""A choice card by keys: picking, submitting, and what Space gives afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from aws_flash.domain.review import Rating
from tests.ui.review.sitting import Sitting

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def choice(sitting: Sitting) -> Sitting:
    """A card with one right option, A, and another card behind it."""
    sitting.add_choice(["Yes"], ["No", "Never", "Perhaps", "Later"])
    sitting.add_basic()
    sitting.begin()
    return sitting


def marked(sitting: Sitting) -> str:
    """The title of the rating that Space would give."""
    return next(
        one.text()
        for one in (sitting.button("Missed"), sitting.button("Knew it"))
        if one.accessibleDescription()
    )


@pytest.mark.parametrize("key", ["A", "1"])
def test_a_right_option_is_picked_submitted_and_known(choice: Sitting, key: str) -> None:
    choice.press(key, ENTER)
    assert choice.shows("Right, your pick")
    assert choice.shows("Yes, yes")
    assert marked(choice) == "Knew it"
    choice.press(ENTER)
    assert choice.ratings() == [Rating.KNEW]


@pytest.mark.parametrize("taken", [SPACE, ENTER])
def test_after_a_wrong_option_space_and_enter_mean_missed(choice: Sitting, taken: Qt.Key) -> None:
    choice.press("2", ENTER)
    assert choice.shows("Not right, your pick")
    assert marked(choice) == "Missed"
    choice.press(taken)
    assert choice.ratings() == [Rating.MISSED]


def test_the_other_key_overrides(choice: Sitting) -> None:
    choice.press("B", ENTER, "2")
    assert choice.ratings() == [Rating.KNEW]


def test_e_is_an_option_and_opens_no_editor(choice: Sitting) -> None:
    choice.press("E")
    assert choice.button("E: Later").isChecked()
    assert not choice.shows("Edit card\n")
    assert not choice.shows("Save")


def test_letters_without_an_option_do_nothing(choice: Sitting) -> None:
    choice.press("F", "8")
    assert not any(choice.button(name).isChecked() for name in ("A:", "B:", "C:", "D:", "E:"))
    assert not choice.shows("Flagged")


def test_enter_without_a_pick_submits_nothing(choice: Sitting) -> None:
    choice.press(ENTER)
    assert not choice.shows("Missed")
    assert choice.shows("Choose one.")


def test_space_without_a_pick_shows_the_answer_as_missed(choice: Sitting) -> None:
    choice.press(SPACE)
    assert choice.shows("Yes, yes")
    assert marked(choice) == "Missed"


def test_space_hands_in_what_is_picked(choice: Sitting) -> None:
    choice.press("A", SPACE)
    assert marked(choice) == "Knew it"


def test_half_of_the_right_options_is_wrong(sitting: Sitting) -> None:
    sitting.add_choice(["Yes", "Sure"], ["No"])
    sitting.begin()
    assert sitting.shows("Choose two.")
    sitting.press("A", "C", ENTER)
    assert marked(sitting) == "Missed"


def test_all_right_options_are_known(sitting: Sitting) -> None:
    sitting.add_choice(["Yes", "Sure"], ["No"])
    sitting.begin()
    sitting.press("B", "A", ENTER)
    assert marked(sitting) == "Knew it"


def test_after_submitting_letters_are_actions_again(choice: Sitting) -> None:
    choice.press("A", ENTER, "F")
    choice.qtbot.waitUntil(lambda: choice.shows("Flagged"))


def test_the_same_card_after_an_undo_keeps_the_order_of_its_options(sitting: Sitting) -> None:
    sitting.add_shuffled_choice()
    sitting.begin()
    before = [sitting.button(f"{letter}:").accessibleName() for letter in "ABC"]
    sitting.press(SPACE, "2", "U")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Submit"))
    assert [sitting.button(f"{letter}:").accessibleName() for letter in "ABC"] == before
