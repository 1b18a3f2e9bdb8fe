"""Watches a window from outside: tells when it has been painted for the first time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

STATUS = Path("/proc/self/status")


def now() -> int:
    """Return nanoseconds of the clock that all processes of this machine share."""
    return time.perf_counter_ns()


def memory() -> float:
    """Return the megabytes that this process holds in memory."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def say(name: str, value: float) -> None:
    """Tell the process that measures."""
    print(name, value, flush=True)


class FirstPaint(QObject):
    """Says "painted" once, at the first event after the window has been painted."""

    def __init__(self, then: Callable[[], None]) -> None:
        """Watch the one window there is."""
        super().__init__()
        self._then = then
        self._window = QApplication.topLevelWindows()[0]
        self._window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that the window is exposed; Qt paints it before the next event."""
        if event.type() == QEvent.Type.Expose:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._told)
        return False

    def _told(self) -> None:
        say("painted", now())
        self._then()


def watch_first_paint(before: Callable[[], None], then: Callable[[], None]) -> None:
    """Once the event loop begins, call `before`, have the first paint told, and call `then`."""
    loop = QApplication.exec

    def run(*_: object) -> int:
        before()
        watch = FirstPaint(then)
        code = loop()
        watch.deleteLater()
        return code

    QApplication.exec = run  # type: ignore[method-assign]


def when_idle(then: Callable[[], None], parent: QObject) -> None:
    """Call back when no event waits any more: what was to be painted has been."""
    timer = QTimer(parent, singleShot=True, interval=0)
    timer.timeout.connect(then)
    timer.start()


def finish() -> None:
    """Close the window, which ends the program."""
    say("done", now())
    sys.stdout.flush()
    QApplication.closeAllWindows()


def run_program() -> None:
    """Start the program as `python -m aws_flash` does; AWS_FLASH_PROFILE names the profile."""
    from aws_flash.app import main

    code = main([])
    if code:
        sys.exit(code)
