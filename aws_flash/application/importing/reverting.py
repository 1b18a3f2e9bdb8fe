"""Taking an import back, at any time later: what it added goes, what it changed is as before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from aws_flash.application.batches import batches
from aws_flash.application.comparing import contents_of
from aws_flash.domain.card import Card
from aws_flash.domain.imports import Reverted
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.note import Note
from aws_flash.storage.tables import Tables
from aws_flash.storage.trace import Trace

T = TypeVar("T")

_MANY: Final = ("reviews", "cards", "notes", "deck_notes")
"""The tables of which an import may bring many values; their number says how far it is."""


@dataclass(frozen=True, slots=True)
class Reverting:
    """Reverts one import within one transaction. Answers given since stay in the history."""

    tables: Tables
    trace: Trace
    monitor: Monitor

    def revert(self) -> Reverted:
        """Remove what was added, restore what was changed and not edited since.

        Raises Cancelled; the transaction is then to be dropped.
        """
        size = sum(len(self._added(name)) + len(self._changed(name)) for name in _MANY)
        self.monitor.phase("Putting your cards back as they were", size)
        unedited = self._unedited()
        self._each(self._added("reviews"), self.tables.reviews.remove_all)
        self._each(self._changed("cards"), self._restore_cards)
        self._each(self._added("cards"), self.tables.cards.remove_all)
        removed = sum(self._each(self._added("notes"), self._remove_notes))
        changed = self._changed("notes")
        restored = [note for note in changed if note.guid in unedited]
        self._each(restored, self.tables.notes.put_all)
        self._restore_bases(unedited)
        self._remove_empty_topics()
        self._remove_unused_kinds()
        return Reverted(removed, len(restored), len(changed) - len(restored))

    def _each(self, values: list[Any], do: Callable[[list[Any]], T]) -> list[T]:
        """Do something with all values, some at a time, and return what that gives."""
        given: list[T] = []
        for some in batches(values):
            given.append(do(some))
            self.monitor.step(len(some))
        return given

    def _remove_notes(self, ids: list[int]) -> int:
        """Remove notes with all their cards; return how many were still here."""
        here = len(self.tables.notes.get_all(ids))
        self.tables.cards.remove_all(card.id for card in self.tables.cards.of_notes(ids))
        self.tables.notes.remove_all(ids)
        return here

    def _added(self, name: str) -> list[Any]:
        return self.trace.added.get(name, [])

    def _changed(self, name: str) -> list[Any]:
        return self.trace.changed.get(name, [])

    def _unedited(self) -> set[str]:
        """Return the guids of changed notes that still say what the import brought."""
        return {guid for some in batches(self._changed("notes")) for guid in self._same(some)}

    def _same(self, changed: list[Note]) -> Iterator[str]:
        here = contents_of(self.tables, (note.guid for note in changed))
        bases = self.tables.deck_notes.get_all(here)
        for guid, content in here.items():
            if guid in bases and bases[guid].fingerprint == content.fingerprint:
                yield guid
        self.monitor.step(0)

    def _restore_cards(self, changed: list[Card]) -> None:
        """Give cards back the standing they had, unless they were answered since.

        By then their imported rows are marked undone, so an answer since shows as a later row.
        """
        befores = {card.id: card for card in changed}
        answered = {
            review.card_id
            for review in self.tables.reviews.of_cards(befores)
            if not review.undone and review.after != befores[review.card_id].standing
        }
        here = self.tables.cards.get_all(befores)
        self.tables.cards.put_all(
            befores[card_id]
            for card_id, card in here.items()
            if card_id not in answered or card.standing == befores[card_id].standing
        )

    def _restore_bases(self, unedited: set[str]) -> None:
        """Forget what the import brought of each note, or go back to what came before it."""
        bases = [base for base in self._changed("deck_notes") if base.note_guid in unedited]
        self._each(bases, self.tables.deck_notes.put_all)
        self._each(self._added("deck_notes"), self.tables.deck_notes.remove_all)

    def _remove_empty_topics(self) -> None:
        """Remove topics that the import made and nobody uses, the lowest first."""
        added = set(self._added("topics"))
        while added:
            topics = list(self.tables.topics.every())
            parents = {topic.parent_id for topic in topics}
            used = self.tables.cards.topics_used(added)
            empty = [
                topic.id
                for topic in topics
                if topic.id in added and topic.id not in parents and topic.id not in used
            ]
            if not empty:
                return
            self.tables.topics.remove_all(empty)
            added -= set(empty)

    def _remove_unused_kinds(self) -> None:
        kinds: Iterable[int] = self._added("kinds")
        used = self.tables.notes.kinds_used(kinds)
        self.tables.kinds.remove_all(kind for kind in kinds if kind not in used)
