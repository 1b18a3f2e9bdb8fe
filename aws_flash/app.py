"""Wiring: the only file that names every layer; owns the clock, chance and the crash hook.

What the first window needs is imported here; all else when it is first asked for.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aws_flash.resources import resource
from aws_flash.storage.lock import ProfileLock

if TYPE_CHECKING:
    from aws_flash.application.clock import Clock
    from aws_flash.application.maintenance import Maintenance
    from aws_flash.application.services import ProfileAccess
    from aws_flash.domain.views import Overview

PROFILE_VARIABLE = "AWS_FLASH_PROFILE"
BUILT_IN_DECK = ("decks", "aws-security")
OUR_BUG = 70
REFUSED = 1
OTHER_HOLDS = 4
_LOG_SIZE = 500_000
_OLD_LOGS = 3


def main(arguments: Sequence[str]) -> int:
    """Run the program: a command, or the window where there is none. Return the exit code."""
    program = CommandLine()
    try:
        if not arguments:
            return program.run_window(program.default_folder())
        from aws_flash.cli.commands import run

        return run(arguments, program)
    except Exception as bug:  # noqa: BLE001  # the crash hook: what comes this far is a bug of ours
        return report_bug(program.folder or profile_folder(), bug)


class CommandLine:
    """The program as the command line needs it (aws_flash.cli.program.Program)."""

    def __init__(self) -> None:
        """Begin before any profile is named."""
        self.folder: Path | None = None

    def default_folder(self) -> Path:
        """Return the folder of the user's own profile."""
        return profile_folder()

    def run_window(folder: Path) -> int:
    """Show the window over a profile and return the exit code when it is closed.

    Where another window has the profile, that one comes to the front.
    """
    if not _has_screen():
        return _refused("There is no screen here. Start aws-flash from a desktop session.")
    lock = ProfileLock(folder)
    if not _may_begin(lock, folder):
        return OTHER_HOLDS
    from aws_flash.ui.main_window.launch import Backing, show_window

    def report_of(bug: BaseException) -> str:
        write_bug(folder, bug)
        return bug_report(bug)

    try:
        return show_window(Backing(folder, lambda: profile_access(folder), _local, report_of))
    finally:
        lock.release()


def bug_report(bug: BaseException) -> str:
    """Return the report on a bug that a user can send: versions and the traceback."""
    import traceback

    from aws_flash import __version__

    about = f"aws-flash {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return f"{about}\n\n{''.join(traceback.format_exception(bug))}"


def _may_begin(lock: ProfileLock, folder: Path) -> bool:
    """Take the lock; where another window has it, bring that one to the front instead.

    A folder that refuses the lock is no reason to end here: the window says what is wrong.
    """
    try:
        if lock.acquire():
            return True
    except Exception as error:
        from aws_flash.domain.errors import UserError

        if not isinstance(error, UserError):
            raise
        return True
    from aws_flash.ui.main_window.single_instance import raise_other

    if not raise_other(folder):
        _refused("Another aws-flash holds these cards. Close it and try again.")
    return False


def _has_screen() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201  # there is no window to say it in
    return REFUSED


def _now() -> int:
    return time.time_ns() // 1_000_000


def _local() -> datetime:
    return datetime.now().astimezone()
