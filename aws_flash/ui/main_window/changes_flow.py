"""The page of facts that a new edition changed: shown one after the other, each once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame

if TYPE_CHECKING:
    from aws_flash.application.fact_changes import ChangedFact
    from aws_flash.domain.changes import Done
    from aws_flash.ui.facts.change_page import ChangePage


class ChangesFlow(QObject):
    """Shows the first change that waits; `left` says that the page was left, or is at its end."""

    left = Signal()

    def __init__(self, desk: Desk, frame: Frame) -> None:
        """Prepare; nothing of the page is imported yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._page: ChangePage | None = None
        self._shown: ChangedFact | None = None
        self._total = 0
        desk.changed.connect(self._follow)

    def open(self) -> None:
        """Read the changes that wait, and bring the first to the front."""
        self._total = 0
        self._shown = None
        self._read(then_show=True)

    def _follow(self, _done: Done[object], _sender: object) -> None:
        if self._page is not None and self._frame.page is self._page:
            self._read(then_show=False)

    def _read(self, *, then_show: bool) -> None:
        def arrived(waiting: tuple[ChangedFact, ...]) -> None:
            if waiting:
                self._show(waiting)
            if then_show and waiting:
                self._frame.show_page(self._built())
            elif not waiting and self._page is not None and self._frame.page is self._page:
                self.left.emit()

        self._desk.read(lambda services: services.fact_changes.waiting(), arrived)

    def _show(self, waiting: tuple[ChangedFact, ...]) -> None:
        """Show the first; the others are those still to come, unless some were taken back."""
        from aws_flash.ui.main_window.fact_values import shown_change

        self._total = max(self._total, len(waiting))
        if waiting[0] == self._shown:
            return
        first = self._shown = waiting[0]
        zone = self._desk.clock().tzinfo
        came_on = datetime.fromtimestamp(first.at / 1000, tz=zone or UTC).date()
        place = (self._total - len(waiting) + 1, self._total)
        self._built().show_change(shown_change(first, came_on, place))

    def _built(self) -> ChangePage:
        if self._page is not None:
            return self._page
        from PySide6.QtGui import QDesktopServices

        from aws_flash.ui.facts.change_page import ChangePage

        desk = self._desk
        pictures = desk.pictures()
        page = self._page = ChangePage(desk.theme, desk.icons, pictures)
        page.seen.connect(self._see)
        page.mine_kept.connect(self._keep_mine)
        page.theirs_taken.connect(self._take_theirs)
        page.link_clicked.connect(QDesktopServices.openUrl)
        page.left.connect(self.left)
        return page

    def _see(self, note_id: int) -> None:
        self._desk.do(lambda services: services.fact_changes.seen([note_id]), self)

    def _keep_mine(self, note_id: int) -> None:
        self._desk.do(lambda services: services.fact_changes.keep_mine(note_id), self)

    def _take_theirs(self, note_id: int) -> None:
        self._desk.do(lambda services: services.fact_changes.take_theirs(note_id), self)
