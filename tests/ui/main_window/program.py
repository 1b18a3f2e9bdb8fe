"""The whole program over a profile, as its user has it: keys go where the focus is, texts are read.

Clock and chance are the test's; the window, the worker, the files are the program's own.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from aws_flash.application.asking import Asked
from aws_flash.application.clock import Clock
from aws_flash.application.services import ProfileAccess
from aws_flash.domain.ids import IdSource
from aws_flash.domain.review import Review
from aws_flash.resources import resource
from aws_flash.storage.collection import Collection
from aws_flash.storage.profile import Profile
from aws_flash.storage.tables import Tables
from aws_flash.ui.main_window.launch import Backing, OpenedWindow
from aws_flash.ui.preferences import Preferences, PreferencesFile
from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics.tree import TopicTree
from aws_flash.ui.widgets.sheet import Sheet

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DECK = resource("decks", "aws-security")
T = TypeVar("T")
_ROUNDS = 3


class Wall:
    """A clock that stands still until it is moved, and chance that repeats in no start."""

    def __init__(self, moment: datetime = MORNING, seed: int = 1) -> None:
        self.moment = moment
        self._numbers = itertools.count(seed * 1_000_003)

    def local(self) -> datetime:
        return self.moment

    def now(self) -> int:
        return round(self.moment.timestamp() * 1000)

    def chance(self, bits: int) -> int:
        return next(self._numbers) * 0x9E3779B97F4A7C15 % (1 << bits)

    def pass_by(self, **time: float) -> None:
        self.moment += timedelta(**time)


def access_to(folder: Path, wall: Wall, deck: Path = DECK) -> ProfileAccess:
    """The way to a profile's services, with the clock and the chance of the test."""
    ids = IdSource(wall.now, wall.chance)
    return ProfileAccess(Profile(folder), Clock(wall.now, wall.local), ids, deck)


def settled(profile: Path) -> Path:
    """Make a profile with the built-in deck, as it is after its first start."""
    access = access_to(profile, Wall(seed=0))
    access.services()
    access.close()
    return profile


class Program:
    """One start of the program; `close` ends it as closing its window does."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        folder: Path,
        wall: Wall,
        access: Callable[[], ProfileAccess] | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.theme = theme
        self.bugs: list[BaseException] = []
        preferences = PreferencesFile(folder)
        made = access or (lambda: access_to(folder, wall))
        backing = Backing(folder, made, wall.local, self._report)
        self._opened = OpenedWindow(backing, theme, preferences)
        self._hook_before = sys.excepthook
        sys.excepthook = self._opened.crash_hook
        self.window = self._opened.window
        self.frame = self.window.frame
        self._closed = False
        with qtbot.waitActive(self.frame):
            self.frame.activateWindow()

    def close(self) -> None:
        """Close the window, and wait until everything is on disk."""
        if not self._closed:
            self._closed = True
            self.frame.close()
            self._opened.finish()
            sys.excepthook = self._hook_before
            QCoreApplication.removePostedEvents(self._opened._tasks)  # nobody is there to be told
            for gone in (self.frame, self.window):
                # At once: else the collector may come first, on the worker of another test.
                gone.deleteLater()
                QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys where the focus is; in a review, each when the card has been painted."""
        for key in keys:
            self.qtbot.keyClick(self.focused(), key, held)
            self.let_settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused(), text)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, held=CTRL)

    def redo(self) -> None:
        self.press(Qt.Key.Key_Z, held=CTRL | SHIFT)

    def save_as(self, button: str, path: Path) -> str:
        """Press a button and name the file in the system's dialog; return the name it offered."""
        self.click(button)
        dialog = self.frame.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        offered = field.text()
        field.setText(str(path))
        dialog.accept()
        return offered

    def click(self, name: str) -> None:
        """Click the visible button that is called so, as far as its name begins like that."""
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def choose(self, name: str) -> None:
        """Choose from the menu of the ⋯ button."""
        self.click("More")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        chosen = next(action for action in menu.actions() if action.text() == name)
        menu.close()
        with self.qtbot.waitActive(self.frame):
            self.frame.activateWindow()
        chosen.trigger()
        self.let_settle()

    def let_settle(self) -> None:
        """Wait until the worker has answered, and again what its answers led to."""
        for _ in range(_ROUNDS):
            self._wait_for_worker()
        page = self.frame.page
        if isinstance(page, ReviewPage):
            self.qtbot.waitUntil(lambda: page.is_ready or self.asked is None)

    def _wait_for_worker(self) -> None:
        done: list[None] = []
        self._opened._tasks.run(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def wait_for(self, text: str) -> None:
        """Wait until a text is on screen."""

        def seen() -> None:
            assert self.shows(text), f"{text!r} is not among {self.texts()}"

        self.qtbot.waitUntil(seen)

    def wait_for_toast(self, text: str) -> None:
        def said() -> None:
            assert self.toast == text

        self.qtbot.waitUntil(said)
        self.let_settle()

    @property
    def asked(self) -> Asked | None:
        """The card in question, None at the end of a session and outside one."""
        page = self.frame.page
        return page._asking._asked if isinstance(page, ReviewPage) else None

    def rate(self, key: str) -> int:
        """Show the answer by keys that some kind of card or other takes, rate it, return its id."""
        page, asked = self.frame.page, self.asked
        assert isinstance(page, ReviewPage)
        assert asked is not None
        asking: tuple[Qt.Key | str, ...] = (Qt.Key.Key_Space, "1", "2", Qt.Key.Key_Return)
        keys = itertools.cycle(asking)
        while not page._asking.is_revealed:
            self.press(next(keys))
        self.press(key)
        return asked.card.id

    @property
    def kept(self) -> Preferences:
        """What is remembered on disk."""
        return PreferencesFile(self.folder).kept

    @property
    def toast(self) -> str:
        """What the toast says."""
        return self.frame.toasts.text

    def sheet(self) -> Sheet | None:
        """The sheet that lies over the window."""
        return next((one for one in self.frame.findChildren(Sheet) if one.isVisible()), None)

    @property
    def tree(self) -> TopicTree:
        found = self.frame.findChild(TopicTree)
        assert isinstance(found, TopicTree)
        return found

    def stand_on(self, name: str) -> None:
        """Give the keyboard to a row of the tree."""
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        self.tree.reveal(self.topic(name))

    def click_topic(self, name: str) -> None:
        """Click the name of a topic."""
        tree = self.tree
        tree.reveal(self.topic(name))
        where = tree.visualRect(tree._model.find(self.topic(name))).center()
        self.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
        self.let_settle()

    def topic(self, name: str) -> int:
        """The id of the topic of that name."""
        return next(row.topic_id for row in self.tree._model.outline.rows if row.name == name)

    def topics(self) -> list[str]:
        """The names of all topics, from top to bottom, whether or not their branch is open."""
        return [row.name for row in self.tree._model.outline.rows]

    def due(self, name: str) -> int:
        """The number beside a topic."""
        rows = self.tree._model.outline.rows
        return next(row.today for row in rows if row.name == name)

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def texts(self) -> list[str]:
        """All texts on screen, in no order; what lies under a sheet is not read."""
        return [text for widget in self.seen() if (text := text_of(widget))]

    def shows(self, text: str) -> bool:
        """Whether a text is on screen, perhaps as part of a longer one."""
        return any(text in seen for seen in self.texts())

    def seen(self) -> list[QWidget]:
        root = self.sheet() or self.frame
        return [one for one in root.findChildren(QWidget) if one.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        buttons = (one for one in self.seen() if isinstance(one, QAbstractButton))
        found = next((one for one in buttons if text_of(one).startswith(name)), None)
        assert found is not None, f"no button {name!r} among {self.texts()}"
        return found

    def read(self, what: Callable[[Tables], T]) -> T:
        """Read the collection's file with a connection of its own, as another program would."""
        collection = Collection.open_for_reading(Profile(self.folder).collection)
        try:
            with collection.read() as tables:
                return what(tables)
        finally:
            collection.close()

    def reviews(self) -> list[Review]:
        """The answers that count, as they are on disk now."""
        every = self.read(lambda tables: list(tables.reviews.every()))
        return [one for one in every if not one.undone]

    def _report(self, bug: BaseException) -> str:
        self.bugs.append(bug)
        return f"Report on {type(bug).__name__}: {bug}"


class Start(Protocol):
    """Starts the program over the test's profile, or another folder."""

    def __call__(self, folder: Path = ...) -> Program:
        """Show the window."""


def text_of(widget: QWidget) -> str:
    """What a widget says; painted ones by their accessible name."""
    if isinstance(widget, QAbstractButton):
        return widget.text() or widget.accessibleName()
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.toPlainText()
    if isinstance(widget, (QLabel, QLineEdit)):
        return widget.text()
    return widget.accessibleName()
