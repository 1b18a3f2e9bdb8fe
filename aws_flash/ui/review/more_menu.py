"""The menu behind ⋯: what is seldom done to a card, each with its key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from aws_flash.ui.actions import ACTIONS
from aws_flash.ui.icons import Icons

_IDS = ("skip", "suspend", "replay")


class MoreMenu(QMenu):
    """`chosen` carries the id of an action of the table; keys are only named here, not bound."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        """List the actions."""
        super().__init__(parent)
        self._rows: dict[str, QAction] = {}
        for action_id in _IDS:
            action = ACTIONS[action_id]
            row = self.addAction(icons.icon(action.icon, "muted"), f"{action.label}\t{action.key}")
            row.triggered.connect(partial(self.chosen.emit, action_id))
            self._rows[action_id] = row

    def show_replay(self, *, offered: bool) -> None:
        """Offer to replay sound, or leave the row out."""
        self._rows["replay"].setVisible(offered)

    def open_below(self, button: QWidget) -> None:
        """Open with the right edges in line, as the button stands at the window's right."""
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        self.popup(corner - QPoint(self.sizeHint().width(), 0))
