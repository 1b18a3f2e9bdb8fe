"""The program's start: its first paint, its live counts, and the memory it holds after both."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from bench.runs.watching import (
    finish,
    memory,
    now,
    run_program,
    say,
    watch_first_paint,
    when_idle,
)

if TYPE_CHECKING:
    from aws_flash.domain.views import TodayView
    from aws_flash.ui.today.page import TodayPage


def main(hold: int) -> None:
    """Start the program, and close it so many milliseconds after its live counts.

    Nothing of the program is touched before its event loop begins: it imports what it needs in its
    own way.
    """
    painted: list[int] = []
    watch_first_paint(lambda: _tell_live_counts(painted, hold), lambda: painted.append(now()))
    run_program()


def _tell_live_counts(painted: list[int], hold: int) -> None:
    """Watch the numbers that Today is given: those that come after the first paint are live."""
    from aws_flash.ui.today.page import TodayPage

    show_view = TodayPage.show_view

    def watched(page: TodayPage, view: TodayView) -> None:
        show_view(page, view)
        if painted:
            painted.clear()
            when_idle(told, page)

    def told() -> None:
        say("live", now())
        QTimer.singleShot(hold, end)

    def end() -> None:
        say("memory", memory())
        finish()

    TodayPage.show_view = watched  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    main(int(sys.argv[1]))
