"""Files that come in: read, looked at by the user, and taken in; one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.overview_flow import OverviewFlow
from aws_flash.ui.main_window.watched_work import WatchedWork
from aws_flash.ui.text import tr

if TYPE_CHECKING:
    from aws_flash.application.importing.arrival import Arrival
    from aws_flash.application.importing.preview import Preview
    from aws_flash.application.meter import Meter
    from aws_flash.application.services import Services
    from aws_flash.domain.changes import Done
    from aws_flash.domain.imports import Import, Wishes
    from aws_flash.ui.main_window.preview_flow import PreviewFlow
    from aws_flash.ui.transfer.offer import Offer

    Looked = tuple[Arrival, Offer, Wishes]


class ArrivalFlow(QObject):
    """Takes files through reading, preview and taking in.

    `appearing` says that the window is needed, `left` that it is free again. `imported` carries the
    Import, its FaultyRows, and how many files wait.
    """

    appearing = Signal()
    left = Signal()
    imported = Signal(object, object, int)

    def __init__(self, desk: Desk, frame: Frame, overviews: OverviewFlow) -> None:
        """Prepare; nothing of the pages is imported yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._overviews = overviews
        self._work = WatchedWork(desk, frame)
        self._waiting: deque[Path] = deque()
        self._count = 0
        self._has_window = False
        self._preview: PreviewFlow | None = None
        frame.page_changed.connect(self._follow_page)

    @property
    def waiting(self) -> int:
        """How many files wait for their preview."""
        return len(self._waiting)

    def choose(self) -> None:
        """Let the user choose files."""
        from aws_flash.ui.main_window.file_dialogs import choose_files

        choose_files(self._frame, self.open_files)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Look at files; those that come while others are looked at wait for their turn."""
        self._waiting.extend(paths)
        if self._preview is not None or self._work.is_busy:
            self._say(tr("{name} comes next.").format(name=paths[0].name) if paths else "")
        else:
            self._count = 0
            self.go_on()

    def go_on(self) -> None:
        """Look at the next file; where none waits, leave."""
        if not self._waiting:
            self._count, self._has_window = 0, False
            self.left.emit()
            return
        self._count += 1
        path = self._waiting.popleft()
        services = self._desk.services
        title = tr("Reading {name}").format(name=path.name or path)

        def work(meter: Meter) -> Looked:
            arrival = services().importing.look(path, meter)
            return looked_at(services(), arrival)

        self._work.run(title, work, self._show, self._refused)

    def look_at(self, arrival: Arrival) -> None:
        """Show the preview of a file that was read already."""
        self._count += 1
        services, title = self._desk.services, tr("Comparing with your cards")
        self._work.run(title, lambda _: looked_at(services(), arrival), self._show, self._refused)

    def _show(self, looked: Looked) -> None:
        from aws_flash.ui.main_window.preview_flow import PreviewFlow

        self._has_window = True
        self.appearing.emit()
        place = (self._count, self._count + len(self._waiting))
        preview = self._preview = PreviewFlow(self._desk, self._frame, self._overviews, *looked)
        preview.left.connect(self._leave)
        preview.confirmed.connect(self._take_in)
        preview.show(place)

    def _follow_page(self) -> None:
        """The user went elsewhere: the file, and those that wait, are put aside."""
        if self._preview is not None and self._frame.page is not self._preview.page:
            self._waiting.clear()
            self._has_window = False
            self._close_preview()

    def _leave(self) -> None:
        """The user does not want this file."""
        self._close_preview()
        self.go_on()

    def _take_in(self) -> None:
        preview = self._preview
        if preview is None or preview.is_busy or self._work.is_busy:
            return
        arrival, wishes, services = preview.arrival, preview.wishes, self._desk.services
        title = tr("Importing {name}").format(name=arrival.path.name)

        def work(meter: Meter) -> Done[Import | None]:
            import_module("aws_flash.ui.transfer.report_page")
            return services().importing.take_in(arrival, wishes, meter)

        self._work.run(title, work, self._taken_in, self._refused_to_take)

    def _taken_in(self, done: Done[Import | None]) -> None:
        found = done.value
        if not self._waiting:
            self._count = 0
        if found is None:
            self._close_preview()
            self._say(tr("Nothing new: everything in the file was here already."))
            self.go_on()
            return
        self._has_window = bool(self._waiting)
        left_out = None if self._preview is None else self._preview.left_out()
        self._close_preview()
        self.imported.emit(found, left_out, len(self._waiting))
        self._desk.changed.emit(done, self)

    def _refused(self, error: Exception) -> None:
        """A file cannot be read, or the user called it off: say so and go on with the next."""
        self._tell(error)
        if self._waiting or self._has_window:
            self.go_on()

    def _refused_to_take(self, error: Exception) -> None:
        """Nothing was taken in; the preview stays."""
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        from aws_flash.domain.monitor import Cancelled

        if isinstance(error, Cancelled):
            self._say(tr("Called off. Nothing was changed."))
        else:
            self._desk.tasks.failed.emit(error)

    def _close_preview(self) -> None:
        if self._preview is not None:
            self._preview.close()
            self._preview = None

    def _say(self, text: str) -> None:
        if text:
            self._frame.toasts.say(text)


def looked_at(services: Services, arrival: Arrival) -> Looked:
    """Compare a file with the collection, as is likely wanted.

    The worker loads what the preview needs, so that the window can follow keys meanwhile.
    """
    from aws_flash.domain.imports import Wishes
    from aws_flash.ui.transfer.offer import offer_of

    try:
        import_module("aws_flash.ui.main_window.preview_flow")
        preview = services.importing.preview(arrival, Wishes())
        return arrival, offer_of(arrival.bundle, preview), first_wishes(arrival, preview)
    except BaseException:
        arrival.close()
        raise


def first_wishes(arrival: Arrival, preview: Preview) -> Wishes:
    """Return what is likely wanted: progress comes along with one's own collection alone.

    Not where every card is here already: then the same file most likely comes a second time.
    """
    from aws_flash.domain.imports import Wishes

    is_new = bool(preview.plan.added or preview.plan.changed)
    return Wishes(with_progress=arrival.bundle.is_collection and is_new)
