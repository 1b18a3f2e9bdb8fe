"""The walk that the program is for: study today, come back tomorrow, and the right cards wait."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt

from aws_flash.domain.review import Rating
from tests.ui.main_window.program import Program, Start, Wall

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape


def go_through(program: Program) -> list[int]:
    """Know every card of a session, and return them in their order."""
    program.press(SPACE)
    cards = []
    while program.asked is not None:
        cards.append(program.rate("2"))
    program.press(ESC)
    return cards


def test_two_days(start: Start, tmp_path: Path, wall: Wall) -> None:
    first = start(tmp_path / "new")
    first.wait_for("10 new cards, about 4 minutes")
    first.press(SPACE)
    known, missed, slip = first.rate("2"), first.rate("1"), first.rate("1")
    first.undo()
    assert first.rate("2") == slip
    first.press(ESC)
    first.wait_for("7 new cards")
    first.close()

    wall.pass_by(days=1)
    second = start(tmp_path / "new")
    second.wait_for("11 cards today")
    assert second.shows("1 to review, 10 new")
    assert second.shows("Box 1: 1 card, 1 due")
    assert second.shows("Box 2: 2 cards, every 3 days")
    cards = go_through(second)
    assert missed in cards
    assert not {known, slip} & set(cards)
    assert len(cards) == 11
    second.wait_for("Done for today.")
    assert second.shows("2-day streak")
    second.close()

    wall.pass_by(days=2)
    third = start(tmp_path / "new")
    third.wait_for("2 to review, 10 new")
    assert {known, slip} <= set(go_through(third))
    third.close()
    ratings = [one.rating for one in third.reviews()]
    assert ratings.count(Rating.MISSED) == 1
    assert first.bugs + second.bugs + third.bugs == []


def test_what_today_promises_for_tomorrow_is_there_tomorrow(
    program: Program, start: Start, wall: Wall
) -> None:
    program.press(SPACE)
    for _ in range(4):
        program.rate("1")
    while program.asked is not None:
        program.rate("2")
    program.press(ESC)
    program.wait_for("tomorrow")
    promised = next(text for text in program.texts() if " tomorrow, " in text)
    program.close()
    wall.pass_by(days=1)
    again = start()
    again.wait_for("to review")
    waiting = next(text for text in again.texts() if " to review" in text)
    assert re.findall(r"(\d+) to review", waiting) == re.findall(r"^(\d+) card", promised)
