"""From nothing to a painted window, and from its closing to the end of the program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from aws_flash.ui.main_window import quick_start
from aws_flash.ui.main_window.application import Application
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.window import Window
from aws_flash.ui.preferences import Preferences, PreferencesFile
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.style import STYLE_ARGUMENTS
from aws_flash.ui.theme.theme import Mode, Theme

if TYPE_CHECKING:
    from aws_flash.application.services import ProfileAccess

STARTED = 5000
"""Milliseconds after which a start is over: all that it loads and builds is there."""


TURN = 0.0005
"""Seconds that the worker may go on while the window wants to: Python's 5 ms are many times over
when it reads or writes in small pieces, since each of them begins that time anew."""


class Backing(NamedTuple):
    """What stands behind a window: a profile, the way to its services, a clock, a log for bugs."""

    folder: Path
    access: Callable[[], ProfileAccess]
    clock: Callable[[], datetime]
    report_of: Callable[[BaseException], str]


def show_window(backing: Backing, files: Sequence[Path] = ()) -> int:
    """Show the window and return the exit code when it is closed; all is saved by then.

    Files are looked at once it is open.
    """
    sys.setswitchinterval(TURN)
    app = Application([*sys.argv[:1], *STYLE_ARGUMENTS])
    app.setApplicationName("aws-flash")
    app.setDesktopFileName("aws-flash")
    preferences = PreferencesFile(backing.folder)
    theme = _theme(preferences.kept)
    theme.apply(app)
    opened = OpenedWindow(backing, theme, preferences, files)
    sys.excepthook = opened.crash_hook
    app.files_arrived.connect(opened.open_files)
    opened.window.closed.connect(app.quit)
    QTimer.singleShot(STARTED, quick_start.end)
    code = app.exec()
    opened.finish()
    return code


class OpenedWindow:
    """A window on screen, with its worker; whatever comes after the first paint follows by itself.

    `finish` is called once it is closed.
    """

    def __init__(
        self,
        backing: Backing,
        theme: Theme,
        preferences: PreferencesFile,
        files: Sequence[Path] = (),
    ) -> None:
        """Show the window in a look that the application wears already; open files then."""
        self._backing = backing
        self._waiting = [*files]
        self._is_painted = False
        self._tasks = Tasks()
        access = self._access = _once(backing.access)
        desk = Desk(theme, self._tasks, preferences, access, backing.clock)
        self.window = Window(desk, backing.folder, backing.report_of)
        self.window.frame.painted.connect(self._go_on)
        self.window.frame.show()

    def crash_hook(
        self, kind: type[BaseException], bug: BaseException, _traceback: TracebackType | None
    ) -> None:
        """Log a bug and show a report; the session goes on."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.frame.close()
            return
        report = self._backing.report_of(bug)
        QTimer.singleShot(0, self.window, lambda: self.window.trouble.show_bug(report))

    def open_files(self, files: Sequence[Path]) -> None:
        """Look at files, once the window is open."""
        if self._is_painted:
            self.window.frame.come_to_front()
            self.window.open_files(files)
        else:
            self._waiting.extend(files)

    def finish(self) -> None:
        """Do what is still waiting, and close the collection."""
        self.window.finish()
        self._tasks.run(lambda: self._access().close())
        self._tasks.finish()

    def _go_on(self) -> None:
        """Do after the first paint what it need not wait for."""
        from aws_flash.ui.main_window.single_instance import SecondStarts

        self.window.start()
        others = SecondStarts(self._backing.folder, self.window)
        others.raise_requested.connect(self.window.frame.come_to_front)
        others.files_arrived.connect(self.window.open_files)
        others.look()
        self._is_painted = True
        self.window.open_files(self._waiting)


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
