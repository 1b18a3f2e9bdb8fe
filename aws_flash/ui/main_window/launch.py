"""From nothing to a painted window, and from its closing to the end of the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.window import Window
from aws_flash.ui.preferences import Preferences, PreferencesFile
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.theme import Mode, Theme

if TYPE_CHECKING:
    from aws_flash.application.services import ProfileAccess


class Backing(NamedTuple):
    """What stands behind a window: a profile, the way to its services, a clock, a log for bugs."""

    folder: Path
    access: Callable[[], ProfileAccess]
    clock: Callable[[], datetime]
    report_of: Callable[[BaseException], str]


def show_window(backing: Backing) -> int:
    """Show the window and return the exit code when it is closed; all is saved by then."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("aws-flash")
    app.setDesktopFileName("aws-flash")
    preferences = PreferencesFile(backing.folder)
    theme = _theme(preferences.kept)
    theme.apply(app)
    tasks = Tasks()
    desk = Desk(theme, tasks, preferences, _once(backing.access), backing.clock)
    window = Window(desk, backing.folder, backing.report_of)
    sys.excepthook = _hook(window, backing)
    window.closed.connect(app.quit)
    window.frame.painted.connect(lambda: _go_on(window, backing.folder))
    window.frame.show()
    code = app.exec()
    window.finish()
    tasks.run(lambda: desk.access().close())
    tasks.finish()
    return code


def _go_on(window: Window, folder: Path) -> None:
    """Do after the first paint what it need not wait for."""
    from aws_flash.ui.main_window.single_instance import InstanceServer

    window.start()
    server = InstanceServer(folder, window)
    server.raise_requested.connect(window.frame.come_to_front)


def _theme(kept: Preferences) -> Theme:
    modes = {mode.value: mode for mode in Mode}
    return Theme(
        mode=modes.get(kept.mode, Mode.SYSTEM),
        scale=kept.scale,
        reduced_motion=kept.reduced_motion,
    )


def _once(make: Callable[[], ProfileAccess]) -> Callable[[], ProfileAccess]:
    """Return a callable that makes the access at its first call, on whichever thread."""
    made: list[ProfileAccess] = []
    lock = Lock()

    def access() -> ProfileAccess:
        with lock:
            if not made:
                made.append(make())
        return made[0]

    return access


def _hook(
    window: Window, backing: Backing
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return the crash hook: the bug is logged, a report shown, and the session goes on."""

    def hook(
        kind: type[BaseException], bug: BaseException, _traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.frame.close()
            return
        report = backing.report_of(bug)
        QTimer.singleShot(0, window, lambda: window.trouble.show_bug(report))

    return hook
