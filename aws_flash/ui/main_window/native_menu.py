"""The menu bar at the top of the screen that programs on macOS have; others have the ⋯ button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

MENUS = {
    "File": (
        *("new card", "new topic", "", "import", "export", "imports", ""),
        *("back up", "restore", "", "quit"),
    ),
    "Edit": ("undo", "redo"),
    "View": ("today", "", "larger", "smaller", "", "settings"),
    "Help": ("keys", "about"),
}
ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


def native_menu(actions: Mapping[str, QAction]) -> QMenuBar:
    """Return a menu bar over the window's actions; without a parent it is the program's own.

    The system moves what has a role to its own place.
    """
    bar = QMenuBar()
    for name, action_ids in MENUS.items():
        menu = bar.addMenu(QCoreApplication.translate("NativeMenu", name))
        for action_id in action_ids:
            if not action_id:
                menu.addSeparator()
                continue
            actions[action_id].setMenuRole(ROLES.get(action_id, QAction.MenuRole.NoRole))
            menu.addAction(actions[action_id])
    return bar
