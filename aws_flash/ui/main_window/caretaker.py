"""Looks after the profile once the window is up: checks the file, backs it up, warns once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.trouble_flow import TroubleFlow
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.text import tr

if TYPE_CHECKING:
    from aws_flash.application.services import Care


class Caretaker(QObject):
    """Has a thread of its own: checking and copying a large file must not hold up an answer."""

    def __init__(self, desk: Desk, frame: Frame, trouble: TroubleFlow) -> None:
        """Prepare; the thread starts with the first check."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._trouble = trouble
        self._tasks: Tasks | None = None

    def look_after(self) -> None:
        """Check and back up beside whatever else is going on."""
        if self._tasks is None:
            self._tasks = Tasks(self)
            self._tasks.failed.connect(self._trouble.tell)
        self._tasks.run(lambda: self._desk.access().look_after(), self._tell)

    def finish(self) -> None:
        """Let a check under way come to its end."""
        if self._tasks is not None:
            self._tasks.finish()

    def _tell(self, care: Care) -> None:
        if care.damage:
            self._trouble.show_damage(care.damage[0])
        if care.sync_client is not None:
            words = tr(
                "Your cards lie in a folder of {client}. Close aws-flash before another computer "
                "opens them there, or the copies will clash."
            )
            self._frame.toasts.say(words.format(client=care.sync_client))
