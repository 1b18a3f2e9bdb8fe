"""Counts and choices over many cards at once: what the tree, Today and a session ask."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from aws_flash.domain.card import BOXES
from aws_flash.domain.queue import Candidate
from aws_flash.storage.keeper import among
from aws_flash.storage.schema import cards

_Columns: TypeAlias = tuple[int, int, int, int, int | None]


@dataclass(frozen=True, slots=True)
class TopicCount:
    """Cards that hang directly on one topic.

    `boxes` counts all cards by box, 0 (never seen) to 5; `due` those of each box that wait for
    review today; `fresh` the never-seen ones that may be shown today.
    """

    topic_id: int
    boxes: tuple[int, ...]
    due: tuple[int, ...]
    fresh: int


class Counts:
    """Reads over the cards table, along its indexes."""

    def __init__(self, connection: Connection) -> None:
        """Read within the transaction of `connection`."""
        self._connection = connection

    def by_topic(self, today: int) -> list[TopicCount]:
        """Return the counts of every topic that has a card."""
        shown = and_(_shown(today), or_(cards.c.due.is_(None), cards.c.due <= today))
        rows = self._connection.execute(
            select(
                cards.c.topic_id,
                cards.c.box,
                func.count(),
                func.count().filter(shown),
            )
            .where(~cards.c.aside)
            .group_by(cards.c.topic_id, cards.c.box)
        )
        boxes: dict[int, list[int]] = {}
        waiting: dict[int, list[int]] = {}
        for topic_id, box, number, shown_number in rows:
            boxes.setdefault(topic_id, [0] * (BOXES + 1))[box] = number
            waiting.setdefault(topic_id, [0] * (BOXES + 1))[box] = shown_number
        return [
            TopicCount(topic_id, tuple(counted), (0, *waits[1:]), waits[0])
            for (topic_id, counted), waits in zip(boxes.items(), waiting.values(), strict=True)
        ]

    def due_by_day(self, first: int, last: int) -> dict[int, int]:
        """Return how many cards fall due on each day from `first` to `last`, 0 left out."""
        rows = self._connection.execute(_due_by_day(), {"first": first, "last": last})
        return {day: number for day, number in rows if day is not None}

    def waiting(self, last: int) -> dict[tuple[int, int], int]:
        """Return how many cards fall due up to a day, by due day and box, the overdue too."""
        rows = self._connection.execute(
            select(cards.c.due, cards.c.box, func.count())
            .where(cards.c.due <= last, ~cards.c.suspended, ~cards.c.aside)
            .group_by(cards.c.due, cards.c.box)
        )
        return {(day, box): number for day, box, number in rows if day is not None}

    def number_due(self, day: int, topic_ids: Collection[int] | None = None) -> int:
        """Return how many cards will wait on a day, those due before it too."""
        waiting = [cards.c.due <= day, _shown(day)]
        if topic_ids is not None:
            waiting.append(among(cards.c.topic_id, topic_ids))
        return self._connection.scalar(select(func.count()).where(and_(*waiting))) or 0

    def is_any_due(self, today: int, besides: Collection[int]) -> bool:
        """Tell whether a card waits today that is not a sibling, by the notes given."""
        others = and_(cards.c.due <= today, _shown(today), ~among(cards.c.note_id, besides))
        return self._connection.scalar(select(cards.c.id).where(others).limit(1)) is not None

    def due_cards(
        self, today: int, limit: int, topic_ids: Collection[int] | None = None
    ) -> list[Candidate]:
        """Return the cards that wait today, oldest due first, then lower box, then id."""
        waiting = [cards.c.due <= today, _shown(today)]
        if topic_ids is not None:
            waiting.append(among(cards.c.topic_id, topic_ids))
        return self._candidates(and_(*waiting), (cards.c.due, cards.c.box, cards.c.id), limit)

    def early_cards(
        self, today: int, limit: int, topic_ids: Collection[int] | None = None
    ) -> list[Candidate]:
        """Return cards in the boxes that are not due yet, the nearest first: to study ahead."""
        resting = [cards.c.due > today, _shown(today)]
        if topic_ids is not None:
            resting.append(among(cards.c.topic_id, topic_ids))
        return self._candidates(and_(*resting), (cards.c.due, cards.c.box, cards.c.id), limit)

    def new_cards(self, today: int, limit: int, topic_ids: Sequence[int]) -> list[Candidate]:
        """Return never-seen cards topic by topic in the order given, then by place in the topic."""
        found: list[Candidate] = []
        for topic_id in topic_ids:
            room = limit - len(found)
            if room <= 0:
                break
            given = {"topic": topic_id, "today": today, "room": room}
            rows = self._connection.execute(_fresh_of_topic(), given)
            found.extend(Candidate(*row, place) for place, row in enumerate(rows, len(found)))
        return found

    def _candidates(
        self, condition: ColumnElement[bool], order: Sequence[ColumnElement[Any]], limit: int
    ) -> list[Candidate]:
        chosen = _candidate().where(condition).order_by(*order).limit(limit)
        rows = self._connection.execute(chosen)
        return [Candidate(*row, place) for place, row in enumerate(rows)]


@cache
def _due_by_day() -> Select[int | None, int]:
    """Return the statement made once: every card that is shown asks for it."""
    due = cards.c.due.between(bindparam("first"), bindparam("last"))
    counted = select(cards.c.due, func.count()).where(due, ~cards.c.suspended, ~cards.c.aside)
    return counted.group_by(cards.c.due)


@cache
def _fresh_of_topic() -> Select[*_Columns]:
    """Return the statement made once: it runs for topic after topic until there are enough."""
    fresh = and_(
        cards.c.topic_id == bindparam("topic"),
        cards.c.box == 0,
        _shown(bindparam("today", type_=Integer)),
    )
    ordered = _candidate().where(fresh).order_by(cards.c.position, cards.c.id)
    return ordered.limit(bindparam("room"))


def _candidate() -> Select[*_Columns]:
    return select(cards.c.id, cards.c.note_id, cards.c.topic_id, cards.c.box, cards.c.due)


def _shown(today: int | BindParameter[int]) -> ColumnElement[bool]:
    skipped = cards.c.skipped_until
    return and_(~cards.c.suspended, ~cards.c.aside, or_(skipped.is_(None), skipped <= today))
