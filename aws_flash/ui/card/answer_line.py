"""The line for a typed answer: what it cannot take back, it leaves to the window to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class AnswerLine(QLineEdit):
    """Ctrl+Z on an untouched line takes the last answer back, as on any other card."""

    def event(self, event: QEvent) -> bool:
        """Let the window's shortcut have the key that Qt's line would swallow."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            is_redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if is_undo or is_redo:
                event.ignore()
                return True
        return super().event(event)
