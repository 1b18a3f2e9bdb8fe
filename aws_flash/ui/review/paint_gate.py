"""Tells when something new on screen may be acted on: after it was painted, not before."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class PaintGate(QObject):
    """Opens when the events that came before and during the painting have been handled.

    So a key pressed too early, for what stood there before, finds the gate closed.
    """

    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin closed."""
        super().__init__(parent)
        self._is_open = False
        # Of no time at all: Qt fires it when no other event waits.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._open)

    @property
    def is_open(self) -> bool:
        """Whether what is on screen has been painted."""
        return self._is_open

    def close(self) -> None:
        """Wait for the next painting."""
        self._is_open = False
        self._timer.stop()

    def note_painting(self) -> None:
        """Say that what is on screen is being painted."""
        if not self._is_open:
            self._timer.start()

    def _open(self) -> None:
        self._is_open = True
        self.opened.emit()
