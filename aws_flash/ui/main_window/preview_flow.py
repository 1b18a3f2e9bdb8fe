"""One file in its preview: what the page asks for is read, what the user changes is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from aws_flash.ui.editor.topic_paths import topic_paths
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.left_out_flow import LeftOutFlow
from aws_flash.ui.main_window.overview_flow import OverviewFlow
from aws_flash.ui.main_window.table_flow import TableFlow
from aws_flash.ui.transfer.choosing import Choosing
from aws_flash.ui.transfer.offer import Offer, offer_of
from aws_flash.ui.transfer.preview_page import PreviewPage
from aws_flash.ui.transfer.words import place_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from aws_flash.application.importing.arrival import Arrival
    from aws_flash.application.importing.faulty_rows import FaultyRows
    from aws_flash.application.importing.sampling import Sample
    from aws_flash.application.services import Services
    from aws_flash.domain.bundle import BundledNote
    from aws_flash.domain.imports import Wishes
    from aws_flash.domain.merge import Difference
    from aws_flash.ui.editor.card_editor import CardEditor

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
        self._table: TableFlow | None = None
        self._left_out = LeftOutFlow(desk, frame)
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
        QTimer.singleShot(0, self, lambda: self._appear(where))  # a frame each: built, shown, begun

    def _appear(self, where: str) -> None:
        if not self._is_open:
            return
        self._frame.hide_sidebar()
        self._frame.show_page(self._page)
        QTimer.singleShot(0, self, lambda: self._begin(where))

    def _begin(self, where: str) -> None:
        if not self._is_open:
            return
        self._page.begin(self.arrival.path.name, self.arrival.format_name, where)
        if self._choosing.is_table:
            parts, arrival = self._page.parts, self.arrival
            table = TableFlow(self._desk, self._frame, parts, self._choosing, arrival)
            table.read.connect(self._follow_table)
            table.look()
            self._table = table

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
        return self._table is not None and self._table.is_busy

    def left_out(self) -> FaultyRows:
        """Return what is left out as it is read now."""
        from aws_flash.application.importing.faulty_rows import FaultyRows

        table = None if self._table is None else self._table.table
        return FaultyRows(self.arrival.path.name, self.arrival.bundle.problems, table)

    def _save_left_out(self) -> None:
        rows = self.left_out()
        self._left_out.save(self.arrival.path.absolute(), lambda: rows)

    def _connect(self) -> None:
        page, parts = self._page, self._page.parts
        page.confirmed.connect(self.confirmed)
        page.left.connect(self.left)
        page.wishes_changed.connect(self._follow_wishes)
        parts.sample_wanted.connect(self._show_sample)
        parts.comparison_wanted.connect(self._show_comparison)
        parts.edit_wanted.connect(self._edit)
        parts.save_wanted.connect(self._save_left_out)
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

    def _follow_table(self, arrival: Arrival, offer: Offer) -> None:
        """The table was read in another way, or a row was put right."""
        self.arrival = arrival
        self._choosing.see(offer)
        self._page.see_content()

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
        self._choosing.tick_notes([guid], ticked=True)  # whoever writes it wants it
        if isValid(editor):
            editor.close_sheet()
        self._look_again()


def _open_link(address: str) -> None:
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(address)
