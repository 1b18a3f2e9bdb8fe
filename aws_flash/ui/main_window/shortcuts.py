"""Turns the table of actions into keys that work in the window, and into its menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from aws_flash.ui.actions import ACTIONS
from aws_flash.ui.icons import Icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu


def window_actions(
    window: QWidget, deeds: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Return an action for each deed by its id, added to `window` so that its keys work there.

    They have no icons yet: these are for menus, and the keys must work sooner.
    """
    made = {}
    for action_id, deed in deeds.items():
        action = ACTIONS[action_id]
        made[action_id] = QAction(action.label, window)
        made[action_id].setShortcuts([QKeySequence(keys) for keys in action.keys])
        made[action_id].triggered.connect(lambda _checked=False, deed=deed: deed())
        window.addAction(made[action_id])
    return made


def wear_icons(actions: Mapping[str, QAction], icons: Icons) -> None:
    """Give the window's actions their icons."""
    for action_id, action in actions.items():
        if ACTIONS[action_id].icon:
            action.setIcon(icons.icon(ACTIONS[action_id].icon))


def popup_menu(window: QWidget, entries: Iterable[QAction | None]) -> QMenu:
    """Return a menu that is gone once it is closed; None stands for a line between entries."""
    from PySide6.QtWidgets import QMenu

    menu = QMenu(window)
    menu.aboutToHide.connect(menu.deleteLater)
    for action in entries:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
    return menu
