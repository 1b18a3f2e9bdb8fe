"""Long work on the worker, with a panel over the window as soon as it takes a moment."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame

if TYPE_CHECKING:
    from aws_flash.application.meter import Meter
    from aws_flash.ui.transfer.progress_sheet import ProgressSheet

T = TypeVar("T")
A_MOMENT = 300


class WatchedWork(QObject):
    """Runs one piece of work at a time; `is_busy` says whether one is under way."""

    def __init__(self, desk: Desk, frame: Frame) -> None:
        """Prepare; nothing runs yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._meter: Meter | None = None
        self._sheet: ProgressSheet | None = None
        self._title = ""
        self._timer = QTimer(self, singleShot=True, interval=A_MOMENT)
        self._timer.timeout.connect(self._show)

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._meter is not None

    def call_off(self) -> None:
        """Ask what is under way to stop; it does within a moment."""
        if self._meter is not None:
            self._meter.call_off()

    def run(
        self,
        title: str,
        work: Callable[[Meter], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Do `work`; `otherwise` gets what was raised, Cancelled too, once the panel is gone."""
        from aws_flash.application.meter import Meter

        meter = self._meter = Meter()
        self._title = title
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

        if self._meter is None:
            return
        sheet = ProgressSheet(self._desk.theme, self._frame, self._title, self._meter.read)
        sheet.called_off.connect(self.call_off)
        sheet.closed.connect(sheet.deleteLater)
        self._sheet = sheet
        sheet.open()

    def _end(self) -> None:
        self._timer.stop()
        gc.freeze()  # what was read holds no garbage, and goes with its last reader
        gc.enable()
        self._meter = None
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.close_sheet()
        self._sheet = None
