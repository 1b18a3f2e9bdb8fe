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

from aws_flash.cli.exit_code import ExitCode
from aws_flash.resources import resource
from aws_flash.storage.lock import ProfileLock

if TYPE_CHECKING:
    from aws_flash.application.clock import Clock
    from aws_flash.application.edition_news import EditionNews
    from aws_flash.application.maintenance import Maintenance
    from aws_flash.application.services import ProfileAccess, Services
    from aws_flash.domain.lint.finding import Report
    from aws_flash.domain.views import Overview

PROFILE_VARIABLE = "AWS_FLASH_PROFILE"
BUILT_IN_DECK = ("decks", "aws-security")
EXAMS = ("exams",)
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

    def run_window(self, folder: Path, files: Sequence[Path] = ()) -> int:
        """Show the window over a profile, with files to look at; return the exit code."""
        self.folder = folder
        return run_window(folder, files)

    def overview(self, folder: Path) -> Overview:
        """Return the tree and Today; a profile without a collection gets one, and its deck."""
        self.folder = folder
        from aws_flash.application.operations import Operations
        from aws_flash.application.overview import Overviews
        from aws_flash.domain.errors import CollectionMissing

        try:
            collection = self.maintenance(folder).open_for_reading()
        except CollectionMissing:
            return self._overview_of_new(folder)
        try:
            clock = real_clock()
            operations = Operations(collection, clock.now)
            if operations.read(lambda tables: tables.decks.count()):
                return Overviews(operations, clock).look()
        finally:
            collection.close()
        return self._overview_of_new(folder)  # a first start was cut short before its deck came

    def update_deck(self, folder: Path) -> EditionNews:
        """Bring the deck that ships up to date in a profile, and return what that brought."""
        self.folder = folder
        access = profile_access(folder)
        with self.holding(folder):
            try:
                return access.edition_news()
            finally:
                access.close()

    def maintenance(self, folder: Path) -> Maintenance:
        """Return what looks after a profile."""
        self.folder = folder
        return profile_access(folder).maintenance

    def lint(self, path: Path) -> Report:
        """Return what is to be mended in the cards of a file, without a profile."""
        from aws_flash.application.exams import read_exams
        from aws_flash.application.linting import lint_file

        return lint_file(path, read_exams(resource(*EXAMS)), _local().date())

    @contextmanager
    def opened(self, folder: Path) -> Iterator[Services]:
        """Open a profile's use-cases, a new profile's too, while its lock is held."""
        self.folder = folder
        access = profile_access(folder)
        with self.holding(folder):
            try:
                yield access.services()
            finally:
                access.close()

    @contextmanager
    def holding(self, folder: Path) -> Iterator[None]:
        """Hold the lock of a profile; raises CollectionLocked while another aws-flash has it."""
        lock = ProfileLock(folder)
        if not lock.acquire():
            from aws_flash.domain.errors import CollectionLocked

            raise CollectionLocked(str(folder))
        try:
            yield
        finally:
            lock.release()

    def _overview_of_new(self, folder: Path) -> Overview:
        access = profile_access(folder)
        with self.holding(folder):
            try:
                return access.services().overviews.look()
            finally:
                access.close()


def profile_folder() -> Path:
    """Return the user's own profile: what the environment names, else the system's place for it."""
    named = os.environ.get(PROFILE_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("aws-flash", appauthor=False)


def profile_access(folder: Path) -> ProfileAccess:
    """Return the way to the services of a profile, with the real clock and real chance."""
    from secrets import randbits

    from aws_flash.application.services import ProfileAccess
    from aws_flash.domain.ids import IdSource
    from aws_flash.storage.profile import Profile

    clock = real_clock()
    ids = IdSource(clock.now, randbits)
    return ProfileAccess(Profile(folder), clock, ids, resource(*BUILT_IN_DECK))


def real_clock() -> Clock:
    """Return the clock of this machine."""
    from aws_flash.application.clock import Clock

    return Clock(_now, _local)


def report_bug(folder: Path, bug: BaseException) -> int:
    """Write a bug to the log, say so in a sentence, and return the exit code."""
    from aws_flash.cli.text import bug_text

    log = write_bug(folder, bug)
    if log is None:
        import traceback

        traceback.print_exception(bug)
    else:
        print(bug_text(log), file=sys.stderr)  # noqa: T201  # the last word, whatever else failed
    return ExitCode.OUR_BUG


def write_bug(folder: Path, bug: BaseException) -> Path | None:
    """Write a bug, with its traceback, to the profile's log; None where it cannot be written."""
    from logging import Formatter, Logger
    from logging.handlers import RotatingFileHandler

    from aws_flash import __version__
    from aws_flash.storage.profile import Profile

    path = Profile(folder).log
    logger = Logger("aws-flash")  # noqa: LOG001  # our own, known to no registry
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LOG_SIZE, backupCount=_OLD_LOGS, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(Formatter("%(asctime)s %(message)s"))
    logger.addHandler(handler)
    about = (__version__, sys.version, sys.platform)
    logger.error("aws-flash %s, Python %s, %s", *about, exc_info=bug)
    handler.close()
    return path


def run_window(folder: Path, files: Sequence[Path] = ()) -> int:
    """Show the window over a profile and return the exit code when it is closed.

    Where another window has the profile, that one comes to the front, opens the files, and all is
    well.
    """
    if not _has_screen():
        return _refused("There is no screen here. Start aws-flash from a desktop session.")
    lock = ProfileLock(folder)
    if not _may_begin(lock):
        return _give_way(folder, files)
    from aws_flash.ui.main_window import quick_start

    quick_start.begin()
    from aws_flash.ui.main_window.launch import Backing, show_window

    def report_of(bug: BaseException) -> str:
        write_bug(folder, bug)
        return bug_report(bug)

    try:
        backing = Backing(folder, lambda: profile_access(folder), _local, report_of)
        return show_window(backing, files)
    finally:
        lock.release()


def bug_report(bug: BaseException) -> str:
    """Return the report on a bug that a user can send: versions and the traceback."""
    import traceback

    from aws_flash import __version__

    about = f"aws-flash {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return f"{about}\n\n{''.join(traceback.format_exception(bug))}"


def _may_begin(lock: ProfileLock) -> bool:
    """Take the lock; False where another aws-flash has it.

    A folder that refuses the lock is no reason to end here: the window says what is wrong.
    """
    try:
        return lock.acquire()
    except Exception as error:
        from aws_flash.domain.errors import UserError

        if isinstance(error, UserError):
            return True
        raise


def _give_way(folder: Path, files: Sequence[Path]) -> int:
    """Bring the window that has the profile to the front, with files; return the exit code."""
    from aws_flash.ui.main_window.single_instance import raise_other

    if raise_other(folder, files):
        return ExitCode.DONE
    _refused("Another aws-flash holds these cards. Close it and try again.")
    return ExitCode.HELD


def _has_screen() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201  # there is no window to say it in
    return ExitCode.REFUSED


def _now() -> int:
    return time.time_ns() // 1_000_000


def _local() -> datetime:
    return datetime.now().astimezone()
