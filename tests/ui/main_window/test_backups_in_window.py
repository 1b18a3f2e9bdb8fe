"""Backups: made by hand, listed with what they hold, put back, and that taken back again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.main_window.program import CTRL, Program

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape


def back_up(program: Program) -> None:
    program.choose("Back up now")
    program.wait_for_toast("Backed up")
    program.frame.toasts.dismiss()


def restore(program: Program, downs: int) -> None:
    """Restore the newest backup, or one further down."""
    program.choose("Restore…")
    program.wait_for("What you have now is backed up first")
    program.press(*[Qt.Key.Key_Down] * downs)
    program.click("Restore")
    program.let_settle()


def test_the_day_s_backup_is_made_by_itself(program: Program) -> None:
    program.window._flows().caretaker.finish()
    assert len(list((program.folder / "backups").iterdir())) == 1


def test_back_up_now_says_so_and_the_settings_know(program: Program) -> None:
    program.press(",", held=CTRL)
    program.wait_for("1 backup, the newest today 09:00.")
    program.click("Back up now")
    program.wait_for_toast("Backed up")
    program.wait_for("2 backups, the newest today 09:00.")


def test_a_backup_says_when_and_what(program: Program) -> None:
    program.press(SPACE, SPACE, "2", ESC)
    back_up(program)
    program.choose("Restore…")
    program.wait_for("by hand")
    assert program.shows("today 09:00 · by hand")
    assert program.shows("cards, 1 review")
    assert program.shows("of the day")
    program.press(ESC)
    assert program.sheet() is None


def test_a_restored_backup_brings_back_its_day_and_can_itself_be_undone(program: Program) -> None:
    back_up(program)
    program.press(SPACE, SPACE, "2", SPACE, "2", ESC)
    program.wait_for("8 new cards")
    restore(program, downs=0)
    program.wait_for("10 new cards")
    assert program.toast.startswith("Restored ")
    assert program.reviews() == []
    restore(program, downs=0)  # the newest is what was there before
    program.wait_for("8 new cards")
    assert len(program.reviews()) == 2


def test_the_settings_on_screen_are_those_of_the_restored_collection(program: Program) -> None:
    program.press(",", held=CTRL)
    program.let_settle()
    back_up(program)
    program.press(Qt.Key.Key_Tab, Qt.Key.Key_Up)
    program.wait_for("25 min")
    restore(program, downs=0)
    program.wait_for("20 min")
    program.wait_for("3 backups")


def test_nothing_can_be_undone_across_a_restore(program: Program) -> None:
    back_up(program)
    program.press(SPACE, SPACE, "2", ESC)
    restore(program, downs=0)
    program.wait_for("10 new cards")
    program.undo()
    program.wait_for_toast("Nothing to undo")


def test_studying_goes_on_after_a_restore(program: Program) -> None:
    back_up(program)
    restore(program, downs=0)
    program.wait_for("10 new cards")
    program.press("1", held=CTRL)
    program.press(SPACE, SPACE, "2", ESC)
    program.wait_for("9 new cards")
    assert program.bugs == []


def test_the_data_folder_is_named(program: Program, profile: Path) -> None:
    program.press(",", held=CTRL)
    program.wait_for(str(profile))
