"""Keys in the tree and on Today, in the real window: how long each holds up what is shown."""

from __future__ import annotations

import json
import sys
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from bench.runs.watching import run_program
from bench.stage import Stage, play
from bench.timing import timed

AFTER_A_KEY = 0.15
AT_REST = 1.5
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class Stroke(NamedTuple):
    """A key with its modifier; `name` is what the report calls it."""

    name: str
    key: Qt.Key
    modifier: Qt.KeyboardModifier = _PLAIN


IN_TREE = (
    *(Stroke("Down", Qt.Key.Key_Down) for _ in range(12)),
    Stroke("End", Qt.Key.Key_End),
    Stroke("Home", Qt.Key.Key_Home),
    Stroke("Page down", Qt.Key.Key_PageDown),
    Stroke("Page up", Qt.Key.Key_PageUp),
    *(Stroke("Up", Qt.Key.Key_Up) for _ in range(4)),
    Stroke("Home", Qt.Key.Key_Home),
    Stroke("Down", Qt.Key.Key_Down),
    Stroke("Right (opens)", Qt.Key.Key_Right),
    Stroke("Left (folds)", Qt.Key.Key_Left),
    Stroke("a letter", Qt.Key.Key_T),
    Stroke("*", Qt.Key.Key_Asterisk),
)
ON_TODAY = (
    *(Stroke("Tab", Qt.Key.Key_Tab) for _ in range(6)),
    *(Stroke("Shift+Tab", Qt.Key.Key_Backtab, _SHIFT) for _ in range(6)),
    Stroke("Down", Qt.Key.Key_Down),
    Stroke("Page down", Qt.Key.Key_PageDown),
    Stroke("Page up", Qt.Key.Key_PageUp),
    Stroke("a letter", Qt.Key.Key_X),
    Stroke("Ctrl+1", Qt.Key.Key_1, _CONTROL),
    Stroke("Ctrl+=", Qt.Key.Key_Equal, _CONTROL),
    Stroke("Ctrl+-", Qt.Key.Key_Minus, _CONTROL),
)


def main(rounds: int) -> None:
    """Print the longest time that the window stood still after each key, and the key's name."""
    play(lambda stage: print(json.dumps(_measured(stage, rounds))))
    run_program()


def _measured(stage: Stage, rounds: int) -> list[tuple[str, float]]:
    stage.wait_until_open()
    stage.wait(AT_REST)
    tree = stage.find(QTreeView)
    page = stage.page
    longest: list[tuple[str, float]] = []
    for _ in range(rounds):
        for place, target, strokes in (("tree", tree, IN_TREE), ("Today", page, ON_TODAY)):
            if target is not None:
                target.setFocus()
                stage.settle()
                longest.extend(_pressed(place, stroke, stage.window) for stroke in strokes)
    return longest


def _pressed(place: str, stroke: Stroke, window: QWidget) -> tuple[str, float]:
    """Press a key; every slice of work of the event loop is a time nothing else is shown."""
    target: QWidget | None = window.focusWidget()
    focused = window if target is None else target
    slices = [timed(lambda: QTest.keyClick(focused, stroke.key, stroke.modifier))]
    while sum(slices) < AFTER_A_KEY * 1000:
        slices.append(timed(QApplication.processEvents))
        QTest.qSleep(1)
        slices.append(1.0)
    return f"{stroke.name} {place}", max(slices)


if __name__ == "__main__":
    main(int(sys.argv[1]))
