"""Rows of the sidebar that belong together: one Tab stop, arrow keys within."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.actions import Action
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics.nav_row import NavRow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NavGroup(QWidget):
    """`pressed` carries the id of an action."""

    pressed = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, actions: Sequence[Action], parent: QWidget | None = None
    ) -> None:
        """Show these actions from top to bottom."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._rows: list[NavRow] = []
        for action in actions:
            row = NavRow(theme, icons, action, self)
            row.clicked.connect(lambda _checked, wanted=action.id: self.pressed.emit(wanted))
            column.addWidget(row)
            self._rows.append(row)
        self._let_tab_stop_at(self._rows[0])

    def mark(self, action_id: str) -> None:
        """Check the row of the page that is shown; an id that is not here checks none."""
        for row in self._rows:
            row.setChecked(row.action.id == action_id)
            if row.isChecked():
                self._let_tab_stop_at(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next row, and stop at the ends."""
        step = _STEPS.get(Qt.Key(event.key()))
        focused = next((at for at, row in enumerate(self._rows) if row.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        wanted = self._rows[min(max(focused + step, 0), len(self._rows) - 1)]
        self._let_tab_stop_at(wanted)
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def _let_tab_stop_at(self, only: NavRow) -> None:
        for row in self._rows:
            policy = Qt.FocusPolicy.StrongFocus if row is only else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)
