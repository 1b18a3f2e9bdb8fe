"""Says one thing after the other at the bottom of a window, each with a way to undo it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.focus_return import return_focus
from aws_flash.ui.widgets.text_button import TextButton
from aws_flash.ui.widgets.toast import Toast

STAYS = 6000
STAYS_WHILE_OTHERS_WAIT = 1500


class _Saying(NamedTuple):
    text: str
    action: str
    token: object
    is_newest: bool = False


class Toasts(QObject):
    """One a window. `acted` hands back the token of the saying whose button was pressed."""

    acted = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[_Saying] = deque()
        self._current: _Saying | None = None
        self._focus_before: QWidget | None = None
        self._toast = Toast(theme, window)
        self._toast.acted.connect(self._act)
        self._toast.freed.connect(self._restart)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        window.installEventFilter(self)
        theme.changed.connect(self._toast.place)

    @property
    def text(self) -> str:
        """What is being said, "" for nothing."""
        return self._current.text if self._current else ""

    @property
    def action(self) -> TextButton:
        """The button of the toast, for tests and for a key that presses it."""
        return self._toast.action

    def say(self, text: str, action: str = "", token: object = None) -> None:
        """Say something: now, or when what is being said has had its time.

        `action` is the button's text, as "Undo"; without one there is no button.
        """
        self._add(_Saying(text, action, token))

    def say_newest(self, text: str, action: str = "", token: object = None) -> None:
        """Say it in place of whatever this said before, which is the newest no more."""
        others = [one for one in self._waiting if not one.is_newest]
        self._waiting.clear()
        self._waiting.extend(others)
        if self._current is not None and self._current.is_newest:
            self._give_focus_back()
            self._current = None
        self._add(_Saying(text, action, token, is_newest=True))

    def keep_free(self, foot: Callable[[], int]) -> None:
        """Leave the foot of the page free, as many pixels high as `foot` says when asked."""
        self._toast.keep_free(foot)

    def place(self) -> None:
        """Stand right again: the foot of the page is another one."""
        self._toast.place()

    def dismiss(self) -> None:
        """Take away what is being said, and go on with the next."""
        self._give_focus_back()
        self._current = None
        self._timer.stop()
        if self._waiting:
            self._next()
        else:
            self._toast.disappear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the toast in its place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self._current is not None:
            self._toast.place()
        return super().eventFilter(watched, event)

    def _add(self, saying: _Saying) -> None:
        self._waiting.append(saying)
        if self._current is None:
            self._next()
        else:
            self._timer.start(min(self._timer.remainingTime(), STAYS_WHILE_OTHERS_WAIT))

    def _give_focus_back(self) -> None:
        if self._toast.action.hasFocus():
            return_focus(self._focus_before, self._window)

    def _next(self) -> None:
        self._current = self._waiting.popleft()
        self._focus_before = QApplication.focusWidget()
        self._toast.appear(self._current.text, self._current.action)
        announce(self._window, self._current.text)
        self._restart()

    def _restart(self) -> None:
        if self._current is not None:
            self._timer.start(STAYS_WHILE_OTHERS_WAIT if self._waiting else STAYS)

    def _time_is_up(self) -> None:
        if not self._toast.is_held():
            self.dismiss()

    def _act(self) -> None:
        current = self._current
        self.dismiss()
        if current is not None:
            self.acted.emit(current.token)
