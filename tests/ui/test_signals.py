"""Signals of the installed PySide6 can be emitted for ever: see docs/adr/0001."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal(object)


def test_a_signal_costs_no_reference_to_true() -> None:
    bell = Bell()
    bell.rung.connect(lambda _: None)
    before = sys.getrefcount(True)  # noqa: FBT003  # the count of True itself is the matter
    for _ in range(200):
        bell.rung.emit(1)
    assert sys.getrefcount(True) > before - 100  # noqa: FBT003  # as above
