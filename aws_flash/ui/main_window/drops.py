"""Files dropped anywhere on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.text import tr
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.drop_veil import DropVeil


class Drops(QObject):
    """`dropped` carries the paths of files and folders; what is no file of here is not taken."""

    dropped = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Take what no part of the window takes for itself."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._veil: DropVeil | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let files in, and tell of them once they are dropped."""
        if event.type() == QEvent.Type.DragLeave:
            self._uncover()
        if isinstance(event, QDropEvent):
            paths = paths_of(event.mimeData())
            if paths:
                self._take(event, paths)
                return True
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent, paths: list[Path]) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._uncover()
            self.dropped.emit(paths)
        else:
            self._cover()

    def _cover(self) -> None:
        if self._veil is None:
            self._veil = DropVeil(self._theme, self._window, tr("Drop to look at it first"))
        if not self._veil.isVisible():
            self._veil.cover()

    def _uncover(self) -> None:
        if self._veil is not None:
            self._veil.hide()


def paths_of(carried: QMimeData) -> list[Path]:
    """Return the files and folders of this machine that something dragged stands for."""
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
