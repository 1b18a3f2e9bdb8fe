"""One file in its preview: what the page asks for is read, what the user changes is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from aws_flash.ui.editor.topic_paths import topic_paths
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.overview_flow import OverviewFlow
from aws_flash.ui.main_window.watched_work import WatchedWork
from aws_flash.ui.transfer.choosing import Choosing
from aws_flash.ui.transfer.offer import Offer, offer_of
from aws_flash.ui.transfer.preview_page import PreviewPage
from aws_flash.ui.transfer.table_panel import ROWS
from aws_flash.ui.transfer.words import place_text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from aws_flash.application.importing.arrival import Arrival
    from aws_flash.application.importing.sampling import Sample
    from aws_flash.application.importing.tables import Table, TableForm
    from aws_flash.application.meter import Meter
    from aws_flash.application.services import Services
    from aws_flash.domain.bundle import BundledNote, Problem
    from aws_flash.domain.imports import Wishes
    from aws_flash.domain.merge import Difference
    from aws_flash.ui.editor.card_editor import CardEditor

    Rows = tuple[tuple[str, ...], ...]

_TABLE = "delimited"


class PreviewFlow(QObject):
    """Holds the file open until `close`."""

    confirmed = Signal()
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        overviews: OverviewFlow,
        *looked: *tuple[Arrival, Offer, Wishes],
    ) -> None:
        """Build the page of a file that was read."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self.arrival, offer, wishes = looked
        self._is_open = True
        self._by_first_field = wishes.by_first_field
        self._work = WatchedWork(desk, frame)
        self._table: Table | None = None
        is_table = self.arrival.format == _TABLE
        self._choosing = Choosing(offer, wishes, is_table=is_table)
        shown = overviews.shown
        paths = topic_paths(() if shown is None else shown.tree)
        self._page = PreviewPage(desk.theme, desk.icons, self._choosing, paths)
        self._connect()

    @property
    def page(self) -> PreviewPage:
        """The page of the file."""
        return self._page

    @property
    def wishes(self) -> Wishes:
        """What the user asks for."""
        return self._choosing.wishes

    def show(self, place: tuple[int, int]) -> None:
        """Bring the page to the front; `place` is which one of how many files it is."""
        where = place_text(*place) if place[1] > 1 else ""
        self._frame.hide_sidebar()
        self._frame.show_page(self._page)
        QTimer.singleShot(0, self, lambda: self._begin(where))  # a frame each
        self._frame.toasts.keep_free(lambda: self._page.foot_height if self._is_open else 0)

    def _begin(self, where: str) -> None:
        if not self._is_open:
            return
        self._page.begin(self.arrival.path.name, self.arrival.format_name, where)
        if self._choosing.is_table:
            self._look_at_table()

    def close(self) -> None:
        """Let go of the file, and of the page once another one shows."""
        self._is_open = False
        arrival = self.arrival
        self._desk.tasks.run(arrival.close)
        self._frame.retire_page(self._page)
        self.deleteLater()

    @property
    def is_busy(self) -> bool:
        """Whether the file is being read in another way."""
        return self._work.is_busy

    def _connect(self) -> None:
        page, parts = self._page, self._page.parts
        page.confirmed.connect(self.confirmed)
        page.left.connect(self.left)
        page.wishes_changed.connect(self._follow_wishes)
        parts.sample_wanted.connect(self._show_sample)
        parts.comparison_wanted.connect(self._show_comparison)
        parts.edit_wanted.connect(self._edit)
        parts.mended.connect(self._mend)
        parts.table.changed.connect(self._read_as)
        parts.link_clicked.connect(_open_link)

    def _show_sample(self, note: BundledNote) -> None:
        self._sample(note, self._page.parts.show_sample)

    def _sample(self, note: BundledNote, then: Callable[[Sample], None]) -> None:
        from aws_flash.application.importing.sampling import sample_of

        arrival = self.arrival

        def arrived(sample: Sample) -> None:
            if self._is_open:
                then(sample)

        self._desk.tasks.run(lambda: sample_of(arrival, note), arrived)

    def _show_comparison(self, difference: Difference, part: str) -> None:
        arrival = self.arrival
        self._desk.read(
            lambda services: services.importing.compare(arrival, difference),
            lambda compared: (
                self._page.parts.show_comparison(compared, part) if self._is_open else None
            ),
        )

    def _follow_wishes(self) -> None:
        """What counts as the same card has changed: compare anew."""
        if self._choosing.is_by_first_field != self._by_first_field:
            self._by_first_field = self._choosing.is_by_first_field
            self._look_again()

    def _look_again(self) -> None:
        arrival, wishes = self.arrival, self._choosing.all_wishes

        def look(services: Services) -> Offer:
            return offer_of(arrival.bundle, services.importing.preview(arrival, wishes))

        def arrived(offer: Offer) -> None:
            if self._is_open:
                self._choosing.see(offer)
                self._page.see_content()

        self._desk.read(look, arrived)

    def _look_at_table(self) -> None:
        """Find out how the table was read, and show it."""
        from aws_flash.application.importing import tables

        arrival = self.arrival

        def look() -> tuple[Table | None, Rows]:
            table = tables.table_of(arrival)
            return table, () if table is None else table.first_rows(arrival, ROWS)

        def arrived(found: tuple[Table | None, Rows]) -> None:
            table, rows = found
            if self._is_open and table is not None:
                self._table = table
                self._page.parts.table.offer(tables.ENCODINGS, tables.SEPARATORS)
                self._page.parts.show_table(table.form, rows, tables.ROLES)

        self._desk.tasks.run(look, arrived)

    def _read_as(self, form: TableForm) -> None:
        """Read the table in another way."""
        arrival, table = self.arrival, self._table
        if table is not None:
            self._read_again(lambda: table.with_form(arrival, form))

    def _mend(self, problem: Problem, cells: tuple[str, ...]) -> None:
        """Take a row as the user has put it right."""
        table = self._table
        if table is not None:
            self._read_again(lambda: table.with_row(problem, cells))

    def _read_again(self, changed: Callable[[], Table]) -> None:
        from aws_flash.application.importing import tables

        if self._work.is_busy:
            return
        arrival, wishes, services = self.arrival, self._choosing.all_wishes, self._desk.services

        def work(meter: Meter) -> tuple[Table, Rows, Arrival, Offer]:
            table = changed()
            read = table.read(arrival, meter)
            rows = table.first_rows(read, ROWS)
            preview = services().importing.preview(read, wishes)
            return table, rows, read, offer_of(read.bundle, preview)

        def arrived(found: tuple[Table, Rows, Arrival, Offer]) -> None:
            self._table, rows, self.arrival, offer = found
            if self._is_open:
                self._choosing.see(offer)
                self._page.see_content()
                self._page.parts.show_table(self._table.form, rows, tables.ROLES)

        title = tr("Reading {name}").format(name=arrival.path.name)
        self._work.run(title, work, arrived, self._cannot_read_so)

    def _cannot_read_so(self, error: Exception) -> None:
        from aws_flash.domain.errors import UserError
        from aws_flash.domain.monitor import Cancelled
        from aws_flash.ui.text import error_text

        if isinstance(error, UserError):
            self._page.parts.table.show_problem(error_text(error))
        elif not isinstance(error, Cancelled):
            self._desk.tasks.failed.emit(error)

    def _edit(self, guid: str) -> None:
        """Read the note as it would be, and lay the small editor over the page."""
        note = next((one for one in self.arrival.bundle.notes if one.guid == guid), None)
        if note is not None:
            self._sample(note, lambda sample: self._open_editor(guid, sample))

    def _open_editor(self, guid: str, sample: Sample) -> None:
        from aws_flash.ui.card.pictures import Pictures
        from aws_flash.ui.editor.card_editor import CardEditor

        pictures = Pictures(sample.media.get)
        theme = self._desk.theme
        editor = CardEditor(theme, pictures, self._frame, sample.note, sample.kind.family)
        editor.closed.connect(editor.deleteLater)
        editor.saved.connect(lambda fields: self._save(editor, guid, fields))
        editor.open()

    def _save(self, editor: CardEditor, guid: str, fields: dict[str, str]) -> None:
        from aws_flash.application.importing.drafts import with_fields

        self.arrival = with_fields(self.arrival, guid, fields)
        if isValid(editor):
            editor.close_sheet()
        self._look_again()


def _open_link(address: str) -> None:
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(address)
