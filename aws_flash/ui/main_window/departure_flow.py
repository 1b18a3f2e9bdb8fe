"""Cards that go out: what and how is asked on a sheet, the file is written whole or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.overview_flow import OverviewFlow
from aws_flash.ui.main_window.watched_work import WatchedWork
from aws_flash.ui.text import counted, tr

if TYPE_CHECKING:
    from aws_flash.application.exporting.exporting import Exported, ExportFormat
    from aws_flash.application.meter import Meter
    from aws_flash.domain.bundle import Bundle
    from aws_flash.ui.transfer.export_sheet import ExportSheet, ExportWish
    from aws_flash.ui.transfer.values import ExportPreview


class DepartureFlow(QObject):
    """Opens the sheet, gathers what it asks for, and writes what was gathered."""

    def __init__(self, desk: Desk, frame: Frame, overviews: OverviewFlow) -> None:
        """Prepare; nothing of the sheet is imported yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._overviews = overviews
        self._work = WatchedWork(desk, frame)
        self._meter: Meter | None = None
        self._gathered: Bundle | None = None

    def open(self) -> None:
        """Open the sheet with the present scope chosen."""
        self.open_for(self._overviews.scope)

    def open_for(self, topic_id: int | None) -> None:
        """Open the sheet for a topic and all below it, for everything with None."""
        from aws_flash.application.exporting.exporting import formats_out

        if not self._work.is_busy:
            self._desk.tasks.run(formats_out, lambda formats: self._open(topic_id, formats))

    def _open(self, topic_id: int | None, formats: tuple[ExportFormat, ...]) -> None:
        from aws_flash.ui.editor.topic_paths import topic_paths
        from aws_flash.ui.transfer.export_sheet import ExportSheet

        shown = self._overviews.shown
        paths = topic_paths(() if shown is None else shown.tree)
        sheet = ExportSheet(self._desk.theme, self._frame, paths, formats)
        sheet.choose(topic_id)
        sheet.wished.connect(lambda wish: self._gather(sheet, wish))
        sheet.save_wanted.connect(lambda wish: self._choose_target(sheet, wish))
        sheet.closed.connect(self._forget)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
        self._gather(sheet, sheet.wish)

    def _gather(self, sheet: ExportSheet, wish: ExportWish) -> None:
        """Gather what is wished for; what was being gathered before is called off."""
        from aws_flash.application.meter import Meter
        from aws_flash.domain.monitor import Cancelled

        self._forget()
        meter = self._meter = Meter()
        name = sheet.name or tr("All cards")

        def work() -> tuple[Bundle, ExportPreview]:
            return gathered(self._desk, wish, name, meter)

        def arrived(found: tuple[Bundle, ExportPreview]) -> None:
            if meter is self._meter and isValid(sheet):
                self._gathered, preview = found
                sheet.show_preview(preview)

        def refused(error: Exception) -> None:
            if not isinstance(error, Cancelled):
                self._desk.tasks.failed.emit(error)

        self._desk.tasks.run(work, arrived, refused)

    def _forget(self) -> None:
        if self._meter is not None:
            self._meter.call_off()
        self._meter = self._gathered = None

    def _choose_target(self, sheet: ExportSheet, wish: ExportWish) -> None:
        from aws_flash.application.exporting.exporting import formats_out
        from aws_flash.ui.main_window.file_dialogs import choose_target, write_or_ask

        bundle = self._gathered
        if bundle is None:
            return
        suffix = next((one.suffix for one in formats_out() if one.id == wish.format), "")

        def chosen(path: Path) -> None:
            if isValid(sheet):
                sheet.close_sheet()
            write = partial(self._write, bundle, wish.format, path)
            write_or_ask(self._desk.theme, self._frame, path, write)

        suggested = Path(file_name(bundle.name))
        choose_target(self._frame, tr("Export"), suggested, suffix, chosen)

    def _write(self, bundle: Bundle, format_id: str, path: Path, *, replaces: bool) -> None:
        desk = self._desk

        def work(meter: Meter) -> Exported:
            from aws_flash.application.exporting.exporting import writer_named

            writer = writer_named(format_id, path)
            return desk.services().exporting.export(bundle, path, writer, meter, replaces=replaces)

        title = tr("Exporting to {name}").format(name=path.name)
        self._work.run(title, work, self._told, self._refused)

    def _told(self, done: Exported) -> None:
        cards = counted(done.cards, "card", "cards")
        words = tr("Exported {cards} to {name}").format(cards=cards, name=done.path.name)
        self._frame.toasts.say(words)

    def _refused(self, error: Exception) -> None:
        from aws_flash.domain.monitor import Cancelled

        if isinstance(error, Cancelled):
            self._frame.toasts.say(tr("Called off. Nothing was written."))
        else:
            self._desk.tasks.failed.emit(error)


def gathered(desk: Desk, wish: ExportWish, name: str, meter: Meter) -> tuple[Bundle, ExportPreview]:
    """Gather what is wished for, and say what of it the format cannot hold; for the worker."""
    from aws_flash.application.exporting.departure import Selection
    from aws_flash.application.exporting.exporting import writer_named
    from aws_flash.ui.transfer.values import ExportPreview

    topics = () if wish.topic is None else (wish.topic,)
    selection = Selection(topics, with_progress=wish.with_progress, with_media=wish.with_media)
    bundle = desk.services().exporting.gather(selection, name, meter)
    losses = writer_named(wish.format, Path(name)).losses(bundle)
    used = {card.topic for card in bundle.cards}
    return bundle, ExportPreview(len(bundle.cards), len(used), losses)


def file_name(name: str) -> str:
    """Return a name that every system takes for a file."""
    kept = "".join(" " if sign in '<>:"/\\|?*' or not sign.isprintable() else sign for sign in name)
    return " ".join(kept.split()).strip(".")[:80] or "aws-flash"
