"""Qt's application, told of files that the system opens with it: a double-click on macOS."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """`files_arrived` carries paths; elsewhere files come as arguments.

    A subclass and no filter, which would see every event of every widget.
    """

    files_arrived = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Tell of a file to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.files_arrived.emit([Path(event.file())])
            return True
        return super().event(event)
