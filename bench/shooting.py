"""A shooting: the real window over a profile, a script that leads it to a page, the camera."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from aws_flash.app import bug_report
from aws_flash.ui.main_window.launch import Backing, OpenedWindow
from aws_flash.ui.main_window.window import Window
from aws_flash.ui.preferences import PreferencesFile
from aws_flash.ui.theme.theme import Theme
from bench.life import Life
from bench.looks import Camera, Look
from bench.stage import Stage


class Shooting:
    """What a script has at hand."""

    def __init__(self, stage: Stage, window: Window, camera: Camera, theme: Theme) -> None:
        """Begin with the window as it opens, in the look of `theme`."""
        self.theme = theme
        self.stage = stage
        self.window = window
        self._camera = camera

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture once nothing moves any more."""
        self.stage.settle()
        self._camera.take(name, self.stage.window if widget is None else widget)

    def take_popup(self, name: str) -> None:
        """Take a picture of the menu that is open, and close it."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self.take(name, popup)
            popup.close()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is, and let the program follow."""
        self.stage.press(key, modifier)
        self.stage.settle()

    def type(self, text: str) -> None:
        """Write where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.stage.window, text)
        self.stage.settle()

    def act(self, action_text: str) -> None:
        """Choose an entry of the window's menu by its text."""
        for action in self.stage.window.actions():
            if action.text() == action_text:
                action.trigger()
        self.stage.settle()


class Scene(NamedTuple):
    """The profile to open, by its name among the lives, and what then happens."""

    profile: str
    script: Callable[[Shooting], None]
    opens: bool = True


def shoot(scene: Scene, profile: Path, look: Look, theme: Theme, camera: Camera) -> None:
    """Open the window over a copy of the profile, follow the script, and close the window."""
    life = Life(profile)
    preferences = PreferencesFile(profile)
    preferences.keep(mode=look.mode.value, scale=look.scale, reduced_motion=True)
    backing = Backing(profile, lambda: life.access, life.local, bug_report)
    opened = OpenedWindow(backing, theme, preferences)
    frame = opened.window.frame
    frame.resize(*look.size)
    stage = Stage(frame, profile)
    try:
        if scene.opens:
            stage.wait_until_open()
        scene.script(Shooting(stage, opened.window, camera, theme))
    finally:
        frame.close()
        opened.finish()
        _forget(frame, opened.window)


def _forget(*objects: QObject) -> None:
    """Delete Qt's objects at once: a timer of theirs must not find its Python object gone."""
    for one in objects:
        one.deleteLater()
        QCoreApplication.sendPostedEvents(one, QEvent.Type.DeferredDelete.value)
