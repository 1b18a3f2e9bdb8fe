"""The studio: the real window over a profile of its own, with a clock that can be set."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from aws_flash.application.clock import Clock
from aws_flash.application.services import ProfileAccess, Services
from aws_flash.application.study import Turn
from aws_flash.domain import session as sessions
from aws_flash.domain.ids import IdSource
from aws_flash.domain.queue import Choice
from aws_flash.domain.review import Rating
from aws_flash.resources import resource
from aws_flash.storage.profile import Profile
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.launch import Backing, OpenedWindow
from aws_flash.ui.main_window.window import Window
from aws_flash.ui.preferences import PreferencesFile
from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.theme.theme import Mode, Theme

T = TypeVar("T")
BEGINNING = datetime(2026, 10, 26, 18, 0, tzinfo=UTC)


class Setting(NamedTuple):
    """One way of looking at the window."""

    name: str
    mode: Mode = Mode.LIGHT
    scale: float = 1.0
    size: tuple[int, int] = (1200, 780)


SETTINGS = (
    Setting("light"),
    Setting("dark", mode=Mode.DARK),
    Setting("200", scale=2.0),
    Setting("small", size=(800, 560)),
)


class Studio:
    """Opens windows over one profile and leads them into states; `shoot` keeps a picture."""

    def __init__(self, folder: Path, out: Path, setting: Setting, app: QApplication) -> None:
        """Work in the profile `folder`; pictures go to `out`."""
        self.moment = BEGINNING
        self._out = out
        self._setting = setting
        self._theme = Theme(mode=setting.mode, scale=setting.scale)
        self._theme.apply(app)
        self._folder = folder
        self._opened: OpenedWindow | None = None
        numbers = itertools.count(1)
        clock = Clock(lambda: round(self.moment.timestamp() * 1000), lambda: self.moment)
        ids = IdSource(clock.now, lambda bits: next(numbers) * 0x9E3779B97F4A7C15 % (1 << bits))
        self.access = ProfileAccess(Profile(folder), clock, ids, resource("decks", "aws-security"))

    @property
    def services(self) -> Services:
        """The use-cases, for what is easier done without keys."""
        return self.access.services()

    @property
    def window(self) -> Window:
        """What leads the window's pages; only while it is open."""
        if self._opened is None:
            raise LookupError
        return self._opened.window

    @property
    def frame(self) -> Frame:
        """The window itself."""
        return self.window.frame

    def open(self) -> None:
        """Open the window at the present moment, as a start of the program does."""
        preferences = PreferencesFile(self._folder)
        backing = Backing(self._folder, lambda: self.access, lambda: self.moment, _report_of)
        self._opened = OpenedWindow(backing, self._theme, preferences)
        self.frame.resize(*self._setting.size)
        self.settle(0.6)
        self.frame.resize(*self._setting.size)
        self.settle()

    def close(self) -> None:
        """Close the window; the profile stays."""
        self.frame.close()
        if self._opened is not None:
            self._opened.finish()
            self._opened = None

    def settle(self, seconds: float = 0.35) -> None:
        """Let the program work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            focused: QWidget | None = self.frame.focusWidget()
            QTest.keyClick(self.frame if focused is None else focused, key)
            self.settle(0.25)

    def shoot(self, name: str) -> None:
        """Keep a picture of the window."""
        self.settle()
        path = self._out / f"{name}-{self._setting.name}.png"
        if not self.frame.grab().save(str(path)):
            raise OSError(path)

    def study(self, days: int, share_known: int = 5) -> None:
        """Answer what comes on each of so many days; one of `share_known` cards is missed."""
        counted = itertools.count(1)
        for _ in range(days):
            turn = self.services.study.begin()
            while turn.asked is not None:
                missed = next(counted) % share_known == 0
                rating = Rating.MISSED if missed else Rating.KNEW
                turn = self.services.study.answer(turn, rating, 7000).value
            self.moment += timedelta(days=1)

    def turn_for(self, wanted: Callable[[Turn], bool]) -> Turn:
        """Return a turn that asks a card of the deck for which `wanted` holds."""
        cards = self.services.operations.read(lambda tables: [c.id for c in tables.cards.every()])
        for card_id in cards:
            turn = self.services.study.show(sessions.start(Choice((card_id,))))
            if turn.asked is not None and wanted(turn):
                return turn
        raise LookupError(wanted)

    def review_page(self) -> ReviewPage:
        """Return a review page in the window, without its sidebar."""
        page = ReviewPage(self._theme, Icons(self._theme), Pictures(self.access.media_path))
        self.frame.hide_sidebar()
        self.frame.show_page(page)
        return page


def _report_of(bug: BaseException) -> str:
    raise bug
