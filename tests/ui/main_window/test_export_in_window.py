"""Cards exported through the window: what, how, and never over a file without asking."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.ui.main_window.program import CTRL, Program

ENTER = Qt.Key.Key_Return


@pytest.fixture
def asked(program: Program) -> Program:
    """The sheet to export, with all that would leave looked at."""
    program.press("E", held=CTRL)
    program.wait_for(" topics.")
    return program


def choose(program: Program, name: str, begins: str) -> None:
    sheet = program.sheet()
    assert sheet is not None
    boxes = sheet.findChildren(QComboBox)
    box = next(one for one in boxes if one.accessibleName() == name)
    box.setCurrentIndex(
        next(at for at in range(box.count()) if box.itemText(at).startswith(begins))
    )
    program.let_settle()


def test_a_topic_is_exported_as_a_table(asked: Program, tmp_path: Path) -> None:
    choose(asked, "What", "Shared responsibility")
    choose(asked, "Format", "CSV")
    asked.wait_for("What this format")
    asked.save_as("Save…", tmp_path / "shared.csv")
    asked.qtbot.waitUntil(lambda: asked.toast.startswith("Exported"))
    with (tmp_path / "shared.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) > 2
    assert asked.toast.endswith("to shared.csv")


def test_what_the_format_cannot_hold_is_said_first(asked: Program) -> None:
    choose(asked, "Format", "CSV")
    asked.wait_for("What this format cannot hold:")
    choose(asked, "Format", "aws-flash deck")
    asked.qtbot.waitUntil(lambda: not asked.shows("What this format cannot hold:"))


def test_a_name_without_an_ending_gets_that_of_the_format(asked: Program, tmp_path: Path) -> None:
    choose(asked, "Format", "CSV")
    asked.wait_for("What this format")
    asked.save_as("Save…", tmp_path / "all")
    asked.qtbot.waitUntil(lambda: asked.toast.endswith("to all.csv"))
    assert (tmp_path / "all.csv").exists()


def test_a_file_that_is_there_goes_only_after_asking(asked: Program, tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    file.write_text("mine")
    choose(asked, "Format", "CSV")
    asked.wait_for("What this format")
    asked.save_as("Save…", file)
    asked.wait_for("Replace “all.csv”?")
    asked.press(ENTER)  # the focus is on what changes nothing
    asked.let_settle()
    assert file.read_text() == "mine"


def test_it_is_replaced_where_the_user_says_so(asked: Program, tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    file.write_text("mine")
    choose(asked, "Format", "CSV")
    asked.wait_for("What this format")
    asked.save_as("Save…", file)
    asked.wait_for("Replace “all.csv”?")
    asked.click("Replace")
    asked.qtbot.waitUntil(lambda: asked.toast.startswith("Exported"))
    assert file.read_text() != "mine"


def test_the_topic_in_scope_is_offered_first(program: Program) -> None:
    program.click_topic("Managed services")
    program.press("E", held=CTRL)
    program.wait_for(" in 1 topic.")


def test_escape_closes_and_nothing_was_written(asked: Program, tmp_path: Path) -> None:
    asked.press(Qt.Key.Key_Escape)
    assert asked.sheet() is None
    asked.let_settle()
