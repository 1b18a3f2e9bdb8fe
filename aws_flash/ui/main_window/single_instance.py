"""One window a profile: a second start asks the first one, by a file, to come to the front.

What the second start was to open stands in that file: paths, with a NUL between them.

A file and QtCore's watch on its folder, not a socket: QtNetwork with all that it brings would take
15 ms and 3 MB of every start, to be used once in a while.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QFileSystemWatcher, QObject, QThread, Signal

REQUEST = "raise"
PATIENCE = 2000
_LOOK_AGAIN = 20
_BETWEEN = b"\0"


def raise_other(folder: Path, files: Sequence[Path] = ()) -> bool:
    """Ask the window that holds the profile to come to the front, and to open files.

    Its answer is that it takes our file away; one that is only just starting does so in a moment.
    False when none answers.
    """
    request = folder / REQUEST
    patience = QDeadlineTimer(PATIENCE)
    try:
        while request.exists() and not patience.hasExpired():  # another start asks as well
            QThread.msleep(_LOOK_AGAIN)
        _write_whole(request, _BETWEEN.join(os.fsencode(file.absolute()) for file in files))
        while request.exists():
            if patience.hasExpired():
                request.unlink(missing_ok=True)
                return False
            QThread.msleep(_LOOK_AGAIN)
    except OSError:
        return False
    return True


def _write_whole(request: Path, content: bytes) -> None:
    """Let the file appear with all that is in it."""
    part = request.with_name(f"{request.name}.{os.getpid()}")
    part.write_bytes(content)
    part.replace(request)


class SecondStarts(QObject):
    """Listens for second starts; `raise_requested` says that one came.

    `files_arrived` carries the paths that it was to open, where there are some.
    """

    raise_requested = Signal()
    files_arrived = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Listen for the profile `folder`, whose lock the caller holds."""
        super().__init__(parent)
        self._request = folder / REQUEST
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.look)

    def look(self) -> None:
        """See whether a second start has come; its file is taken away."""
        with suppress(OSError):  # mostly there is none: something else in the folder has changed
            content = self._request.read_bytes()
            self._request.unlink()
            self.raise_requested.emit()
            files = [Path(os.fsdecode(name)) for name in content.split(_BETWEEN) if name]
            if files:
                self.files_arrived.emit(files)
