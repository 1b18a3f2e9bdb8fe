"""Choosing: which cards the next session holds; Today counts them, Study asks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aws_flash.domain.forecast import HORIZON, due_per_day, new_allowed
from aws_flash.domain.pace import ANSWERS_TO_READ, Pace, pace_from
from aws_flash.domain.queue import Choice, Limits, choose, choose_ahead
from aws_flash.domain.settings import Settings
from aws_flash.domain.topic import branch
from aws_flash.domain.welcome import minutes_today
from aws_flash.storage.tables import Tables

if TYPE_CHECKING:
    from aws_flash.domain.session import SessionKind

LEAST_SECONDS = 60
SPARE_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Day:
    """The state of the day that limits a session: its pace, what was done, what may still come."""

    today: int
    settings: Settings
    pace: Pace
    answered: int
    spent: float
    new_left: int

    @property
    def minutes(self) -> int:
        """Minutes of this day: those of the offer taken while it lasts, else the setting."""
        return minutes_today(self.settings)

    @property
    def seconds_left(self) -> float:
        """What is left of the day's minutes, in seconds."""
        return self.minutes * 60 - self.spent

    @property
    def is_spent(self) -> bool:
        """Whether the day's minutes are used up."""
        return self.seconds_left < LEAST_SECONDS

    @property
    def seconds(self) -> float:
        """Seconds of a session that starts now.

        Once the day's minutes are used up, a session that the user asks for all the same has the
        full minutes again.
        """
        return self.minutes * 60 if self.is_spent else self.seconds_left


def day_so_far(tables: Tables, today: int) -> Day:
    """Return what the day has brought so far and what it still allows."""
    settings = tables.settings.read()
    pace = pace_from(tables.reviews.timings(ANSWERS_TO_READ))
    sums = tables.reviews.sums(today, today)
    spent = sum(one.took for one in sums) / 1000
    introduced = sum(one.first_looks for one in sums)
    waiting = tables.counts.waiting(today + HORIZON - 1)
    loads = due_per_day(waiting, today, HORIZON, settings, pace)
    return Day(
        today=today,
        settings=settings,
        pace=pace,
        answered=sum(one.answers for one in sums),
        spent=spent,
        new_left=new_allowed(settings, pace, loads, introduced, spent),
    )


def choose_for(tables: Tables, today: int, topic_id: int | None, kind: SessionKind) -> Choice:
    """Return the cards of a session over a branch, or over everything."""
    from aws_flash.domain.session import SessionKind  # counting for Today does without sessions

    day = day_so_far(tables, today)
    topics = tables.topics.tree()
    ids = [topic.id for topic in topics] if topic_id is None else branch(topics, topic_id)
    if kind is SessionKind.AHEAD:
        return choose_early(tables, day, None if topic_id is None else ids)
    return choose_due(tables, day, ids, everything=topic_id is None)


def choose_due(tables: Tables, day: Day, topic_ids: Sequence[int], *, everything: bool) -> Choice:
    """Return the due and new cards of the next ordinary session; `topic_ids` in tree order."""
    scope = None if everything else topic_ids
    room = int(day.seconds / day.pace.seconds_due) + SPARE_CANDIDATES
    due = tables.counts.due_cards(day.today, room, scope)
    new = tables.counts.new_cards(day.today, day.new_left + SPARE_CANDIDATES, topic_ids)
    return choose(due, new, _limits(tables, day))


def choose_early(tables: Tables, day: Day, topic_ids: Sequence[int] | None) -> Choice:
    """Return cards to study ahead of their day."""
    room = int(day.seconds / day.pace.seconds_due) + SPARE_CANDIDATES
    answered = {card_id for card_id, _ in tables.reviews.answered_on(day.today)}
    early = tables.counts.early_cards(day.today, room + len(answered), topic_ids)
    fresh = [card for card in early if card.card_id not in answered]
    return choose_ahead(fresh, _limits(tables, day))


def _limits(tables: Tables, day: Day) -> Limits:
    notes = frozenset(note_id for _, note_id in tables.reviews.answered_on(day.today))
    return Limits(day.seconds, day.new_left, day.pace, notes)
