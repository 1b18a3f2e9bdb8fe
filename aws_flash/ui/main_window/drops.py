"""Files dropped anywhere on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Drops(QObject):
    """`dropped` carries the paths of files and folders; what is no file of here is not taken."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Take what no part of the window takes for itself."""
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let files in, and tell of them once they are dropped."""
        is_drop = event.type() == QEvent.Type.Drop
        if not isinstance(event, QDropEvent) or not (is_drop or event.type() in _ENTERING):
            return super().eventFilter(watched, event)
        paths = paths_of(event.mimeData())
        if not paths:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        if is_drop:
            self.dropped.emit(paths)
        return True


def paths_of(carried: QMimeData) -> list[Path]:
    """Return the files and folders of this machine that something dragged stands for."""
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
