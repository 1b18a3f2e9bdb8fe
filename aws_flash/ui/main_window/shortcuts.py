"""Turns the table of actions into keys that work in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from aws_flash.ui.actions import ACTIONS
from aws_flash.ui.icons import Icons


def window_actions(
    window: QWidget, icons: Icons, deeds: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Return an action for each deed by its id, added to `window` so that its keys work there."""
    made = {}
    for action_id, deed in deeds.items():
        action = ACTIONS[action_id]
        icon = icons.icon(action.icon) if action.icon else None
        made[action_id] = QAction(action.label, window)
        if icon is not None:
            made[action_id].setIcon(icon)
        made[action_id].setShortcuts([QKeySequence(keys) for keys in action.keys])
        made[action_id].triggered.connect(lambda _checked=False, deed=deed: deed())
        window.addAction(made[action_id])
    return made
