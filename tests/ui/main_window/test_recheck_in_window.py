"""Facts past their shelf life: the line on Today, the list, and what becomes of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton

from aws_flash.domain.card import Card
from aws_flash.domain.note import Note
from aws_flash.storage.tables import Tables
from aws_flash.ui.card.card_text import CardText
from tests.ui.main_window.program import CTRL, Program

ESC, SPACE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def aging(program: Program) -> Program:
    """The program on Today, with three facts that were checked years ago."""
    age(program, 3)
    program.wait_for("3 facts were last checked long ago.")
    return program


def age(program: Program, number: int) -> None:
    """Say of so many facts that nobody checked them for years, and bring Today up to date."""

    def body(tables: Tables) -> None:
        notes = sorted(tables.notes.every(), key=lambda note: note.id)
        told = [note for note in notes if note.provenance is not None][:number]
        tables.notes.put_all(_checked(note, place) for place, note in enumerate(told))

    services = program.window._desk.services
    program.window._desk.tasks.run(lambda: services().operations.run_without_step(body))
    program.window._overviews.refresh()
    program.let_settle()


def _checked(note: Note, place: int) -> Note:
    assert note.provenance is not None
    checked_on = date(2022, 1, 1) + timedelta(days=place)
    return replace(note, provenance=replace(note.provenance, checked_on=checked_on))


def open_list(program: Program) -> None:
    program.click("Check them again")
    program.let_settle()


def checks(program: Program) -> list[date]:
    """The days of the checks that are not the deck's own, in order."""
    notes: list[Note] = program.read(lambda tables: list(tables.notes.every()))
    days = (note.provenance.checked_on for note in notes if note.provenance is not None)
    return sorted(day for day in days if day is not None and day.year == 2022)


def test_where_no_fact_aged_nothing_is_said(program: Program) -> None:
    assert not program.shows("checked long ago")


def test_still_true_by_keys_and_taken_back(aging: Program) -> None:
    open_list(aging)
    aging.press(SPACE)
    aging.wait_for_toast("Checked 1 fact again")
    assert checks(aging) == [date(2022, 1, 2), date(2022, 1, 3)]
    assert aging.shows("2 facts were last checked long ago.")
    aging.undo()
    aging.wait_for_toast("Undone: checked 1 fact again")
    assert aging.shows("3 facts were last checked long ago.")
    assert len(checks(aging)) == 3


def test_the_toast_s_button_brings_a_row_back(aging: Program) -> None:
    open_list(aging)
    aging.press(SPACE)
    aging.wait_for_toast("Checked 1 fact again")
    aging.click("Undo")
    aging.wait_for("3 facts were last checked long ago.")
    assert aging.frame.isAncestorOf(aging.focused())


def test_set_aside_all_that_is_chosen(aging: Program) -> None:
    open_list(aging)
    aging.press("A", held=CTRL)
    aging.wait_for("3 chosen")
    buttons = [one for one in aging.seen() if isinstance(one, QAbstractButton)]
    of_the_bar = [one for one in buttons if one.text() == "Set aside"][-1]
    aging.qtbot.mouseClick(of_the_bar, Qt.MouseButton.LeftButton)
    aging.wait_for_toast("Set 3 facts aside")
    aging.wait_for("All facts are fresh.")
    cards: list[Card] = aging.read(lambda tables: list(tables.cards.every()))
    assert len({card.note_id for card in cards if card.suspended}) == 3
    aging.press(ENTER)
    aging.wait_for("new cards")
    assert not aging.shows("checked long ago")


def test_an_edited_fact_counts_as_checked(aging: Program) -> None:
    open_list(aging)
    aging.click("Edit")
    aging.let_settle()
    aging.type("Asked anew? ")
    aging.press(ENTER, held=CTRL)
    aging.wait_for_toast("Edited the card")
    assert aging.sheet() is None
    assert len(checks(aging)) == 2
    aging.undo()
    aging.wait_for_toast("Undone: edited the card")
    assert len(checks(aging)) == 3


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_way_back_to_today(aging: Program, way: str) -> None:
    open_list(aging)
    if way == "key":
        aging.press(ESC)
    else:
        aging.click("Today")
    aging.wait_for("Start review")
    assert aging.focused() is aging.button("Start review")


def test_a_source_goes_to_the_browser_only_when_clicked(
    aging: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString())
    )
    open_list(aging)
    texts = [one for one in aging.seen() if isinstance(one, CardText)]
    source = next(one for one in texts if one.spoken().startswith("Checked 4 years ago"))
    source.setFocus()
    assert opened == []
    end = source.viewport().rect().topLeft()
    end.setX(source.natural_width() - 10)
    end.setY(8)
    aging.qtbot.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert [address.startswith("https://") for address in opened] == [True]


def test_the_answer_says_how_long_ago_its_fact_was_checked(program: Program) -> None:
    age(program, 1000)
    program.press(SPACE)
    assert program.asked is not None
    if program.asked.face.accepted:
        program.type("x")
    program.press(ENTER if program.asked.face.accepted else SPACE)
    assert program.shows("Checked 4 years ago")


def test_a_list_of_hundreds_goes_on_where_it_ends(program: Program) -> None:
    age(program, 1000)
    open_list(program)
    program.wait_for("Show 20 more")
    before = sum("years ago" in text for text in program.texts())
    program.click("Show 20 more")
    program.qtbot.waitUntil(
        lambda: sum("years ago" in text for text in program.texts()) == before + 20
    )
