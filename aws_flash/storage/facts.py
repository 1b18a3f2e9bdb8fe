"""Facts that aged or changed: counted for Today, and chosen for a recheck, along their indexes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from aws_flash.storage.schema import cards, fact_changes, notes, provenance


class Facts:
    """Reads over provenance and changes; what is given is the oldest fresh day by sort of fact."""

    def __init__(self, connection: Connection) -> None:
        """Read within the transaction of `connection`."""
        self._connection = connection

    def number_stale(self, oldest_fresh: Mapping[str, date]) -> int:
        """Return how many notes that are asked hold a fact past its shelf life."""
        return self._connection.scalar(select(func.count()).where(_stale(oldest_fresh))) or 0

    def stale_notes(self, oldest_fresh: Mapping[str, date], limit: int) -> list[int]:
        """Return the notes that `number_stale` counts, those checked longest ago first."""
        chosen = select(provenance.c.note_id).where(_stale(oldest_fresh))
        ordered = chosen.order_by(provenance.c.checked_on, provenance.c.note_id)
        return list(self._connection.scalars(ordered.limit(limit)))

    def number_changed(self) -> int:
        """Return how many changes of facts wait to be seen, of notes that are there."""
        there = exists().where(notes.c.id == fact_changes.c.note_id)
        waiting = and_(fact_changes.c.seen_at.is_(None), there)
        return self._connection.scalar(select(func.count()).where(waiting)) or 0


def _stale(oldest_fresh: Mapping[str, date]) -> ColumnElement[bool]:
    aged = [
        and_(provenance.c.volatility == sort, provenance.c.checked_on < day.isoformat())
        for sort, day in oldest_fresh.items()
    ]
    asked = exists().where(
        cards.c.note_id == provenance.c.note_id, ~cards.c.suspended, ~cards.c.aside
    )
    return and_(or_(*aged), asked)
