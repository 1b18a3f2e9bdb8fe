"""The worker: one thread that does all writes and all slow reads, in order."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Tasks(QObject):
    """Runs work on the worker thread and hands its result back on the interface thread.

    `failed` carries an exception that nobody asked for: a UserError to be told, anything else a
    bug to be reported.
    """

    failed = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._waiting: SimpleQueue[Callable[[], Callable[[], None]] | None] = SimpleQueue()
        self._finished.connect(_call, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work, name="worker", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` after what was asked before, then call `then` with its result.

        An exception goes to `otherwise`, or to the signal `failed` when that is not given.
        """
        told = otherwise or self.failed.emit

        def task() -> Callable[[], None]:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001  # carried over to the interface thread
                refusal = error
                return lambda: told(refusal)
            return lambda: then(result) if then is not None else None

        self._waiting.put(task)

    def finish(self) -> None:
        """Do what is still waiting and end the thread; nothing can be run afterwards."""
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            self._finished.emit(task())


def _call(report: Callable[[], None]) -> None:
    report()
