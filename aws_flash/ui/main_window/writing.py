"""Writing cards and topics from anywhere in the window; its sheets are imported when opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.overview_flow import OverviewFlow

if TYPE_CHECKING:
    from aws_flash.domain.changes import Done
    from aws_flash.domain.views import TreeRow
    from aws_flash.ui.editor.authoring_flow import AuthoringFlow


class Writing(QObject):
    """Opens the sheets for a new card and a new topic with the present scope chosen."""

    def __init__(self, desk: Desk, frame: Frame, overviews: OverviewFlow) -> None:
        """Take the topics to offer from the overview on screen."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._overviews = overviews
        self._flow: AuthoringFlow | None = None

    def new_card(self) -> None:
        """Open the sheet for new cards."""
        self._built().write_cards(self._rows(), self._overviews.scope)

    def new_topic(self) -> None:
        """Open the sheet for a new topic, under the present scope unless another is chosen."""
        self.new_topic_under(self._overviews.scope)

    def new_topic_under(self, parent_id: int | None) -> None:
        """Open the sheet for a new topic under another."""
        self._built().write_topic(self._rows(), parent_id)

    def _rows(self) -> tuple[TreeRow, ...]:
        shown = self._overviews.shown
        return () if shown is None else shown.tree

    def _built(self) -> AuthoringFlow:
        if self._flow is None:
            from aws_flash.ui.editor.authoring_flow import AuthoringFlow

            desk = self._desk
            self._flow = AuthoringFlow(desk.theme, self._frame, desk.tasks, desk.services)
            self._flow.changed.connect(self._pass_on)
        return self._flow

    def _pass_on(self, done: Done[int]) -> None:
        from aws_flash.domain.changes import Action

        if done.step is not None and done.step.action is Action.ADD_TOPIC:
            self._overviews.reveal(done.value)
        self._desk.changed.emit(done, self)
