"""Maintenance: opening a profile's collection, and everything that keeps it from being lost."""

from __future__ import annotations

import contextlib
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aws_flash.application.clock import Clock
from aws_flash.domain.backup import Backup, Contents, Reason, Restored
from aws_flash.domain.days import date_of, day_of
from aws_flash.domain.errors import (
    BackupUnusable,
    CollectionDamaged,
    CollectionMissing,
    CollectionTooNew,
    UserError,
)
from aws_flash.domain.ids import IdSource
from aws_flash.domain.salvage import Salvaged
from aws_flash.domain.settings import Settings
from aws_flash.storage.backup import back_up, list_backups, look_into, problems_of, thin_out
from aws_flash.storage.collection import Collection
from aws_flash.storage.database import version_of
from aws_flash.storage.files import explained, is_there
from aws_flash.storage.profile import Profile
from aws_flash.storage.restore import copy_with_log, fold_log, keep_aside, put_in_place
from aws_flash.storage.schema import VERSION
from aws_flash.storage.sync_folders import sync_folder_of

if TYPE_CHECKING:
    from aws_flash.domain.doctor import Report

_DAY_BEGINS_AT = Settings().day_begins_at


class Maintenance:
    """Looks after one profile. `restore` and `salvage` need the collection closed."""

    def __init__(self, profile: Profile, clock: Clock, ids: IdSource) -> None:
        """Look after this profile; time and ids are passed in."""
        self._profile = profile
        self._clock = clock
        self._ids = ids

    def open(self) -> Collection:
        """Open the collection, a new one in a new profile; an older schema is backed up first.

        Raises:
            CollectionDamaged: it is damaged, or gone though there are backups of it.
            UserError: too new, locked, read-only, or the disk is full.
        """
        path = self._profile.collection
        if _is_nothing(path) and self.backups():
            raise CollectionDamaged(
                str(path), "it is empty or gone, though there are backups of it"
            )
        return Collection.open(path, lambda _: self.back_up(Reason.MIGRATION))

    def open_existing(self) -> Collection:
        """Open the collection as `open` does, but make no new one.

        Raises:
            CollectionMissing: there is none.
            UserError: as `open` does.
        """
        self.check_there()
        return self.open()

    def check_there(self) -> None:
        """Raise CollectionMissing where there is no collection, nor a backup of one."""
        if _is_nothing(self._profile.collection) and not self.backups():
            raise CollectionMissing(str(self._profile.collection))

    def open_for_reading(self) -> Collection:
        """Open the collection only to read; works beside an open window.

        Raises:
            CollectionMissing: there is none of the newest schema.
            UserError: too new or damaged.
        """
        return Collection.open_for_reading(self._profile.collection)

    def find_damage(self) -> list[str]:
        """Return what SQLite finds wrong with the collection's file; an empty list when sound.

        Reads the whole file: 0.4 s for 150 MB.
        """
        path = self._profile.collection
        return [] if _is_nothing(path) else problems_of(path)

    def back_up(self, reason: Reason = Reason.BY_HAND) -> Backup:
        """Make a backup; the collection may be open, here or in another program.

        Raises:
            CollectionMissing: there is nothing to back up.
            CollectionDamaged: the collection is damaged; no backup was made.
            UserError: the disk is full or the folder read-only.
        """
        return back_up(self._profile.collection, self._profile.backups, self._clock.now(), reason)

    def back_up_daily(self) -> Backup | None:
        """Make the day's backup unless there is one already, and let the superseded ones go.

        Raises UserError as `back_up` does.
        """
        today = self._date_of(self._clock.now())
        if any(self._date_of(backup.at) == today for backup in self.backups()):
            return None
        made = self.back_up(Reason.DAILY)
        thin_out(self._profile.backups, self._date_of, today)
        return made

    def backups(self) -> list[Backup]:
        """Return all backups, newest first; quick, for none is opened."""
        return list_backups(self._profile.backups)

    def path_of(self, backup: Backup) -> Path:
        """Return the file of a backup."""
        return self._profile.backups / backup.name

    def look_into(self, file: Path) -> Contents:
        """Return what a backup, or any other file, holds, and what is wrong with it."""
        return look_into(file)

    def newest_good_backup(self) -> Backup | None:
        """Return the newest backup that can be restored, None when there is none."""
        for backup in self.backups():
            contents = look_into(self.path_of(backup))
            if contents.sound and (contents.schema or 0) <= VERSION:
                return backup
        return None

    def check_usable(self, file: Path) -> Contents:
        """Return what a backup, or any other file, holds, if it can be restored.

        Raises:
            BackupUnusable: it is damaged or no collection.
            CollectionTooNew: a later version of the program wrote it.
        """
        contents = look_into(file)
        if not contents.sound or contents.schema is None:
            raise BackupUnusable(str(file), contents.problems[0])
        if contents.schema > VERSION:
            raise CollectionTooNew(str(file), found=contents.schema, known=VERSION)
        return contents

    def restore(self, file: Path) -> Restored:
        """Put a copy of a backup, or of any other collection's file, in the collection's place.

        The present collection is backed up first, or kept aside where it is damaged. An older
        schema is migrated when the collection is next opened.

        Raises:
            BackupUnusable: the file is damaged or no collection.
            UserError: too new, in use, no room, or read-only; nothing was changed.
        """
        contents = self.check_usable(file)
        path = self._profile.collection
        before, aside = (None, None) if _is_nothing(path) else self._put_by(path)
        put_in_place(file, path)
        return Restored(contents, before, aside)

    def salvage(self) -> Salvaged:
        """Make a new collection of what can be read of the damaged one, which is kept aside.

        Raises:
            CollectionMissing: there is none.
            CollectionDamaged: nothing in it can be read; nothing was changed.
            UserError: in use, no room, or read-only; nothing was changed.
        """
        from aws_flash.application.mending import mended_salvage
        from aws_flash.storage.salvage import salvage_rows

        path = self._profile.collection
        if not is_there(path):
            raise CollectionMissing(str(path))
        work = self._profile.folder / "salvage"
        damaged, fresh = work / "damaged.db", work / "collection.db"
        try:
            with explained(work):
                shutil.rmtree(work, ignore_errors=True)
                work.mkdir()
                copy_with_log(path, damaged)
            losses = salvage_rows(damaged, fresh)
            saved = mended_salvage(fresh, losses, self._clock, self._ids)
            if not (saved.notes or saved.reviews):
                raise CollectionDamaged(str(path), "nothing in it can be read")
            kept = keep_aside(path, self._clock.now())
            put_in_place(fresh, path)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        return saved.kept_at(str(kept))

    def examine(self, collection: Collection) -> Report:
        """Say what is wrong with an open collection, and change nothing."""
        from aws_flash.application.mending import examined

        return examined(collection, self._clock, self._ids)

    def mend(self, collection: Collection) -> Report:
        """Mend what is wrong with an open collection, with a backup first if anything is.

        The undo steps of a session no longer fit afterwards: forget them.

        Raises:
            UserError: no room for the backup, or it may not be written; nothing was changed.
        """
        from aws_flash.application.mending import mended

        return mended(collection, self._clock, self._ids, lambda: self.back_up(Reason.MENDING))

    def warn_of_sync(self) -> str | None:
        """Return the sync client in whose folder the profile lies, the first time only."""
        client, told = sync_folder_of(self._profile.folder.resolve()), self._profile.warned
        if client is None:
            return None
        with contextlib.suppress(OSError, ValueError):  # then the user is warned again, no harm
            if told.is_file() and told.read_text(encoding="utf-8") == client:
                return None
            told.parent.mkdir(parents=True, exist_ok=True)
            told.write_text(client, encoding="utf-8")
        return client

    def _put_by(self, path: Path) -> tuple[str | None, str | None]:
        """Keep the present collection: as a backup, or aside when it is damaged."""
        try:
            if look_into(path).schema is None:
                return None, str(keep_aside(path, self._clock.now()))
            backup = self.back_up(Reason.RESTORE)
            fold_log(path)
        except CollectionDamaged:
            return None, str(keep_aside(path, self._clock.now()))
        return backup.name, None

    def _date_of(self, at: int) -> date:
        """Return the local date of a moment; before 4 in the morning it is still yesterday."""
        moment = datetime.fromtimestamp(at / 1000, self._clock.local().tzinfo)
        return date_of(day_of(moment, _DAY_BEGINS_AT))


def _is_nothing(path: Path) -> bool:
    """Tell whether there is no collection yet; one that cannot be read is something."""
    try:
        return version_of(path) == 0
    except UserError:
        return False
