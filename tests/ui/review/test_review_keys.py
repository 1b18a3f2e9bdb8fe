"""A review by keys alone: Space, the digits, and keys that come too early or too late."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from aws_flash.domain.card import Standing
from aws_flash.domain.review import Rating
from tests.ui.review.own_collection import TODAY
from tests.ui.review.sitting import Sitting, focused

SPACE = Qt.Key.Key_Space


def test_space_shows_the_answer_and_then_means_knew_it(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    assert sitting.shows("Question 1?")
    assert not sitting.shows("Answer 1")
    sitting.press(SPACE)
    assert sitting.shows("Answer 1")
    sitting.press(SPACE)
    assert sitting.shows("Question 2?")
    assert sitting.ratings() == [Rating.KNEW]


@pytest.mark.parametrize(
    ("key", "rating"),
    [("1", Rating.MISSED), ("2", Rating.KNEW), ("3", Rating.KNEW), ("4", Rating.KNEW)],
)
def test_digits_rate(sitting: Sitting, key: str, rating: Rating) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE, key)
    assert sitting.ratings() == [rating]


def test_nothing_is_rated_before_the_answer_shows(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press("1", "2", Qt.Key.Key_Return)
    assert sitting.shows("Question 1?")
    assert sitting.ratings() == []


def test_a_rating_is_on_disk_when_the_next_card_shows(sitting: Sitting) -> None:
    first, _ = sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE)
    sitting.strike("2")
    assert sitting.shows("Answer 1")  # the old card stays until the answer is recorded
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    assert [review.rating for review in sitting.reviews(first)] == [Rating.KNEW]


@pytest.mark.parametrize("key", ["1", "2", SPACE])
def test_a_key_pressed_twice_at_once_answers_one_card(sitting: Sitting, key: Qt.Key | str) -> None:
    sitting.add_basic(3)
    sitting.begin()
    sitting.press(SPACE)
    sitting.strike(key)
    sitting.strike(key)  # while the first is being recorded
    sitting.wait_until_painted()
    assert len(sitting.ratings()) == 1
    assert sitting.shows("Question 2?")
    assert not sitting.shows("Answer 2")


def test_a_key_that_comes_before_the_next_card_is_painted_is_dropped(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE)
    sitting.flow.changed.connect(lambda _: sitting.strike(SPACE))  # it stands there, unpainted
    sitting.press("2")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    sitting.wait_until_painted()
    assert not sitting.shows("Answer 2")


def test_a_key_pressed_while_the_answer_is_being_painted_rates_nothing(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.strike(SPACE)
    sitting.strike(SPACE)
    sitting.wait_until_painted()
    assert sitting.shows("Answer 1")
    assert sitting.ratings() == []


def test_a_key_held_down_counts_once(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.press(SPACE)
    repeated = QKeyEvent(
        QEvent.Type.KeyPress, SPACE, Qt.KeyboardModifier.NoModifier, " ", autorep=True
    )
    QApplication.sendEvent(focused(), repeated)
    assert sitting.page.is_ready
    assert sitting.shows("Answer 1")


def test_the_time_from_question_to_rating_is_kept(sitting: Sitting) -> None:
    first, _ = sitting.add_basic(2)
    sitting.begin()
    sitting.watch.pass_by(3)
    sitting.press(SPACE)
    sitting.watch.pass_by(1.5)
    sitting.press("2")
    assert sitting.reviews(first)[0].took == 4500


def test_buttons_say_where_the_card_goes_and_when(sitting: Sitting) -> None:
    sitting.add_basic(1, Standing(box=2, rest=3, due=TODAY))
    sitting.begin()
    sitting.press(SPACE)
    assert sitting.button("Missed").accessibleName() == "Missed, box 2 to 1, again today"
    assert sitting.button("Knew it").accessibleName().startswith("Knew it, box 2 to 3, ")


def test_buttons_rate_by_the_mouse(sitting: Sitting) -> None:
    sitting.add_basic(2)
    sitting.begin()
    sitting.click("Show answer")
    sitting.wait_until_painted()
    sitting.click("Missed")
    sitting.qtbot.waitUntil(lambda: sitting.shows("Question 2?"))
    assert sitting.ratings() == [Rating.MISSED]


def test_the_head_says_where_the_card_lies_and_how_far_the_session_is(sitting: Sitting) -> None:
    sitting.add_basic(3)
    sitting.begin()
    sitting.press(SPACE, "2")
    assert sitting.shows("2 of 3")
    assert sitting.shows("Identity federation \u203a STS calls")
    assert not sitting.shows("AWS \u203a")
