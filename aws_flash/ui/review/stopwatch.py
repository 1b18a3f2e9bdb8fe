"""Measures how long an answer took, and stands still while the card is being edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer


def running_clock() -> Callable[[], int]:
    """Return a clock that tells milliseconds since now, whatever is done to the system's time."""
    timer = QElapsedTimer()
    timer.start()
    return timer.elapsed


class Stopwatch:
    """Counts milliseconds by a clock that only goes forward."""

    def __init__(self, milliseconds: Callable[[], int]) -> None:
        """Begin at zero, standing still."""
        self._now = milliseconds
        self._counted = 0
        self._since: int | None = None

    @property
    def elapsed(self) -> int:
        """Milliseconds counted since the start."""
        running = 0 if self._since is None else self._now() - self._since
        return self._counted + running

    def start(self) -> None:
        """Begin at zero and run."""
        self._counted = 0
        self._since = self._now()

    def pause(self) -> None:
        """Stand still."""
        self._counted = self.elapsed
        self._since = None

    def resume(self) -> None:
        """Run on."""
        if self._since is None:
            self._since = self._now()
