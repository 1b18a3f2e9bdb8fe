"""The menu bar of macOS holds every action of the window."""

from __future__ import annotations

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from aws_flash.ui.actions import Place, of_place
from aws_flash.ui.main_window.native_menu import native_menu


def test_every_action_of_the_window_stands_in_the_menu_once(qtbot: QtBot) -> None:
    actions = {action.id: QAction(action.label) for action in of_place(Place.EVERYWHERE)}
    bar = native_menu(actions)
    qtbot.addWidget(bar)
    shown = [
        entry.text()
        for menu in bar.actions()
        for entry in menu.menu().actions()  # type: ignore[attr-defined]  # typed as QObject
        if not entry.isSeparator()
    ]
    assert sorted(shown) == sorted(action.text() for action in actions.values())


def test_the_system_is_told_which_entries_are_its_own(qtbot: QtBot) -> None:
    actions = {action.id: QAction(action.label) for action in of_place(Place.EVERYWHERE)}
    bar = native_menu(actions)
    qtbot.addWidget(bar)
    assert actions["about"].menuRole() is QAction.MenuRole.AboutRole
    assert actions["undo"].menuRole() is QAction.MenuRole.NoRole
