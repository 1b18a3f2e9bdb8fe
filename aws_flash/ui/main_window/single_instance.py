"""One window a profile: a second start asks the first one, by a file, to come to the front.

A file and QtCore's watch on its folder, not a socket: QtNetwork with all that it brings would take
15 ms and 3 MB of every start, to be used once in a while.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QFileSystemWatcher, QObject, QThread, Signal

REQUEST = "raise"
PATIENCE = 2000
_LOOK_AGAIN = 20


def raise_other(folder: Path) -> bool:
    """Ask the window that holds the profile to come to the front; False when none answers.

    Its answer is that it takes the file away. One that is only just starting does so in a moment.
    """
    request = folder / REQUEST
    patience = QDeadlineTimer(PATIENCE)
    try:
        request.touch()
        while request.exists():
            if patience.hasExpired():
                request.unlink(missing_ok=True)
                return False
            QThread.msleep(_LOOK_AGAIN)
    except OSError:
        return False
    return True


class SecondStarts(QObject):
    """Listens for second starts; `raise_requested` says that one came."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Listen for the profile `folder`, whose lock the caller holds."""
        super().__init__(parent)
        self._request = folder / REQUEST
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.look)

    def look(self) -> None:
        """See whether a second start has come; its file is taken away."""
        with suppress(OSError):  # mostly there is none: something else in the folder has changed
            self._request.unlink()
            self.raise_requested.emit()
