"""Days that pass: while the window is open, overnight, and while the user was away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from aws_flash.domain.review import Rating
from aws_flash.domain.settings import Settings
from aws_flash.ui.main_window import overview_flow
from tests.ui.main_window.program import Program, Start, Wall, access_to

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def watchful(monkeypatch: pytest.MonkeyPatch, start: Start) -> Program:
    """The program, looking at the clock every hundredth of a second."""
    monkeypatch.setattr(overview_flow, "LOOK_AT_CLOCK", 10)
    program = start()
    program.wait_for("10 new cards")
    program.let_settle()
    return program


def study(program: Program, cards: int) -> None:
    """Miss so many new cards, and go back to Today; they are due the next day."""
    program.press(SPACE)
    for _ in range(cards):
        program.press(SPACE, "1")
    program.press(ESC)


def test_today_changes_when_the_day_does(watchful: Program, wall: Wall) -> None:
    study(watchful, 3)
    watchful.wait_for("7 new cards")
    wall.moment = wall.moment.replace(hour=23, minute=59)
    watchful.let_settle()
    assert watchful.shows("7 new cards")
    wall.pass_by(hours=5)  # the day begins at four
    watchful.wait_for("3 to review, 10 new")


def test_each_day_that_the_window_is_open_has_its_backup(watchful: Program, wall: Wall) -> None:
    backups = watchful.folder / "backups"
    watchful.qtbot.waitUntil(lambda: len(list(backups.glob("*.db"))) == 1)
    wall.pass_by(days=1)
    watchful.qtbot.waitUntil(lambda: len(list(backups.glob("*.db"))) == 2)


def test_a_review_over_the_end_of_a_day_goes_on(watchful: Program, wall: Wall) -> None:
    watchful.press(SPACE, SPACE, "2", SPACE)
    wall.pass_by(days=1)
    watchful.press("2", SPACE, "2", ESC)
    watchful.wait_for("8 new cards")
    days = [one.day for one in watchful.reviews()]
    assert [day - days[0] for day in days] == [0, 1, 1]


@pytest.fixture
def away(profile: Path, wall: Wall, start: Start) -> Program:
    """The program after six days without an answer, with 60 cards due and 5 minutes a day."""
    access = access_to(profile, wall)
    services = access.services()
    services.options.change(replace(Settings(), new_a_day=60, minutes_a_day=600))
    turn = services.study.begin()
    while turn.asked is not None:
        turn = services.study.answer(turn, Rating.MISSED, 12_000).value
    services.options.change(replace(Settings(), minutes_a_day=5))
    access.close()
    wall.pass_by(days=7)
    program = start()
    program.let_settle()
    return program


def test_after_missed_days_there_is_no_pile_but_a_welcome(away: Program) -> None:
    away.wait_for("Welcome back.")
    assert away.shows("20 minutes clears this")
    assert not any("due" in text for text in away.texts())
    assert [away.button(f"{minutes} minutes").isVisible() for minutes in (10, 20, 40)]


def test_an_offer_is_taken_by_space_holds_and_can_be_undone(away: Program) -> None:
    away.press(SPACE)
    away.wait_for("Catching up: 20 minutes a day")
    away.let_settle()
    assert away.toast == "Changed the daily pace"
    away.undo()
    away.wait_for("Welcome back.")


def test_an_offer_taken_pauses_new_cards(away: Program) -> None:
    away.click("10 minutes")
    away.wait_for("Catching up: 10 minutes a day")
    assert away.shows("all to review")
    assert not away.shows("Welcome back.")
    away.press(SPACE)
    assert away.shows("1 of ")


def test_the_next_day_counts_from_four_in_the_morning(
    program: Program, start: Start, wall: Wall
) -> None:
    study(program, 2)
    program.close()
    wall.moment = wall.moment.replace(hour=3, minute=59)
    wall.pass_by(days=1)
    late = start()
    late.wait_for("8 new cards")
    late.close()
    wall.pass_by(minutes=1)
    start().wait_for("2 to review, 10 new")
