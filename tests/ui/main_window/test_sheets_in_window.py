"""The ? sheet and About: found, read, scrolled and closed by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from aws_flash import __version__
from aws_flash.ui.actions import ACTIONS, key_text
from tests.ui.main_window.program import CTRL, Program

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape


def test_the_sheet_of_keys_lists_every_key_of_the_table(program: Program) -> None:
    program.press("?")
    program.wait_for("On a choice card, letters and digits pick an option")
    rows = [text for text in program.texts() if ": " in text]
    for action in ACTIONS.values():
        keys = " ".join(key_text(key) for key in action.keys)
        assert not keys or f"{action.label}: {keys}" in rows


@pytest.mark.parametrize("close", [ESC, SPACE, Qt.Key.Key_Return])
def test_the_sheet_of_keys_closes_and_the_review_goes_on(program: Program, close: Qt.Key) -> None:
    program.press(SPACE)
    program.press("?")
    assert program.sheet() is not None
    program.press(close)
    assert program.sheet() is None
    program.press(SPACE, "2")
    assert len(program.reviews()) == 1


def test_a_sheet_open_already_does_not_open_twice(program: Program) -> None:
    program.press("?")
    first = program.sheet()
    program.press("?")
    program.press("N", held=CTRL)
    assert program.sheet() is first


def test_about_names_version_licences_and_what_it_is_not(program: Program) -> None:
    program.choose("About aws-flash")
    program.wait_for(f"Version {__version__}")
    assert program.shows("not affiliated with or endorsed by Amazon Web Services")
    assert program.shows("MIT licence")
    licences = next(text for text in program.texts() if "SQLAlchemy" in text)
    assert all(part in licences for part in ("Qt", "Inter", "Lucide", "nh3"))


def test_the_menu_names_what_there_is_with_its_keys(program: Program) -> None:
    program.click("More")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {one.text(): one.shortcut().toString() for one in menu.actions() if one.text()}
    menu.close()
    assert entries["New card"] == "Ctrl+N"
    assert entries["Keys"] == "?"
    assert {"Back up now", "Restore…", "Settings", "About aws-flash", "Quit"} <= set(entries)
    assert (entries["Import…"], entries["Export…"]) == ("Ctrl+I", "Ctrl+E")
    assert not {"Browse", "Progress"} & set(entries)


def test_a_sheet_gives_the_focus_to_the_page_that_came_below_it(program: Program) -> None:
    program.press("?")
    program.window.show_settings()
    program.press(ESC)
    page = program.frame.page
    assert page is not None
    assert page.isAncestorOf(program.focused()) or program.focused() is page
