"""The use-cases of one profile: opened when first needed, closed around a restore."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from aws_flash.application.clock import Clock
from aws_flash.application.decks import Decks, Loaded
from aws_flash.application.maintenance import Maintenance
from aws_flash.application.operations import Operations
from aws_flash.application.options import Options
from aws_flash.application.overview import Overviews
from aws_flash.application.topics import TopicTree
from aws_flash.domain.backup import Backup, Reason, Restored
from aws_flash.domain.changes import Done
from aws_flash.domain.ids import IdSource
from aws_flash.domain.salvage import Salvaged
from aws_flash.storage.collection import Collection
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.profile import Profile

if TYPE_CHECKING:
    from aws_flash.application.authoring import Authoring
    from aws_flash.application.edition_news import EditionNews
    from aws_flash.application.exporting.exporting import Exporting
    from aws_flash.application.fact_changes import FactChanges
    from aws_flash.application.importing.importing import Importing
    from aws_flash.application.rechecking import Rechecking
    from aws_flash.application.study import Study


class Services:
    """What a user can do with an open collection, by subject.

    `loaded` says what the deck that ships brought when the collection was opened. What the first
    overview does without is loaded when first asked for, so that it comes sooner.
    """

    def __init__(
        self, collection: Collection, clock: Clock, ids: IdSource, media_files: MediaFiles
    ) -> None:
        """Work on one collection; time, ids and the folder of media are passed in."""
        self._clock = clock
        self._ids = ids
        self.collection = collection
        self.operations = Operations(collection, clock.now)
        self.overviews = Overviews(self.operations, clock)
        self.topics = TopicTree(self.operations, ids)
        self.options = Options(self.operations)
        self.decks = Decks(self.operations, clock, ids, media_files)
        self.loaded: Done[Loaded] | None = None
        self._media_files = media_files

    @cached_property
    def study(self) -> Study:
        """Sessions and answers."""
        from aws_flash.application.study import Study

        return Study(self.operations, self._clock, self._ids)

    @cached_property
    def authoring(self) -> Authoring:
        """A user's own cards, and edits to any card."""
        from aws_flash.application.authoring import Authoring

        return Authoring(self.operations, self._clock, self._ids)

    @cached_property
    def rechecking(self) -> Rechecking:
        """Facts past their shelf life."""
        from aws_flash.application.rechecking import Rechecking

        return Rechecking(self.operations, self._clock)

    @cached_property
    def fact_changes(self) -> FactChanges:
        """Facts that new editions changed."""
        from aws_flash.application.fact_changes import FactChanges

        return FactChanges(self.operations, self._clock, self._ids)

    @cached_property
    def importing(self) -> Importing:
        """Files that come in, and taking them back."""
        from aws_flash.application.importing.importing import Importing

        return Importing(self.operations, self._clock, self._ids, self._media_files)

    @cached_property
    def exporting(self) -> Exporting:
        """Cards that go out as files."""
        from aws_flash.application.exporting.exporting import Exporting

        return Exporting(self.operations, self._media_files)


@dataclass(frozen=True, slots=True)
class Care:
    """What looking after a profile found: damage in the file, and a sync client to warn of once."""

    damage: tuple[str, ...]
    sync_client: str | None


class ProfileAccess:
    """The way to the services of one profile, for one thread; others may `look_after` it."""

    def __init__(self, profile: Profile, clock: Clock, ids: IdSource, built_in: Path) -> None:
        """Prepare; nothing is opened yet. `built_in` is the folder of the deck that ships."""
        self.maintenance = Maintenance(profile, clock, ids)
        self._profile = profile
        self._clock = clock
        self._ids = ids
        self._built_in = built_in
        self._services: Services | None = None
        self._whole_file = Lock()  # held while the file is read from end to end, or replaced

    def services(self) -> Services:
        """Return the services, with the collection opened and the deck that ships loaded.

        Raises UserError when the collection cannot be opened.
        """
        if self._services is None:
            self._services = self._open()
        return self._services

    def edition_news(self) -> EditionNews:
        """Return what the deck that ships brought when the collection was opened.

        Raises UserError as `services` and Decks do.
        """
        from aws_flash.application.edition_news import EditionNews, news_of
        from aws_flash.formats.native.edition import read_deck

        services = self.services()
        if services.loaded is not None:
            loaded = services.loaded.value
            return services.operations.read(lambda tables: news_of(tables, loaded))
        guid = read_deck(self._built_in).guid
        here = services.operations.read(lambda tables: tables.decks.get_all([guid]))[guid]
        return EditionNews(here, here)

    def media_path(self, name: str) -> Path | None:
        """Return the file of a picture or a sound by the name that fields use, None if unknown.

        A quick read that any thread may ask for; while the collection is closed nothing is known.
        """
        services = self._services
        if services is None:
            return None
        media = services.operations.read(lambda tables: tables.media.get_all([name]))
        medium = media.get(name)
        return None if medium is None else MediaFiles(self._profile.media).path_of(medium.digest)

    def look_after(self) -> Care:
        """Check the collection's file and make the day's backup; reads the whole file.

        Uses connections of its own, so that it can run beside the services, on another thread. A
        damaged file is not backed up. Raises UserError when the backup cannot be made.
        """
        with self._whole_file:
            damage = tuple(self.maintenance.find_damage())
            if not damage:
                self.maintenance.back_up_daily()
        return Care(damage, self.maintenance.warn_of_sync())

    def restore(self, file: Path) -> Restored:
        """Put a backup in the collection's place, once nobody looks after it any more.

        The services, with their undo steps, stay when the backup itself is refused. Raises
        UserError as Maintenance does.
        """
        self.maintenance.check_usable(file)
        with self._whole_file:
            self.close()
            return self.maintenance.restore(file)

    def salvage(self) -> Salvaged:
        """Rescue what can be read of a damaged collection; raises UserError as Maintenance does."""
        with self._whole_file:
            self.close()
            return self.maintenance.salvage()

    def close(self) -> None:
        """Close the collection; the services are opened anew when next asked for."""
        if self._services is not None:
            self._services.collection.close()
            self._services = None

    def _open(self) -> Services:
        collection = self.maintenance.open()
        try:
            return self._built(collection)
        except BaseException:
            collection.close()
            raise

    def _built(self, collection: Collection) -> Services:
        media_files = MediaFiles(self._profile.media)
        built = Services(collection, self._clock, self._ids, media_files)
        built.loaded = built.decks.load_built_in(self._built_in, self._back_up_before_update)
        return built

    def _back_up_before_update(self) -> Backup:
        return self.maintenance.back_up(Reason.BULK)
