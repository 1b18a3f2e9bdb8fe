"""Facts that aged or changed: counted for Today, and chosen for a recheck, along their indexes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal, or_, select

from aws_flash.storage.schema import cards, fact_changes, notes, provenance


class Facts:
    """Reads over provenance and changes; what is given is the oldest fresh day by sort of fact."""

    def __init__(self, connection: Connection) -> None:
        """Read within the transaction of `connection`."""
        self._connection = connection

    def number_stale(self, oldest_fresh: Mapping[str, date]) -> int:
        """Return how many notes that are asked hold a fact past its shelf life."""
        counted = [
            select(func.count()).select_from(provenance).where(aged).scalar_subquery()
            for aged in _aged_of_each_sort(oldest_fresh)
        ]
        aged = exists().where(
            provenance.c.note_id == cards.c.note_id, or_(*_aged_of_each_sort(oldest_fresh))
        )
        # Few notes are kept back, and an index holds just those: so not every note is looked at.
        hidden = select(func.count(cards.c.note_id.distinct())).where(
            or_(cards.c.suspended, cards.c.aside), ~_asked(cards.c.note_id), aged
        )
        number = self._connection.scalar(select(sum(counted, literal(0)))) or 0
        return number and number - (self._connection.scalar(hidden) or 0)

    def stale_notes(self, oldest_fresh: Mapping[str, date], limit: int) -> list[int]:
        """Return the notes that `number_stale` counts, those checked longest ago first."""
        stale = and_(or_(*_aged_of_each_sort(oldest_fresh)), _asked(provenance.c.note_id))
        chosen = select(provenance.c.note_id).where(stale)
        ordered = chosen.order_by(provenance.c.checked_on, provenance.c.note_id)
        return list(self._connection.scalars(ordered.limit(limit)))

    def number_changed(self) -> int:
        """Return how many changes of facts wait to be seen, of notes that are there."""
        there = exists().where(notes.c.id == fact_changes.c.note_id)
        waiting = and_(fact_changes.c.seen_at.is_(None), there)
        return self._connection.scalar(select(func.count()).where(waiting)) or 0


def _aged_of_each_sort(oldest_fresh: Mapping[str, date]) -> list[ColumnElement[bool]]:
    """Return for each sort the condition that a fact is past its shelf life, along an index."""
    return [
        and_(provenance.c.volatility == sort, provenance.c.checked_on < day.isoformat())
        for sort, day in oldest_fresh.items()
    ]


def _asked(note_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that a note has a card that is neither suspended nor set aside."""
    shown = cards.alias("shown")
    return exists().where(shown.c.note_id == note_id, ~shown.c.suspended, ~shown.c.aside)
