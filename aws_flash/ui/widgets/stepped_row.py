"""A row of a list: Up and Down ask for the rows above and below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox

from aws_flash.ui.widgets.panel import Panel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SteppedRow(Panel):
    """`stepped` carries -1 or 1 for the row above or below."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from row to row."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class RowTick(QCheckBox):
    """Leaves Up and Down to the row; Qt would take them for Tab."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the row have its keys."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
