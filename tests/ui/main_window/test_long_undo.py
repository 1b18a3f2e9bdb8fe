"""A step that takes long to take back: a panel says so, and it can be called off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import Qt

from tests.ui.main_window.program import CTRL, SHIFT, Program

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return
CALLED_OFF = "Called off. Nothing was changed."


@contextmanager
def busy(program: Program) -> Iterator[None]:
    """The worker comes to nothing until the end, as with a huge step."""
    free = Event()
    program.window._desk.tasks.run(free.wait)
    try:
        yield
    finally:
        free.set()


def press(program: Program, key: str, held: Qt.KeyboardModifier) -> None:
    """Press a key without waiting for the worker."""
    program.qtbot.keyClick(program.focused(), key, held)


def call_off(program: Program) -> None:
    program.wait_for("Cancel")
    program.qtbot.keyClick(program.focused(), ESC)
    program.wait_for("Taking back what was begun…")


def test_an_undo_that_takes_long_can_be_called_off_and_done_again(reported: Program) -> None:
    with busy(reported):
        press(reported, "Z", CTRL)
        call_off(reported)
    reported.wait_for_toast(CALLED_OFF)
    assert "My notes" in reported.topics()
    assert reported.sheet() is None
    reported.undo()
    reported.wait_for_toast("Undone: imported mine")
    assert "My notes" not in reported.topics()


def test_a_redo_that_takes_long_can_be_called_off_and_done_again(reported: Program) -> None:
    reported.undo()
    reported.wait_for("Start review")
    with busy(reported):
        press(reported, "Z", CTRL | SHIFT)
        call_off(reported)
    reported.wait_for_toast(CALLED_OFF)
    assert "My notes" not in reported.topics()
    reported.redo()
    reported.wait_for_toast("Done again: imported mine")
    assert "My notes" in reported.topics()


def test_taking_an_import_back_can_be_called_off(reported: Program) -> None:
    with busy(reported):
        reported.click("Take back")
        reported.wait_for("Taking back the import of mine")
        call_off(reported)
    reported.wait_for_toast(CALLED_OFF)
    assert reported.shows("Imported “mine”")
    reported.click("Take back")
    reported.wait_for("“mine” was taken back")


def test_keys_pressed_one_after_the_other_each_take_a_step_back(reported: Program) -> None:
    reported.click("Take back")
    reported.wait_for("“mine” was taken back")
    for _ in range(2):
        press(reported, "Z", CTRL)
    reported.wait_for_toast("Undone: imported mine")
    assert "My notes" not in reported.topics()


def test_a_quick_undo_shows_no_panel(reported: Program) -> None:
    reported.undo()
    assert reported.sheet() is None
    reported.wait_for_toast("Undone: imported mine")
