"""All tables within one transaction, and the way back to what they held before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from aws_flash.domain.monitor import UNWATCHED, Monitor
from aws_flash.storage.cards import Cards
from aws_flash.storage.counts import Counts
from aws_flash.storage.decks import DeckNotes, Decks, DeckTopics
from aws_flash.storage.facts import Facts
from aws_flash.storage.journal import Befores, Journal
from aws_flash.storage.keeper import Keeper, chunks
from aws_flash.storage.reviews import Reviews
from aws_flash.storage.settings import SettingsTable
from aws_flash.storage.topics import Topics

if TYPE_CHECKING:
    from aws_flash.storage.fact_changes import FactChanges
    from aws_flash.storage.imports import Imports, ImportTraces
    from aws_flash.storage.kinds import Kinds
    from aws_flash.storage.media import Media
    from aws_flash.storage.notes import Notes
    from aws_flash.storage.plans import Plans
    from aws_flash.storage.upkeep import Upkeep


class Tables:
    """The tables of one transaction; what is written through them is journalled.

    Those that live counts do without are loaded when first asked for.
    """

    def __init__(self, connection: Connection, now: int) -> None:
        """Work within the transaction of `connection`; `now` is UTC milliseconds."""
        self._connection = connection
        self._journal = Journal()
        parts = self._parts = (connection, self._journal, now)
        self.topics = Topics(*parts)
        self.cards = Cards(*parts)
        self.reviews = Reviews(*parts)
        self.settings = SettingsTable(*parts)
        self.decks = Decks(*parts)
        self.deck_notes = DeckNotes(*parts)
        self.deck_topics = DeckTopics(*parts)
        self.counts = Counts(connection)
        self.facts = Facts(connection)

    @cached_property
    def kinds(self) -> Kinds:
        """Kinds of notes."""
        from aws_flash.storage.kinds import Kinds

        return Kinds(*self._parts)

    @cached_property
    def notes(self) -> Notes:
        """Notes, with what is searched and where they come from."""
        from aws_flash.storage.notes import Notes

        return Notes(*self._parts)

    @cached_property
    def plans(self) -> Plans:
        """Plans for exams."""
        from aws_flash.storage.plans import Plans

        return Plans(*self._parts)

    @cached_property
    def media(self) -> Media:
        """Pictures and sounds."""
        from aws_flash.storage.media import Media

        return Media(*self._parts)

    @cached_property
    def fact_changes(self) -> FactChanges:
        """Facts that new editions changed."""
        from aws_flash.storage.fact_changes import FactChanges

        return FactChanges(*self._parts)

    @cached_property
    def imports(self) -> Imports:
        """Batches that came in."""
        from aws_flash.storage.imports import Imports

        return Imports(*self._parts)

    @cached_property
    def import_traces(self) -> ImportTraces:
        """What those batches added and overwrote."""
        from aws_flash.storage.imports import ImportTraces

        return ImportTraces(*self._parts)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What keeps the file sound."""
        from aws_flash.storage.upkeep import Upkeep

        return Upkeep(self._connection)

    @property
    def befores(self) -> Befores:
        """What this transaction has overwritten so far."""
        return self._journal.befores

    def restore(self, befores: Befores, monitor: Monitor = UNWATCHED) -> None:
        """Put values back as they were; this is journalled too, so that it can be undone.

        Each value is a step of `monitor`; raises Cancelled, the transaction is then to be dropped.
        """
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        keepers = {keeper.name: keeper for keeper in self.keepers}
        for name, kept in befores.items():
            gone = [key for key, value in kept.items() if value is None]
            _in_batches(keepers[name].remove_all, gone, monitor)
        for name, kept in befores.items():
            back = [value for value in kept.values() if value is not None]
            _in_batches(keepers[name].put_all, back, monitor)

    @property
    def keepers(self) -> tuple[Keeper[Any, Any], ...]:
        """The tables of journalled values."""
        return (
            self.topics,
            self.kinds,
            self.notes,
            self.cards,
            self.reviews,
            self.settings,
            self.plans,
            self.media,
            self.decks,
            self.deck_notes,
            self.deck_topics,
            self.fact_changes,
            self.imports,
            self.import_traces,
        )


def _in_batches(write: Callable[[list[Any]], None], some: list[Any], monitor: Monitor) -> None:
    for batch in chunks(some):
        write(batch)
        monitor.step(len(batch))
