"""Changed facts: what a new edition changed, shown once, and clashes, which the user settles."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from aws_flash.application.clock import Clock
from aws_flash.application.first_cards import FirstCard, first_cards
from aws_flash.application.operations import Operations
from aws_flash.application.rewriting import Rewriting
from aws_flash.domain.changes import Action, Done, Step
from aws_flash.domain.errors import Gone
from aws_flash.domain.face import Face, face_of
from aws_flash.domain.fact_change import FactChange
from aws_flash.domain.ids import IdSource
from aws_flash.domain.kind import Kind
from aws_flash.domain.merge import Content, with_later_check
from aws_flash.domain.provenance import Provenance
from aws_flash.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Wording:
    """One of the two texts: what the card shows with it, and where it comes from."""

    face: Face
    provenance: Provenance | None


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that changed with an edition, both texts side by side.

    In a clash (`is_clash`) the user had edited the card: `before` is the user's text as it stands,
    `after` the deck's. `card_id` is the first card of the note that is asked, `path` the topics
    above it. `at` is when the edition came, in UTC milliseconds. `was_seen` says whether a card of
    the note was ever asked: else there is nothing to unlearn.
    """

    note_id: int
    card_id: int
    path: tuple[str, ...]
    at: int
    is_clash: bool
    was_seen: bool
    before: Wording
    after: Wording


class FactChanges:
    """Lists what changed, and takes note of what the user says to it; each a step."""

    def __init__(self, operations: Operations, clock: Clock, ids: IdSource) -> None:
        """Work through `operations`; time and ids are passed in."""
        self._operations = operations
        self._clock = clock
        self._ids = ids

    def waiting(self) -> tuple[ChangedFact, ...]:
        """Return the changes that wait to be seen: clashes, then studied facts, then the others."""
        return self._operations.read(_waiting)

    def seen(self, note_ids: Collection[int]) -> Done[int]:
        """Take note that changes were seen; return how many. Clashes stay until settled."""

        def body(tables: Tables) -> int:
            changes = tables.fact_changes.get_all(note_ids).values()
            fresh = [one for one in changes if one.seen_at is None and not one.is_clash]
            self._settle(tables, fresh)
            return len(fresh)

        return self._operations.run(Step(Action.SEE_CHANGES, count=len(note_ids)), body)

    def keep_mine(self, note_id: int) -> Done[None]:
        """Settle a clash for the user's own text.

        Raises:
            Gone: the card is not there, or its clash was settled.
        """
        return self._operations.run(
            Step(Action.KEEP_MINE), lambda tables: self._settle(tables, [_clash(tables, note_id)])
        )

    def take_theirs(self, note_id: int) -> Done[None]:
        """Settle a clash for the deck's text: progress stays, and the card is due within a week.

        Raises:
            Gone: the card is not there, or its clash was settled.
        """

        def body(tables: Tables) -> None:
            clash = _clash(tables, note_id)
            self._rewrite(tables, clash)
            self._settle(tables, [clash])

        return self._operations.run(Step(Action.TAKE_THEIRS), body)

    def _settle(self, tables: Tables, changes: Collection[FactChange]) -> None:
        now = self._clock.now()
        tables.fact_changes.put_all(replace(one, seen_at=now) for one in changes)

    def _rewrite(self, tables: Tables, clash: FactChange) -> None:
        note = tables.notes.get_all([clash.note_id])[clash.note_id]
        kinds = {kind.guid: kind.id for kind in tables.kinds.known().values()}
        now, after = self._clock.now(), clash.after
        rewriting = Rewriting(tables, self._ids, now)
        rewriting.rewrite(
            [
                replace(
                    note,
                    kind_id=kinds[after.kind],
                    fields=after.fields,
                    provenance=with_later_check(after.provenance, note.provenance),
                    modified=now,
                )
            ]
        )
        rewriting.bring_forward([note.id], self._clock.today(tables.settings.read()))


def _clash(tables: Tables, note_id: int) -> FactChange:
    change = tables.fact_changes.get_all([note_id]).get(note_id)
    if change is None or not change.is_clash or change.seen_at is not None:
        raise Gone("choice")
    if not tables.notes.get_all([note_id]):
        raise Gone("card")
    return change


def _waiting(tables: Tables) -> tuple[ChangedFact, ...]:
    changes = tables.fact_changes.waiting()
    firsts = first_cards(tables, [one.note_id for one in changes])
    kinds = {kind.guid: kind for kind in tables.kinds.known().values()}
    found = [
        _changed(one, firsts[one.note_id], kinds.__getitem__)
        for one in changes
        if one.note_id in firsts
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_clash, not one.was_seen)))


def _changed(change: FactChange, first: FirstCard, kind_of: Callable[[str], Kind]) -> ChangedFact:
    note = first.note
    mine = Content(first.kind.guid, note.fields, note.provenance)
    before = mine if change.is_clash else change.before

    def worded(content: Content) -> Wording:
        kind = kind_of(content.kind)
        told = replace(note, kind_id=kind.id, fields=content.fields, provenance=content.provenance)
        return Wording(face_of(told, kind, first.card.ordinal, first.path), content.provenance)

    return ChangedFact(
        note_id=note.id,
        card_id=first.card.id,
        path=first.path,
        at=change.at,
        is_clash=change.is_clash,
        was_seen=first.was_seen,
        before=worded(before),
        after=worded(change.after),
    )
