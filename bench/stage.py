"""A stage for the real window: it starts as for a user, and a script of ours presses the keys."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from aws_flash.app import PROFILE_VARIABLE

W = TypeVar("W", bound=QWidget)
PATIENCE = 60.0
LAST_OVERVIEW = "last-overview.json"  # the program writes it when live counts have been shown
_HEARTBEAT = 20
_LONG_ENOUGH = 0.08


class TooLate(Exception):  # noqa: N818  # it is what happened
    """What the script waited for did not come."""


class Stage:
    """What a script sees of the program: its window, and the keys."""

    def __init__(self, window: QWidget, profile: Path) -> None:
        """Take a window whose first paint is still to come, over the profile in that folder."""
        self.window = window
        self._kept = profile / LAST_OVERVIEW
        self._ending: QWidget | None = None
        self._begun = time.time()
        self._heartbeat = QTimer(interval=_HEARTBEAT)  # so that waiting for events has an end
        self._heartbeat.start()

    @property
    def page(self) -> QWidget | None:
        """The page on show; nothing of its kind is imported here, or Space would find it warm."""
        page: QWidget | None = getattr(self.window, "page", None)
        return page

    def wait_until_open(self) -> None:
        """Let the program start until it has shown live counts and kept them, and come to rest."""
        kept = self._kept
        self.wait_until(lambda: kept.exists() and kept.stat().st_mtime > self._begun)
        self.settle()

    def wait_until(self, holds: Callable[[], object]) -> None:
        """Let the program work until something holds; raises TooLate after a minute."""
        deadline = time.perf_counter() + PATIENCE
        while not holds():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > deadline:
                raise TooLate(str(holds))

    def wait(self, seconds: float) -> None:
        """Let the program work for a while."""
        end = time.perf_counter() + seconds
        self.wait_until(lambda: time.perf_counter() >= end)

    def settle(self) -> None:
        """Let the program work until nothing has been painted for a moment."""
        paints = Paints(self.window)
        self.wait(_LONG_ENOUGH)
        while paints.seen:
            paints.seen = False
            self.wait(_LONG_ENOUGH)
        paints.deleteLater()

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press and release a key where the focus is."""
        focused: QWidget | None = self.window.focusWidget()
        target = self.window if focused is None else focused
        QTest.keyClick(target, key, modifier)

    def takes_answers(self) -> bool:
        """Tell whether a card is on screen, has been painted, and takes answers."""
        return bool(getattr(self.page, "is_ready", False))

    def is_over(self) -> bool:
        """Tell whether the end of a session is on screen."""
        if self._ending is None:
            from aws_flash.ui.review.ending import Ending

            self._ending = self.window.findChild(Ending)
        return self._ending is not None and self._ending.isVisible()

    def find(self, kind: type[W]) -> W | None:
        """Return the first visible widget of a kind."""
        found = self.window.findChildren(kind)
        return next((one for one in found if one.isVisible()), None)


class Paints(QObject):
    """Notices that anything within a window is painted."""

    def __init__(self, window: QWidget) -> None:
        """Watch the window's own updates, through which all painting goes."""
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note an update and let it pass."""
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint):
            self.seen = True
        return False


def play(script: Callable[[Stage], None]) -> None:
    """Have `script` run where the program would wait for the user; the window closes after it."""

    def run(*_: object) -> int:
        try:
            window = next(one for one in QApplication.topLevelWidgets() if one.isWindow())
            script(Stage(window, Path(os.environ[PROFILE_VARIABLE])))
        finally:
            QApplication.closeAllWindows()
        return 0

    QApplication.exec = run  # type: ignore[method-assign]
