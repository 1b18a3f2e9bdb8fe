"""Facts that a new edition changed: each shown once, clashes settled, all of it taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aws_flash.domain.note import Note
from aws_flash.ui.theme.theme import Theme
from bench.older_deck import OLD_TEXTS, SAML, SESSION, write_older_deck
from tests.ui.main_window.program import Program, Wall, access_to

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return
MINE = "1 hour, as I learned it."


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A profile with an older edition of the deck; one of the texts that changed is edited."""
    folder = tmp_path / "older"
    access = access_to(folder, Wall(seed=5), write_older_deck(tmp_path / "older deck"))
    services = access.services()
    note_id = services.operations.read(lambda tables: tables.notes.ids_by_guid([SAML]))[SAML]
    services.authoring.edit(note_id, {"Answer": MINE})
    access.close()
    return folder


@pytest.fixture
def updated(qtbot: QtBot, theme: Theme, older: Path) -> Iterator[Program]:
    """The program, which found a newer edition of its deck at this start."""
    program = Program(qtbot, theme, older, Wall())
    program.wait_for("3 AWS facts changed.")
    yield program
    program.close()


def open_changes(program: Program) -> None:
    program.click("See what changed")
    program.wait_for("1 of 3")
    program.let_settle()


def answer(program: Program, guid: str) -> str:
    notes: list[Note] = program.read(lambda tables: list(tables.notes.every()))
    return next(note for note in notes if note.guid == guid).field("Answer")


def test_a_new_edition_is_said_on_today(updated: Program) -> None:
    assert updated.toast == "Updated the deck"
    assert updated.button("See what changed").isVisible()


def test_each_change_shows_once_and_then_comes_today(updated: Program) -> None:
    open_changes(updated)
    updated.click("Keep mine")
    updated.wait_for("2 of 3")
    updated.press(ENTER)
    updated.wait_for("3 of 3")
    updated.press(ENTER)
    updated.wait_for("Start review")
    updated.let_settle()
    assert not updated.shows("AWS fact changed")


def test_a_clash_comes_first_and_keeps_what_the_user_wrote(updated: Program) -> None:
    open_changes(updated)
    assert updated.shows("You and AWS changed this card")
    assert updated.shows(MINE)
    updated.click("Keep mine")
    updated.wait_for_toast("Kept your text")
    assert answer(updated, SAML) == MINE


def test_the_new_text_taken_and_taken_back(updated: Program) -> None:
    open_changes(updated)
    updated.click("Take the new text")
    updated.wait_for_toast("Took the new text")
    assert answer(updated, SAML).startswith("2 hours")
    updated.undo()
    updated.wait_for("1 of 3")
    assert answer(updated, SAML) == MINE
    assert updated.shows("You and AWS changed this card")


def test_escape_leaves_the_others_for_later(updated: Program) -> None:
    open_changes(updated)
    updated.click("Keep mine")
    updated.wait_for("2 of 3")
    updated.press(ESC)
    updated.wait_for("2 AWS facts changed.")


def test_the_update_taken_back_leaves_nothing_to_see(updated: Program) -> None:
    updated.undo()
    updated.wait_for_toast("Undone: updated the deck")
    updated.let_settle()
    assert not updated.shows("AWS facts changed")
    notes: list[Note] = updated.read(lambda tables: list(tables.notes.every()))
    text = next(note for note in notes if note.guid == SESSION).field("Text")
    assert text == OLD_TEXTS[SESSION]["Text"]


def test_the_update_taken_back_on_the_page_leads_to_today(updated: Program) -> None:
    open_changes(updated)
    updated.undo()
    updated.wait_for("Start review")
