"""The walk of a fact that changed: studied, changed by an edition, seen, and due within a week."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aws_flash.application.services import ProfileAccess
from aws_flash.domain.card import Card
from aws_flash.domain.days import day_number
from aws_flash.domain.review import Rating
from aws_flash.domain.settings import Settings
from aws_flash.storage.tables import Tables
from aws_flash.ui.theme.theme import Theme
from bench.older_deck import SAML, SESSION, TOKENS, write_older_deck
from tests.ui.main_window.program import DECK, Program, Wall, access_to

ENTER = Qt.Key.Key_Return
CHANGED = (SESSION, TOKENS, SAML)
Opening = Callable[[Path], Program]


@pytest.fixture
def opening(
    qtbot: QtBot, theme: Theme, tmp_path: Path, wall: Wall, request: pytest.FixtureRequest
) -> Opening:
    """Starts the program over one profile with the deck in a folder."""

    def start(deck: Path) -> Program:
        folder = tmp_path / "profile"
        program = Program(qtbot, theme, folder, wall, lambda: access_to(folder, wall, deck))
        request.addfinalizer(program.close)
        return program

    return start


def cards(program: Program) -> list[Card]:
    """The cards of the notes that change."""

    def body(tables: Tables) -> list[Card]:
        return tables.cards.of_notes(tables.notes.ids_by_guid(CHANGED).values())

    return program.read(body)


def study_all(access: ProfileAccess) -> None:
    """Know every card that comes on this day."""
    study = access.services().study
    turn = study.begin()
    while turn.asked is not None:
        turn = study.answer(turn, Rating.KNEW, 2_000).value


def test_a_fact_that_changed(opening: Opening, tmp_path: Path, wall: Wall) -> None:
    old = write_older_deck(tmp_path / "older")
    access = access_to(tmp_path / "profile", wall, old)
    access.services().options.change(Settings(new_a_day=400, minutes_a_day=600))
    for days in (1, 3, 7):
        study_all(access)
        wall.pass_by(days=days)
    access.close()

    program = opening(DECK)
    program.wait_for("3 AWS facts changed.")
    boxes = [card.standing.box for card in cards(program)]
    assert max(boxes) == 3
    program.click("See what changed")
    for place in ("1 of 3", "2 of 3", "3 of 3"):
        program.wait_for(place)
        assert program.shows("Your progress is kept. The card is due within a week.")
        program.press(ENTER)
    program.wait_for("Start review")
    assert not program.shows("See what changed")

    program.undo()
    program.wait_for("1 AWS fact changed.")
    program.redo()
    program.qtbot.waitUntil(lambda: not program.shows("1 AWS fact changed."))
    week = day_number(wall.local().date()) + 7
    assert [card.standing.box for card in cards(program)] == boxes
    assert max(card.standing.due or 0 for card in cards(program)) <= week
    assert program.bugs == []
    program.close()

    again = opening(DECK)
    again.wait_for("Start review")
    again.let_settle()
    assert not again.shows("AWS fact")
