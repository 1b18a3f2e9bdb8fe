"""Long work on the worker, with a panel over the window as soon as it takes a moment."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame

if TYPE_CHECKING:
    from aws_flash.application.meter import Meter
    from aws_flash.ui.transfer.progress_sheet import ProgressSheet

T = TypeVar("T")
A_MOMENT = 300
_MANY = 20_000


class _Run(NamedTuple):
    title: Callable[[], str]
    meter: Meter


class WatchedWork(QObject):
    """Runs work in order; `is_busy` says whether any is under way. The panel is about the first."""

    def __init__(self, desk: Desk, frame: Frame) -> None:
        """Prepare; nothing runs yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._runs: deque[_Run] = deque()
        self._sheet: ProgressSheet | None = None
        self._timer = QTimer(self, singleShot=True, interval=A_MOMENT)
        self._timer.timeout.connect(self._show)

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return bool(self._runs)

    def call_off(self) -> None:
        """Ask what is under way to stop, and what waits not to begin; it does within a moment."""
        for run in self._runs:
            run.meter.call_off()

    def run(
        self,
        title: str | Callable[[], str],
        work: Callable[[Meter], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Do `work`; `otherwise` gets what was raised, Cancelled too, once the panel is gone.

        Where only the work finds out what it is about, `title` is asked when the panel opens.
        """
        from aws_flash.application.meter import Meter

        meter = Meter()
        self._runs.append(_Run(title if callable(title) else lambda: title, meter))
        if len(self._runs) == 1:
            self._timer.start()
        gc.disable()  # a search among the objects of a large file stops the window for 0.2 s

        def done(result: T) -> None:
            self._end()
            then(result)

        def failed(error: Exception) -> None:
            self._end()
            otherwise(error)

        self._desk.tasks.run(lambda: work(meter), done, failed)

    def _show(self) -> None:
        from aws_flash.ui.transfer.progress_sheet import ProgressSheet

        if not self._runs:
            return
        run = self._runs[0]
        sheet = ProgressSheet(self._desk.theme, self._frame, run.title(), run.meter.read)
        sheet.called_off.connect(self.call_off)
        sheet.closed.connect(sheet.deleteLater)
        self._sheet = sheet
        sheet.open()

    def _end(self) -> None:
        self._runs.popleft()
        self._timer.stop()
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.close_sheet()
        self._sheet = None
        if self._runs:
            self._timer.start()
            return
        if gc.get_count()[0] > _MANY:
            gc.freeze()  # what was read holds no garbage, and goes with its last reader
        gc.enable()
