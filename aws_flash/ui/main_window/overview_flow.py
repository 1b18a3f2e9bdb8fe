"""Keeps the tree and Today fresh: after changes, when the scope changes, when a new day begins."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from aws_flash.domain.views import Overview
from aws_flash.ui.main_window import last_overview
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.today.page import TodayPage
from aws_flash.ui.topics.tree import TopicTree

if TYPE_CHECKING:
    from aws_flash.application.services import Services

LOOK_AT_CLOCK = 30_000


class OverviewFlow(QObject):
    """Reads overviews on the worker and hands them to the tree and to Today.

    `day_began` comes when a new day is first seen while the window is open.
    """

    day_began = Signal()

    def __init__(self, desk: Desk, tree: TopicTree, today: TodayPage, folder: Path) -> None:
        """Begin with the scope last kept; `folder` is the profile's."""
        super().__init__(today)
        self._desk = desk
        self.tree = tree
        self._today = today
        self._folder = folder
        self._scope = desk.preferences.kept.scope
        self._asked = 0
        self._to_reveal: int | None = None
        self._paused = False
        self._shown: Overview | None = None
        tree.scope_changed.connect(self.set_scope)
        today.scope_cleared.connect(self.clear_scope)
        desk.changed.connect(self.refresh)
        self._clock = QTimer(self, interval=LOOK_AT_CLOCK)
        self._clock.timeout.connect(self._look_at_clock)
        self._clock.start()

    @property
    def scope(self) -> int | None:
        """The topic that Today is about; None for all."""
        return self._scope

    @property
    def shown(self) -> Overview | None:
        """The overview on screen."""
        return self._shown

    def show_last(self) -> None:
        """Show the overview as last seen, before anything is read."""
        last = last_overview.last(self._folder)
        if last is not None:
            self._show(last)

    def set_scope(self, topic_id: int | None) -> None:
        """Make Today about one topic and all below it, or about everything."""
        self._scope = topic_id
        self._desk.preferences.keep(scope=topic_id)
        self.refresh()

    def clear_scope(self) -> None:
        """Make Today about everything again."""
        self.tree.clear_scope()
        self.set_scope(None)

    def take_offer(self, minutes: int | None) -> None:
        """Take a daily pace after missed days, or end it with None."""
        self._desk.do(lambda services: services.options.catch_up(minutes), self)

    def reveal(self, topic_id: int) -> None:
        """Bring a topic into sight, one just added as soon as the tree has it."""
        self._to_reveal = topic_id

    def pause(self) -> None:
        """Leave the overview as it is: a review hides it."""
        self._paused = True

    def resume(self) -> None:
        """Bring the overview up to date and keep it so."""
        self._paused = False
        self.refresh()

    def refresh(self, *_changed: object) -> None:
        """Read the overview; while one is being read, the next answer alone counts."""
        if self._paused:
            return
        self._asked += 1
        asked, scope = self._asked, self._scope

        def arrived(overview: Overview) -> None:
            if asked == self._asked:
                self._show(overview)
                self._desk.tasks.run(lambda: last_overview.keep(self._folder, overview))

        self._desk.read(lambda services: services.overviews.look(scope), arrived)

    def _look_at_clock(self) -> None:
        """A new day may have begun, or the machine may have slept over it."""
        if self._shown is None or self._paused:
            return
        shown = self._shown.today.day

        def told(services: Services) -> bool:
            return services.overviews.day() != shown

        self._desk.read(told, lambda new_day: self._begin_day() if new_day else None)

    def _begin_day(self) -> None:
        self.refresh()
        self.day_began.emit()

    def _show(self, overview: Overview) -> None:
        self._shown = overview
        if self._scope is not None and overview.today.topic_id is None:
            self._scope = None
            self._desk.preferences.keep(scope=None)
        self.tree.show_rows(overview.tree)
        if self._to_reveal is not None:
            self.tree.reveal(self._to_reveal)
            self._to_reveal = None
        self._today.show_view(overview.today)
