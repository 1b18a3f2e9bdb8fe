"""The program in a process of its own, used by itself without end; for tests that kill it.

It presses Space and 2 as a user would, where the focus is, and says "answered N" when the card
after the N-th answer has been painted: that answer must survive whatever comes.
"""

from __future__ import annotations

import os
import sys
from itertools import count, cycle
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.launch import Backing, show_window
from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.topics.sidebar import Sidebar
from tests.ui.main_window.program import Wall, access_to

_EVERY = 5
_ASKING = (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return)


class Hands(QObject):
    """Presses the next key whenever the page takes one."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._answers = count(1)
        self._page: ReviewPage | None = None
        self._has_rated = False
        self._asking = cycle(_ASKING)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None:
            return
        page = self._frame.page
        if not isinstance(page, ReviewPage):
            QTest.keyClick(focused, Qt.Key.Key_Space)
        elif page.is_ready:
            self._listen(page)
            QTest.keyClick(focused, self._key_for(page))

    def _key_for(self, page: ReviewPage) -> Qt.Key:
        """Ask for the answer by keys that some kind of card or other takes, and know it."""
        if page._asking.is_revealed:
            self._asking = cycle(_ASKING)
            return Qt.Key.Key_2
        return next(self._asking)

    def _listen(self, page: ReviewPage) -> None:
        if self._page is None:
            self._page = page
            page.rated.connect(self._note)
            page.question_shown.connect(self._tell)

    def _note(self) -> None:
        self._has_rated = True

    def _tell(self) -> None:
        if self._has_rated:
            self._has_rated = False
            os.write(1, f"answered {next(self._answers)}\n".encode())


def main() -> None:
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    wall = Wall(seed=seed)
    build = Frame.__init__

    def build_with_hands(frame: Frame, desk: Desk, sidebar: Sidebar) -> None:
        build(frame, desk, sidebar)
        Hands(frame)

    Frame.__init__ = build_with_hands  # type: ignore[method-assign,assignment]  # not in the program
    show_window(Backing(folder, lambda: access_to(folder, wall), wall.local, _give_up))


def _give_up(bug: BaseException) -> str:
    os.write(1, f"bug {bug!r}\n".encode())
    os._exit(70)


if __name__ == "__main__":
    main()
