"""Welcome back: after missed days, three paces and the day by which each clears what waits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from aws_flash.domain.forecast import Waiting, expected_days
from aws_flash.domain.pace import Pace
from aws_flash.domain.settings import Settings

DAYS_AWAY = 2
OFFERED_MINUTES = (10, 20, 40)
LARGER_MINUTES = (80, 160, 320, 600)
FARTHEST = 365
CLEARED_UNDER = 0.5  # expected cards left: less than half a card is none


@dataclass(frozen=True, slots=True)
class Offer:
    """A pace to take: so many minutes a day clear what waits by the end of a day."""

    minutes_a_day: int
    cleared_on: int


@dataclass(frozen=True, slots=True)
class WelcomeBack:
    """What to say after missed days: how many, the cards that wait, and the paces on offer."""

    days_away: int
    cards: int
    offers: tuple[Offer, ...]


def welcome_back(
    waiting: Waiting, today: int, last_answer_day: int | None, settings: Settings, pace: Pace
) -> WelcomeBack | None:
    """Return the welcome to show today, None when there is nothing to catch up with.

    It shows after at least two whole days without an answer, if what is due takes longer than the
    minutes of a day, and until an offer is taken or the first answer of today is given. `waiting`
    needs the cards due within a year. Where 10, 20 or 40 minutes never clear it within a year, the
    next larger pace that does takes the place.
    """
    if last_answer_day is None or settings.catch_up_minutes is not None:
        return None
    away = today - last_answer_day - 1
    due = sum(cards for (day, _), cards in waiting.items() if day <= today)
    if away < DAYS_AWAY or due - _capacity(minutes_today(settings), pace) < CLEARED_UNDER:
        return None
    offers = offers_for(waiting, today, settings, pace)
    return WelcomeBack(away, round(due), offers) if offers else None


def offers_for(waiting: Waiting, today: int, settings: Settings, pace: Pace) -> tuple[Offer, ...]:
    """Return the three smallest paces that clear what waits within a year, the smallest first."""
    found: list[Offer] = []
    for minutes_a_day in OFFERED_MINUTES + LARGER_MINUTES:
        capacity = _capacity(minutes_a_day, pace)
        cleared_on = _cleared_on(waiting, today, settings, pace, capacity)
        if cleared_on is not None:
            found.append(Offer(minutes_a_day, cleared_on))
        if len(found) == len(OFFERED_MINUTES):
            break
    return tuple(found)


def cleared_on(waiting: Waiting, today: int, settings: Settings, pace: Pace) -> int | None:
    """Return the day by whose end the minutes of a day clear what waits, None if not in a year."""
    capacity = _capacity(minutes_today(settings), pace)
    return _cleared_on(waiting, today, settings, pace, capacity)


def minutes_today(settings: Settings) -> int:
    """Return the minutes of a day: those of the offer taken while it lasts, else the setting."""
    return settings.catch_up_minutes or settings.minutes_a_day


def _capacity(minutes_a_day: int, pace: Pace) -> float:
    """Return the due cards that so many minutes have room for."""
    return minutes_a_day * 60 / pace.seconds_due


def _cleared_on(
    waiting: Waiting, today: int, settings: Settings, pace: Pace, capacity: float
) -> int | None:
    """Return the first day at whose end no card is left."""
    coming = islice(expected_days(waiting, today, settings, pace, capacity), FARTHEST + 1)
    return next((expected.day for expected in coming if expected.left < CLEARED_UNDER), None)
