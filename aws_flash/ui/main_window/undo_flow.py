"""Undo and redo outside a review, and the toast that names every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.reviewing import Reviewing
from aws_flash.ui.main_window.watched_work import WatchedWork
from aws_flash.ui.text import redoing_text, redone_text, step_text, tr, undoing_text, undone_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from aws_flash.application.meter import Meter
    from aws_flash.application.operations import Operations
    from aws_flash.domain.changes import Done, Step

    Swap = Callable[[Meter], Done[Step | None]]


class UndoFlow(QObject):
    """Says each step in a toast with an Undo button, and takes steps back.

    During a review its page follows what is undone and says it; here it is only passed on.
    """

    def __init__(self, desk: Desk, frame: Frame, reviewing: Reviewing) -> None:
        """Listen to what changes at the desk and to the toasts' button."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._reviewing = reviewing
        self._work = WatchedWork(desk, frame)
        self._newest: Step | None = None
        self._under_way: Step | None = None
        desk.changed.connect(self._tell)
        frame.toast_acted.connect(self._act)

    def undo(self) -> None:
        """Take the newest step back and say so; without one, say that too."""
        if self._reviewing.is_open:
            self._reviewing.undo()
        else:
            self._do(_undo, lambda: undoing_text(self._under_way), self._undone)

    def redo(self) -> None:
        """Do the step last taken back again."""
        if self._reviewing.is_open:
            self._reviewing.redo()
        else:
            self._do(_redo, lambda: redoing_text(self._under_way), self._redone)

    def _do(
        self,
        deed: Callable[[Operations], tuple[Step | None, Swap]],
        title: Callable[[], str],
        told: Callable[[Done[Step | None]], None],
    ) -> None:
        """Run a deed; a large step takes so long that a panel names it."""

        def work(meter: Meter) -> Done[Step | None]:
            operations = self._desk.services().operations
            self._under_way, do = deed(operations)
            return do(meter)

        def finished(done: Done[Step | None]) -> None:
            told(done)
            if done.changed:
                self._desk.changed.emit(done, self)

        self._work.run(title, work, finished, self._refused)

    def _refused(self, error: Exception) -> None:
        from aws_flash.domain.monitor import Cancelled

        if isinstance(error, Cancelled):
            self._frame.toasts.say_newest(tr("Called off. Nothing was changed."))
        else:
            self._desk.tasks.failed.emit(error)

    def _tell(self, done: Done[object], sender: object) -> None:
        self._newest = done.step
        if sender not in (self, self._reviewing) and done.step is not None:
            self._frame.toasts.say_newest(step_text(done.step), tr("Undo"), done.step)

    def _act(self, step: object) -> None:
        """Undo from a toast, if nothing newer was done since it was said."""
        if step in (self._newest, self._reviewing):
            self.undo()
        else:
            self._frame.toasts.say_newest(
                tr("Something newer was done. Ctrl+Z takes back step by step.")
            )

    def _undone(self, done: Done[Step | None]) -> None:
        self._frame.toasts.say_newest(
            undone_text(done.value) if done.value else tr("Nothing to undo")
        )

    def _redone(self, done: Done[Step | None]) -> None:
        self._frame.toasts.say_newest(
            redone_text(done.value) if done.value else tr("Nothing to redo")
        )

    def _say(self, text: str) -> None:
        self._frame.toasts.say_newest(text)


def _undo(operations: Operations) -> tuple[Step | None, Swap]:
    return operations.undoable, operations.undo


def _redo(operations: Operations) -> tuple[Step | None, Swap]:
    return operations.redoable, operations.redo
