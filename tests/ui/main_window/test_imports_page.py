"""The report of an import and the list of all: each taken back at any time, and that undone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from aws_flash.domain.bundle import Problem
from tests.ui.main_window.arriving import arrival, bundle, note
from tests.ui.main_window.program import CTRL, Program

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


def test_a_report_names_what_was_left_out_and_why(program: Program) -> None:
    faulty = bundle(note("n1", "Who?"), problems=(Problem("line 4", "there is no answer"),))
    program.window.transfer.arrivals.look_at(arrival(faulty, "words.csv"))
    program.wait_for("1 new · 1 left out")
    program.press(ENTER, held=CTRL)
    program.wait_for("1 part of the file was left out.")
    assert program.shows("Line 4")
    assert program.shows("There is no answer")


def test_an_import_is_taken_back_from_its_report(reported: Program) -> None:
    reported.click("Take back")
    reported.wait_for("“mine” was taken back")
    reported.wait_for_toast("Took back the import of mine")
    assert "My notes" not in reported.topics()


def test_taking_back_can_be_undone(reported: Program) -> None:
    reported.click("Take back")
    reported.wait_for("“mine” was taken back")
    reported.undo()
    reported.wait_for("Imported “mine”")
    reported.let_settle()
    assert "My notes" in reported.topics()


def test_a_report_leads_to_the_topic(reported: Program) -> None:
    reported.click("Show in tree")
    reported.wait_for("Start review")
    reported.let_settle()
    tree = reported.tree
    assert tree.currentIndex().data() == "My notes"


def test_all_imports_are_listed_with_date_and_counts(reported: Program) -> None:
    reported.click("All imports")
    reported.wait_for("Each can be taken back at any time.")
    assert reported.shows("mine")
    assert reported.shows("1 card added, 2 new topics")
    assert reported.shows("today 09:00 · aws-flash deck")


def test_from_the_list_too_and_it_says_when(reported: Program) -> None:
    reported.press(ESC)
    reported.choose("Imports")
    reported.wait_for("Imports")
    reported.click("Take back")
    reported.wait_for("taken back today 09:00")
    assert "Take back" not in reported.texts()
    reported.undo()
    reported.wait_for("Take back")


def test_the_list_leads_to_a_report_and_to_a_file(reported: Program) -> None:
    reported.click("All imports")
    reported.wait_for("Each can be taken back at any time.")
    reported.click("Report")
    reported.wait_for("Imported “mine”")
    reported.press(ESC)
    reported.wait_for("Start review")


def test_before_the_first_import_the_list_says_how_to_begin(program: Program) -> None:
    program.choose("Imports")
    program.wait_for("Nothing was imported yet. Drop a file anywhere to begin.")
    program.press(ESC)
    program.wait_for("Start review")
