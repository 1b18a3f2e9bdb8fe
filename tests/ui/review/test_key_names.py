"""Keys as the table of actions writes them, on keyboards of several countries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from aws_flash.ui.actions import Place, of_place
from aws_flash.ui.review.keys import HeldKey, action_of, key_name, option_of

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, PAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
GROUP = Qt.KeyboardModifier.GroupSwitchModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(Qt.Key.Key_E, NONE, "e"), "E"),
        (press(Qt.Key.Key_E, SHIFT, "E"), "E"),
        (press(Qt.Key.Key_1, PAD, "1"), "1"),
        (press(Qt.Key.Key_1, SHIFT, "1"), "1"),  # a French keyboard
        (press(Qt.Key.Key_At, SHIFT, "@"), "@"),
        (press(Qt.Key.Key_At, GROUP, "@"), "@"),  # AltGr on Linux
        (press(Qt.Key.Key_At, CTRL | ALT, "@"), "@"),  # AltGr on Windows
        (press(Qt.Key.Key_Question, SHIFT, "?"), "?"),
        (press(Qt.Key.Key_Space, NONE, " "), "Space"),
        (press(Qt.Key.Key_Enter, PAD, "\r"), "Return"),
        (press(Qt.Key.Key_Escape, NONE, "\x1b"), "Esc"),
        (press(Qt.Key.Key_Z, CTRL, "\x1a"), "Ctrl+Z"),
        (press(Qt.Key.Key_Z, CTRL | SHIFT, "\x1a"), "Ctrl+Shift+Z"),
        (press(Qt.Key.Key_E, CTRL | ALT, "e"), "Ctrl+Alt+E"),
    ],
)
def test_keys_are_named_as_in_the_table(event: QKeyEvent, name: str) -> None:
    assert key_name(event) == name


def test_every_action_of_the_review_has_its_keys() -> None:
    for action in of_place(Place.REVIEW):
        for key in action.keys:
            shown = "Esc" if key == "Escape" else key
            assert action_of(shown) == action


def test_undo_and_redo_and_the_keys_work_too() -> None:
    found = [action_of(key) for key in ("Ctrl+Z", "Ctrl+Shift+Z", "?")]
    assert [action.id for action in found if action] == ["undo", "redo", "keys"]


def test_letters_and_digits_name_options() -> None:
    assert [option_of(key) for key in ("A", "H", "1", "8")] == [0, 7, 0, 7]
    assert [option_of(key) for key in ("I", "9", "0", "Space", "")] == [None] * 5


def at(kind: QEvent.Type, moment: int, key: Qt.Key = Qt.Key.Key_Space) -> QKeyEvent:
    event = QKeyEvent(kind, key, NONE, " ")
    event.setTimestamp(moment)
    return event


def test_a_press_in_the_moment_of_a_release_is_a_key_that_is_held() -> None:
    held = HeldKey()
    assert not held.repeats(at(QEvent.Type.KeyPress, 1000))
    held.note_release(at(QEvent.Type.KeyRelease, 1500))
    assert held.repeats(at(QEvent.Type.KeyPress, 1500))
    assert not held.repeats(at(QEvent.Type.KeyPress, 1500, Qt.Key.Key_2))
    assert not held.repeats(at(QEvent.Type.KeyPress, 1501))
