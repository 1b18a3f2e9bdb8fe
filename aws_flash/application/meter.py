"""A meter: how far long work is, read by another thread, which may call the work off."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event, Lock

from aws_flash.domain.monitor import Cancelled


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the work is: the phase by name, and its steps; a `total` of 0 is not known."""

    phase: str
    done: int
    total: int


class Meter:
    """A monitor (aws_flash.domain.monitor) whose readings the window or a terminal shows."""

    def __init__(self) -> None:
        """Begin before any phase."""
        self._reading = Reading("", 0, 0)
        self._lock = Lock()
        self._called_off = Event()

    def phase(self, name: str, total: int = 0) -> None:
        """Begin a phase; raises Cancelled once the work was called off."""
        with self._lock:
            self._reading = Reading(name, 0, total)
        self._check()

    def step(self, count: int = 1) -> None:
        """Count steps done; raises Cancelled once the work was called off."""
        with self._lock:
            before = self._reading
            self._reading = Reading(before.phase, before.done + count, before.total)
        self._check()

    def read(self) -> Reading:
        """Return how far the work is."""
        with self._lock:
            return self._reading

    def call_off(self) -> None:
        """Ask the work to stop and leave nothing behind; it does at its next step."""
        self._called_off.set()

    def _check(self) -> None:
        if self._called_off.is_set():
            raise Cancelled
