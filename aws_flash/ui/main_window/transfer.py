"""Files in and out, put together: dropped or chosen files, the list of imports, the export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from aws_flash.ui.main_window.arrival_flow import ArrivalFlow
from aws_flash.ui.main_window.departure_flow import DepartureFlow
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.drops import Drops
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.imports_flow import ImportsFlow
from aws_flash.ui.main_window.overview_flow import OverviewFlow


class Transfer(QObject):
    """What the window does with files.

    `appearing` says that a page is about to take the window, `left` that it is free again.
    """

    appearing = Signal()
    left = Signal()

    def __init__(self, desk: Desk, frame: Frame, overviews: OverviewFlow) -> None:
        """Listen to what is dropped on the window."""
        super().__init__(frame)
        self._overviews = overviews
        self._is_barred: Callable[[], bool] = lambda: False
        self._arrivals = ArrivalFlow(desk, frame, overviews)
        self._imports = ImportsFlow(desk, frame)
        self._departures = DepartureFlow(desk, frame, overviews)
        self._drops = Drops(desk.theme, frame)
        self._connect()

    @property
    def arrivals(self) -> ArrivalFlow:
        """Files that come in."""
        return self._arrivals

    def bar_while(self, is_barred: Callable[[], bool]) -> None:
        """Do nothing while the window has worse to show."""
        self._is_barred = is_barred

    def choose_files(self) -> None:
        """Let the user choose files to import."""
        if not self._is_barred():
            self._arrivals.choose()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Look at files and folders, one after the other."""
        if paths and not self._is_barred():
            self._arrivals.open_files(paths)

    def show_imports(self) -> None:
        """Show all imports."""
        if not self._is_barred():
            self.appearing.emit()
            self._imports.open()

    def export(self) -> None:
        """Ask what is to be exported, the present scope first."""
        if not self._is_barred():
            self._departures.open()

    def export_topic(self, topic_id: int) -> None:
        """Ask how a topic is to be exported."""
        self._departures.open_for(topic_id)

    def _connect(self) -> None:
        arrivals, imports = self._arrivals, self._imports
        self._drops.dropped.connect(self.open_files)
        arrivals.appearing.connect(self.appearing)
        arrivals.left.connect(self.left)
        arrivals.imported.connect(imports.report)
        imports.left.connect(self.left)
        imports.import_wanted.connect(self.choose_files)
        imports.next_wanted.connect(arrivals.go_on)
        imports.tree_wanted.connect(self._show_in_tree)

    def _show_in_tree(self, topic_id: int | None) -> None:
        """Go to where most of an import can be seen, if it still is anywhere."""
        self.left.emit()
        if topic_id is not None:
            self._overviews.reveal(topic_id)
            self._overviews.refresh()
