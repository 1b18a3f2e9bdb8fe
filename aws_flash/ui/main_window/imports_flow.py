"""The list of all imports and the report of one, kept in step with the collection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.left_out_flow import LeftOutFlow
from aws_flash.ui.main_window.watched_work import WatchedWork
from aws_flash.ui.text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from aws_flash.application.importing.faulty_rows import FaultyRows
    from aws_flash.application.meter import Meter
    from aws_flash.application.services import Services
    from aws_flash.domain.changes import Done
    from aws_flash.domain.imports import Import, Reverted
    from aws_flash.ui.transfer.imports_page import ImportsPage
    from aws_flash.ui.transfer.report_page import ReportPage
    from aws_flash.ui.transfer.values import ImportLine


class ImportsFlow(QObject):
    """`left` says that a page was left; `tree_wanted` carries a topic's id.

    `import_wanted` asks for a file, `next_wanted` for the next one that waits.
    """

    left = Signal()
    import_wanted = Signal()
    next_wanted = Signal()
    tree_wanted = Signal(object)

    def __init__(self, desk: Desk, frame: Frame) -> None:
        """Prepare; nothing of the pages is imported yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._work = WatchedWork(desk, frame)
        self._list: ImportsPage | None = None
        self._report: ReportPage | None = None
        self._waiting = 0
        self._latest: tuple[int, FaultyRows | None] | None = None
        self._left_out = LeftOutFlow(desk, frame)
        self._lines: list[ImportLine] = []
        desk.changed.connect(self._follow)

    def open(self) -> None:
        """Read all imports, and bring their page to the front."""

        def arrived(lines: list[ImportLine]) -> None:
            page = self._built_list()
            page.show_imports(lines)
            self._frame.show_sidebar()
            self._frame.show_page(page)

        self._read(arrived)

    def report(self, found: Import, left_out: FaultyRows | None, waiting: int) -> None:
        """Show what an import did that has just come in; so many files wait."""
        self._waiting = waiting
        self._latest = (found.id, left_out)
        self.open_report(found.id)

    def open_report(self, import_id: int) -> None:
        """Bring the report of an import to the front."""

        def arrived(_lines: list[ImportLine]) -> None:
            self._built_report()
            QTimer.singleShot(0, self, lambda: self._appear(import_id))  # a frame each

        self._read(arrived)

    def _appear(self, import_id: int) -> None:
        page = self._built_report()
        if self._show_report(page, import_id):
            self._frame.show_sidebar()
            self._frame.show_page(page)

    def _follow(self, _done: object, _sender: object) -> None:
        """An import was taken back, or that was undone, perhaps from elsewhere."""
        page = self._frame.page
        if page is None or page not in (self._list, self._report):
            return

        def arrived(lines: list[ImportLine]) -> None:
            if self._list is not None:
                self._list.show_imports(lines)
            report = self._report
            if report is None or report is not self._frame.page or report.import_id is None:
                return
            if not self._show_report(report, report.import_id):
                self.left.emit()

        self._read(arrived)

    def _show_report(self, page: ReportPage, import_id: int) -> bool:
        """Show the report of an import; False where there is none, since it was undone."""
        line = next((one for one in self._lines if one.id == import_id), None)
        if line is not None:
            page.show_import(line, self._say(line), self._waiting)
        return line is not None

    def _read(self, then: Callable[[list[ImportLine]], None]) -> None:
        def found(services: Services) -> tuple[list[Import], dict[str, str]]:
            from aws_flash.application.importing.importing import formats_in

            return services.importing.imports(), formats_in()

        def arrived(read: tuple[list[Import], dict[str, str]]) -> None:
            from aws_flash.ui.main_window.transfer_values import import_line

            zone = self._desk.clock().tzinfo
            self._lines = [import_line(one, read[1], zone) for one in read[0]]
            then(self._lines)

        self._desk.read(found, arrived)

    def _built_list(self) -> ImportsPage:
        if self._list is None:
            from aws_flash.ui.text import clock_text
            from aws_flash.ui.transfer.imports_page import ImportsPage

            desk = self._desk
            page = self._list = ImportsPage(
                desk.theme, desk.icons, lambda moment: clock_text(moment, desk.clock())
            )
            page.report_wanted.connect(self._open_old_report)
            page.taken_back.connect(self._take_back)
            page.import_wanted.connect(self.import_wanted)
            page.left.connect(self.left)
        return self._list

    def _built_report(self) -> ReportPage:
        if self._report is None:
            from aws_flash.ui.transfer.report_page import ReportPage

            page = self._report = ReportPage(self._desk.theme, self._desk.icons)
            page.taken_back.connect(self._take_back)
            page.tree_wanted.connect(self._show_in_tree)
            page.save_wanted.connect(self._save_left_out)
            page.list_wanted.connect(self.open)
            page.next_wanted.connect(self.next_wanted)
            page.left.connect(self.left)
        return self._report

    def _open_old_report(self, import_id: int) -> None:
        self._waiting = 0
        self.open_report(import_id)

    def _save_left_out(self, import_id: int) -> None:
        line = next((one for one in self._lines if one.id == import_id), None)
        if line is not None:
            self._left_out.save(Path(line.name), lambda: self._left_out_of(line))

    def _left_out_of(self, line: ImportLine) -> FaultyRows:
        """Return what an import left out, with its cells where that was the latest one."""
        from aws_flash.application.importing.faulty_rows import FaultyRows
        from aws_flash.domain.bundle import Problem

        told = tuple(Problem(*one) for one in line.report.problems)
        latest_id, latest = self._latest or (None, None)
        if latest is None or latest_id != line.id:
            return FaultyRows(line.name, told)
        return replace(latest, problems=(*latest.problems, *told[len(latest.problems) :]))

    def _say(self, line: ImportLine) -> str:
        from aws_flash.ui.text import clock_text

        return clock_text(line.at, self._desk.clock())

    def _take_back(self, import_id: int) -> None:
        if self._work.is_busy:
            return
        name = next((line.name for line in self._lines if line.id == import_id), "")
        services = self._desk.services

        def work(meter: Meter) -> Done[Reverted]:
            return services().importing.revert(import_id, meter)

        title = tr("Taking back the import of {subject}").format(subject=name)
        self._work.run(title, work, lambda done: self._desk.changed.emit(done, self), self._refused)

    def _refused(self, error: Exception) -> None:
        from aws_flash.domain.monitor import Cancelled

        if isinstance(error, Cancelled):
            self._frame.toasts.say(tr("Called off. Nothing was changed."))
        else:
            self._desk.tasks.failed.emit(error)

    def _show_in_tree(self, import_id: int) -> None:
        self._desk.read(
            lambda services: services.importing.topic_of(import_id), self.tree_wanted.emit
        )
