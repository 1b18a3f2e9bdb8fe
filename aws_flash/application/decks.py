"""Decks that come with the program: loaded at the first launch, brought up to date later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aws_flash.application.clock import Clock
from aws_flash.application.operations import Operations
from aws_flash.domain.changes import Action, Done, Step
from aws_flash.domain.deck import Deck
from aws_flash.domain.ids import IdSource
from aws_flash.formats.native.edition import read_deck
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.tables import Tables

if TYPE_CHECKING:
    from aws_flash.domain.backup import Backup
    from aws_flash.domain.bundle import Bundle, Problem
    from aws_flash.domain.media import Medium
    from aws_flash.domain.merge import DeckUpdate


@dataclass(frozen=True, slots=True)
class Loaded:
    """A deck, what its edition did to the collection, and what of it could not be read.

    `earlier` is the deck in the edition that was here before, `backup` the one made first.
    """

    deck: Deck
    update: DeckUpdate
    problems: tuple[Problem, ...] = ()
    earlier: Deck | None = None
    backup: Backup | None = None


class Decks:
    """Loads decks; a new edition changes content, never progress, never the user's own edits."""

    def __init__(
        self, operations: Operations, clock: Clock, ids: IdSource, media_files: MediaFiles
    ) -> None:
        """Work through `operations`; time, ids and the folder of media are passed in."""
        self._operations = operations
        self._clock = clock
        self._ids = ids
        self._media_files = media_files

    def load_built_in(
        self, folder: Path, before_update: Callable[[], Backup | None] = lambda: None
    ) -> Done[Loaded] | None:
        """Load a deck in the native form; None if the collection has this edition or a later one.

        `before_update` is called before a new edition of a deck that is here is taken in.

        The first loading is no step of the user's, so it cannot be undone; a new edition that
        changes cards is one step. While files of the deck are faulty, the rest is loaded and the
        edition counts as not loaded, so that a mended deck comes in whole at the next start.

        Raises:
            UserError: the manifest is missing or faulty, the disk is full or read-only.
        """
        offered = read_deck(folder)
        known = self._operations.read(lambda tables: tables.decks.get_all([offered.guid]))
        here = known.get(offered.guid)
        if here is not None and not offered.is_newer_than(here):
            return None
        backup = None if here is None else before_update()
        return self._take_in(folder, offered, here, backup)

    def _take_in(
        self, folder: Path, offered: Deck, earlier: Deck | None, backup: Backup | None
    ) -> Done[Loaded]:
        # Imported here, since most starts find the edition that they know.
        from aws_flash.application.comparing import compared
        from aws_flash.application.delivery import Delivery, Moment
        from aws_flash.formats.native.reading import read_folder

        bundle = read_folder(folder)
        media = self._keep(bundle)
        update = self._operations.read(lambda tables: compared(tables, bundle))

        def body(tables: Tables) -> Loaded:
            tables.media.put_all(media)
            moment = Moment(self._clock.now(), self._clock.today(tables.settings.read()))
            Delivery(tables, bundle, self._ids, moment).deliver(update)
            return Loaded(offered, update, bundle.problems, earlier, backup)

        count = update.count + len(update.clashing)
        if earlier is None or count == 0:
            return self._operations.run_without_step(body)
        return self._operations.run(Step(Action.UPDATE_DECK, offered.name, count), body)

    def _keep(self, bundle: Bundle) -> list[Medium]:
        """Store the files of media: before the transaction, so that no row is without its file."""
        from aws_flash.domain.media import Medium

        return [
            Medium(medium.name, self._media_files.put(medium.load()), medium.size)
            for medium in bundle.media
        ]
