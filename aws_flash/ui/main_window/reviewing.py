"""Reviews in the window: the page takes all of it, and gives it back at the end."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame

if TYPE_CHECKING:
    from aws_flash.application.services import Services
    from aws_flash.domain.changes import Done
    from aws_flash.ui.review.flow import ReviewFlow
    from aws_flash.ui.review.page import ReviewPage

AT_REST = 400
"""Milliseconds after which the window has painted what it was given, and waits for the user."""


class Reviewing(QObject):
    """Builds the review page for the first session, or before: the first window does without it."""

    began = Signal()
    ended = Signal()
    keys_wanted = Signal()

    def __init__(self, desk: Desk, frame: Frame) -> None:
        """Prepare; nothing heavy is imported yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._flow: ReviewFlow | None = None
        self._page: ReviewPage | None = None

    def prepare(self) -> None:
        """Build the page as soon as nothing else is to be done, so that no card waits for it."""
        QTimer.singleShot(AT_REST, self, self._rehearse)

    @property
    def is_open(self) -> bool:
        """Whether a session is on screen."""
        return self._flow is not None and self._flow.is_open

    def begin(self, topic_id: int | None) -> None:
        """Begin the day's session over a branch, or over everything."""
        self._built().begin(topic_id)

    def begin_ahead(self, topic_id: int | None) -> None:
        """Begin to study ahead."""
        self._built().begin_ahead(topic_id)

    def leave(self) -> None:
        """End the session as far as it is."""
        self._built().leave()

    def undo(self) -> None:
        """Take the newest step back, the session following."""
        self._built().undo()

    def redo(self) -> None:
        """Do it again, the session following."""
        self._built().redo()

    def _rehearse(self) -> None:
        """The worker loads first, so that the window can follow keys meanwhile."""

        def loaded(_: None) -> None:
            self._built()

        if self._flow is None:
            self._desk.read(_load, loaded)

    def _built(self) -> ReviewFlow:
        if self._flow is not None:
            return self._flow
        from PySide6.QtGui import QDesktopServices

        from aws_flash.ui.review.flow import ReviewFlow
        from aws_flash.ui.review.page import ReviewPage

        desk = self._desk
        pictures = desk.pictures()
        self._page = ReviewPage(desk.theme, desk.icons, pictures)
        self._frame.add_page(self._page)
        flow = ReviewFlow(self._page, desk.tasks, desk.services)
        flow.began.connect(self._show)
        flow.left.connect(self._leave)
        flow.changed.connect(self._pass_on)
        flow.said.connect(self._say)
        flow.keys_wanted.connect(self.keys_wanted)
        self._page.link_clicked.connect(QDesktopServices.openUrl)
        self._flow = flow
        return flow

    def _show(self) -> None:
        page = self._page
        if page is not None:
            self._frame.hide_sidebar()
            self._frame.show_page(page)
            self.began.emit()

    def _leave(self) -> None:
        self._frame.show_sidebar()
        self.ended.emit()

    def _pass_on(self, done: Done[object]) -> None:
        self._desk.changed.emit(done, self)

    def _say(self, text: str, undoable: bool) -> None:  # noqa: FBT001 - a slot
        self._frame.toasts.say_newest(text, self.tr("Undo") if undoable else "", self)


def _load(services: Services) -> None:
    """Load the modules of the page, and by choosing a first card all that makes cards."""
    import_module("aws_flash.ui.review.flow")
    services.study.begin()
