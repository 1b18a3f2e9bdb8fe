"""The forecast: how many cards come due in the next days, and how many new ones that leaves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from aws_flash.domain.card import BOXES, NEW, Standing
from aws_flash.domain.leitner import MISSED_REST, box_if_known, box_if_missed, rest_if_known
from aws_flash.domain.pace import Pace
from aws_flash.domain.settings import Settings

HORIZON = 14

# Cards by due day and box, as storage counts them; due days gone by are overdue.
Waiting: TypeAlias = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class ExpectedDay:
    """A day to come: the cards answered on it and the due ones left at its end, as expected."""

    day: int
    answered: float
    left: float


def due_per_day(
    waiting: Waiting, today: int, days: int, settings: Settings, pace: Pace
) -> tuple[float, ...]:
    """Return how many cards to expect on each of the next days, today with the overdue first.

    Supposes that each day's cards are answered on their day, that the user's share of them is
    known, and that no new cards come. `waiting` needs the cards due within these days only.
    """
    coming = expected_days(waiting, today, settings, pace)
    return tuple(expected.answered for expected in islice(coming, days))


def expected_days(
    waiting: Waiting, today: int, settings: Settings, pace: Pace, capacity: float = math.inf
) -> Iterator[ExpectedDay]:
    """Yield day after day without end, with at most `capacity` cards answered on each.

    Whole and part cards move through the boxes by the rules and the share known. When there are too
    many for a day, each box gets its proportion.
    """
    agenda = _Agenda(settings, pace)
    for (due, box), cards in waiting.items():
        agenda.put(max(due, today), box, cards)
    day = today
    while True:
        due_now = agenda.take(day)
        total = sum(due_now)
        share = min(1.0, capacity / total) if total > 0 else 0.0
        for box in range(1, BOXES + 1):
            agenda.answer(day, box, due_now[box] * share)
            agenda.put(day + 1, box, due_now[box] * (1 - share))
        yield ExpectedDay(day, total * share, total * (1 - share))
        day += 1


def new_allowed(
    settings: Settings, pace: Pace, loads: tuple[float, ...], introduced: int, spent: float
) -> int:
    """Return how many more new cards may come today.

    As many a day as the setting says, or fewer: so many that, if each of the days in `loads` (today
    first, as `due_per_day` gives them) brought as many, these days' answers would fit into their
    minutes. At least one a day when nothing else is due; none while catching up. `introduced` cards
    and `spent` seconds are what today held already: with them the number stays the same while the
    day's work is being done.
    """
    if settings.catch_up_minutes is not None:
        return 0
    costs = _costs_of_new_cards(settings, pace, len(loads))
    minutes = len(loads) * settings.minutes_a_day
    spare = minutes * 60 - spent - sum(loads) * pace.seconds_due
    fitting = int((spare + introduced * costs[0]) / sum(costs) + 1e-9)
    least = 0 if sum(loads) > 0 else 1
    return max(min(max(fitting, least), settings.new_a_day) - introduced, 0)


def _costs_of_new_cards(settings: Settings, pace: Pace, days: int) -> list[float]:
    """Return the seconds that a new card of each day costs until the last of the days."""
    agenda = _Agenda(settings, pace)
    agenda.introduce(0)
    reviews = due_per_day(agenda.waiting(), 0, days, settings, pace)
    return [pace.seconds_new + pace.seconds_due * sum(reviews[: days - day]) for day in range(days)]


class _Agenda:
    """Expected cards by due day and box, moved by expected answers."""

    def __init__(self, settings: Settings, pace: Pace) -> None:
        self._settings = settings
        self._pace = pace
        self._days: dict[int, list[float]] = {}

    def put(self, day: int, box: int, cards: float) -> None:
        self._days.setdefault(day, [0.0] * (BOXES + 1))[box] += cards

    def take(self, day: int) -> list[float]:
        return self._days.pop(day, [0.0] * (BOXES + 1))

    def waiting(self) -> Waiting:
        return {
            (day, box): cards for day, row in self._days.items() for box, cards in enumerate(row)
        }

    def answer(self, day: int, box: int, cards: float) -> None:
        standing = Standing(box=box, rest=self._settings.rests[box - 1], due=day)
        self._move(standing, day, cards, self._pace.share_known)

    def introduce(self, day: int) -> None:
        self._move(NEW, day, 1.0, self._pace.share_known_first)

    def _move(self, standing: Standing, day: int, cards: float, share: float) -> None:
        again = day + rest_if_known(standing, self._settings)
        self.put(again, box_if_known(standing), cards * share)
        fallen = box_if_missed(standing, self._settings.fall)
        self.put(day + MISSED_REST, fallen, cards * (1 - share))
