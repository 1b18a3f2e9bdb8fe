"""Backups, restoring, and the way out when the collection cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.text import clock_text, counted, tr

if TYPE_CHECKING:
    from aws_flash.domain.backup import Backup, Contents, Restored
    from aws_flash.domain.salvage import Salvaged
    from aws_flash.ui.sheets.restore import RestoreSheet

_REASONS = {
    "daily": "of the day",
    "migration": "before an update",
    "bulk": "before a large change",
    "restore": "before a restore",
    "mending": "before mending",
    "hand": "by hand",
}


class DataFlow(QObject):
    """Works on the profile's files through the worker; `replaced` says that all must be re-read."""

    backed_up = Signal()
    replaced = Signal()

    def __init__(self, desk: Desk, folder: Path, frame: Frame) -> None:
        """Look after the profile in `folder`."""
        super().__init__(frame)
        self._desk = desk
        self._folder = folder
        self._frame = frame

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def back_up(self) -> None:
        """Make a backup now and say so."""
        self._desk.tasks.run(
            self._desk.access().maintenance.back_up, lambda _: self._told_backed_up()
        )

    def describe(self, show: Callable[[Path, str], None]) -> None:
        """Hand over the folder and a sentence on the newest backup."""

        def told(backups: list[Backup]) -> None:
            if not backups:
                show(self._folder, tr("No backup yet; one is made each day."))
                return
            made = clock_text(self._local(backups[0].at), self._desk.clock())
            words = tr("{number}, the newest {made}.")
            number = counted(len(backups), "backup", "backups")
            show(self._folder, words.format(number=number, made=made))

        self._desk.tasks.run(self._desk.access().maintenance.backups, told)

    def choose_backup(self) -> None:
        """Let the user choose a backup, and restore it."""
        from aws_flash.ui.sheets.restore import RestoreSheet

        sheet = RestoreSheet(self._desk.theme, self._frame)
        sheet.closed.connect(sheet.deleteLater)
        sheet.chosen.connect(self.restore)
        sheet.open()
        self._desk.tasks.run(self._look_into_all, lambda found: self._list(sheet, found))

    def restore(self, name: str) -> None:
        """Put the backup of that name in the collection's place."""
        from aws_flash.domain.errors import Gone

        def work() -> Restored:
            access = self._desk.access()
            backups = access.maintenance.backups()
            backup = next((one for one in backups if one.name == name), None)
            if backup is None:
                raise Gone("backup")
            return access.restore(access.maintenance.path_of(backup))

        self._desk.tasks.run(work, self._told_restored)

    def salvage(self) -> None:
        """Rescue what can be read of a damaged collection."""
        self._desk.tasks.run(lambda: self._desk.access().salvage(), self._told_salvaged)

    def newest_good(self, then: Callable[[str, str], None]) -> None:
        """Hand over the name of the newest good backup and a sentence on it, empty without one."""

        def told(found: tuple[Backup, Contents] | None) -> None:
            if found is None:
                then("", "")
                return
            backup, contents = found
            made = clock_text(self._local(backup.at), self._desk.clock())
            words = tr("The newest good backup was made {made}: {holds}.")
            then(backup.name, words.format(made=made, holds=_holds(contents)))

        self._desk.tasks.run(self._newest_good, told)

    def _newest_good(self) -> tuple[Backup, Contents] | None:
        maintenance = self._desk.access().maintenance
        backup = maintenance.newest_good_backup()
        if backup is None:
            return None
        return backup, maintenance.look_into(maintenance.path_of(backup))

    def _look_into_all(self) -> list[tuple[Backup, Contents]]:
        maintenance = self._desk.access().maintenance
        return [
            (backup, maintenance.look_into(maintenance.path_of(backup)))
            for backup in maintenance.backups()
        ]

    def _list(self, sheet: RestoreSheet, found: list[tuple[Backup, Contents]]) -> None:
        from aws_flash.ui.sheets.restore import BackupRow

        if not isValid(sheet):  # closed meanwhile
            return
        rows = [
            BackupRow(
                name=backup.name,
                made=self._local(backup.at),
                reason=tr(_REASONS[backup.reason.value]),
                cards=contents.cards,
                reviews=contents.reviews,
                sound=contents.sound,
            )
            for backup, contents in found
        ]
        sheet.show_backups(rows, self._desk.clock())

    def _told_backed_up(self) -> None:
        self._frame.toasts.say(tr("Backed up"))
        self.backed_up.emit()

    def _told_restored(self, restored: Restored) -> None:
        self.replaced.emit()
        words = tr("Restored {holds}. What was there before is among the backups.")
        if restored.kept_aside is not None:
            words = tr("Restored {holds}. The damaged file is kept beside it.")
        self._frame.toasts.say(words.format(holds=_holds(restored.contents)))

    def _told_salvaged(self, salvaged: Salvaged) -> None:
        self.replaced.emit()
        words = tr("Rescued {cards} and {reviews}. The damaged file is kept beside them.")
        cards = counted(salvaged.cards, "card", "cards")
        reviews = counted(salvaged.reviews, "review", "reviews")
        self._frame.toasts.say(words.format(cards=cards, reviews=reviews))

    def _local(self, at: int) -> datetime:
        """Return the local time of UTC milliseconds, in the zone of the clock."""
        return datetime.fromtimestamp(at / 1000, tz=self._desk.clock().tzinfo)


def _holds(contents: Contents) -> str:
    cards = counted(contents.cards or 0, "card", "cards")
    reviews = counted(contents.reviews or 0, "review", "reviews")
    return f"{cards}, {reviews}"
