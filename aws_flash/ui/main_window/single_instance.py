"""One window a profile: a second start raises the first one and hands over what it was given."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 2000
RAISE = b"raise\n"
_AGAIN = 50


def server_name(folder: Path) -> str:
    """Return the name under which the window of a profile is reached."""
    return f"aws-flash-{sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"


def raise_other(folder: Path) -> bool:
    """Ask the window that holds the profile to come to the front; False when none answers.

    One that is just starting will listen in a moment, so it is asked again for two seconds.
    """
    patience = QDeadlineTimer(PATIENCE)
    while not _has_heard(folder):
        if patience.hasExpired():
            return False
        QThread.msleep(_AGAIN)
    return True


def _has_heard(folder: Path) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(RAISE)
    answered = socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return answered


class InstanceServer(QObject):
    """Listens for second starts; `raise_requested` says that one came."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Listen for the profile `folder`, whose lock the caller holds.

        Holding it, a socket left behind by a killed program can be removed safely.
        """
        super().__init__(parent)
        name = server_name(folder)
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(name)

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
