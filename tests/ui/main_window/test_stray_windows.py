"""There is one window: no part of a page flashes up as a window of its own while it is built."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.main_window.program import Program
from tests.ui.main_window.scenes import SCENES


class Watchman(QObject):
    """Writes down what opens as a window, but for the frame and menus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and is_window(watched):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def is_window(watched: QObject) -> bool:
    return isinstance(watched, QWidget) and watched.isWindow() and not isinstance(watched, QMenu)


@pytest.fixture
def watchman(qapp: QApplication) -> Iterator[Watchman]:
    watchman = Watchman(qapp)
    yield watchman
    qapp.removeEventFilter(watchman)


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_opens_beside_the_window(watchman: Watchman, program: Program, scene: str) -> None:
    SCENES[scene](program)
    assert watchman.seen == ["Frame "]
