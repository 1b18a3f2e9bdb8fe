"""The rules of the boxes: where an answer moves a card, and on which day it is due again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from aws_flash.domain.card import BOXES, NEW, Standing
from aws_flash.domain.review import Rating, Review, ReviewKind
from aws_flash.domain.settings import LONGEST_REST, Fall, Settings

FIRST_KNOWN_BOX = 2
MISSED_REST = 1
SHORTEST_SPREAD = 7
SOON = 7


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that a rest can land on.

    `loads` counts the cards already due on each day number; an absent day has none. `latest` is the
    first day of the final window before an exam: until it begins no card rests beyond it, and from
    then on an early answer counts like any other.
    """

    today: int
    loads: Mapping[int, int] = field(default_factory=dict)
    latest: int | None = None

    def in_final_window(self) -> bool:
        """Tell whether the last days before the exam have begun."""
        return self.latest is not None and self.today >= self.latest


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer does: the row to write, and whether the card returns in this session."""

    rating: Rating
    kind: ReviewKind
    before: Standing
    after: Standing
    returns: bool


def grade(
    standing: Standing, rating: Rating, card_id: int, calendar: Calendar, settings: Settings
) -> Outcome:
    """Return what a rating does to a card that is not on its repeat.

    The due day is settled here, so grade both ratings once, when the card is shown. An early answer
    changes nothing at all, but a missed card still returns in the session.
    """
    missed = rating is Rating.MISSED
    if is_early(standing, calendar):
        return Outcome(rating, ReviewKind.EARLY, standing, standing, returns=missed)
    after = (
        _missed(standing, calendar, settings)
        if missed
        else _known(standing, card_id, calendar, settings)
    )
    return Outcome(rating, ReviewKind.ANSWER, standing, after, returns=missed)


def relearn(standing: Standing, rating: Rating) -> Outcome:
    """Return the outcome of a repeat: it moves no box, and the card does not return again."""
    return Outcome(rating, ReviewKind.RELEARN, standing, standing, returns=False)


def is_early(standing: Standing, calendar: Calendar) -> bool:
    """Tell whether an answer now comes before its day and so moves no box."""
    if standing.due is None or calendar.in_final_window():
        return False
    return standing.due > calendar.today


def box_if_known(standing: Standing) -> int:
    """Return the box that a known card lands in: box 2 at the first look, else one up."""
    return FIRST_KNOWN_BOX if standing.box == 0 else min(standing.box + 1, BOXES)


def box_if_missed(standing: Standing, fall: Fall) -> int:
    """Return the box that a missed card lands in, never under 1."""
    return 1 if fall is Fall.CLASSIC else max(standing.box - 1, 1)


def rest_if_known(standing: Standing, settings: Settings) -> int:
    """Return the rest in days after knowing a card.

    In the last box the card's own rest doubles, to at most a year; a longer one, which only an
    import can bring, is kept.
    """
    if standing.box < BOXES:
        return settings.rests[box_if_known(standing) - 1]
    doubled = max(settings.rests[-1], 2 * standing.rest)
    return max(standing.rest, min(doubled, LONGEST_REST))


def spread_window(rest: int, today: int, latest: int | None = None) -> range:
    """Return the days a rest may land on: within a tenth, at least a day, if it is a week or more.

    Never before tomorrow, never past `latest` while that lies ahead.
    """
    nominal = max(rest, 1)
    margin = max(1, nominal // 10) if nominal >= SHORTEST_SPREAD else 0
    first, last = today + nominal - margin, today + nominal + margin
    if latest is not None and latest > today:
        first, last = min(first, latest), min(last, latest)
    return range(first, last + 1)


def days_to_count(standing: Standing, today: int, settings: Settings) -> range:
    """Return the days whose loads `grade` will compare for this card."""
    return spread_window(rest_if_known(standing, settings), today)


def spread(rest: int, card_id: int, calendar: Calendar) -> int:
    """Return the least loaded day that a rest may land on.

    Among equal days the card's id picks one, so that cards learned together part ways and the same
    card always gets the same answer.
    """
    days = spread_window(rest, calendar.today, calendar.latest)
    lightest = min(calendar.loads.get(day, 0) for day in days)
    tied = [day for day in days if calendar.loads.get(day, 0) == lightest]
    return tied[card_id % len(tied)]


def after_change(standing: Standing, today: int) -> Standing:
    """Return the standing of a card whose fact changed: due within a week, in the box it is in.

    A card never seen has nothing to unlearn, and stays as it is.
    """
    if standing.due is None:
        return standing
    return replace(standing, due=min(standing.due, today + SOON))


def rebuild(reviews: Iterable[Review]) -> Standing:
    """Return the standing that one card's rows, in any order, lead to.

    The latest row not undone, by time and then by id, holds it; without one the card is new.
    """
    valid = (review for review in reviews if not review.undone)
    latest = max(valid, key=lambda review: (review.at, review.id), default=None)
    return NEW if latest is None else latest.after


def moment_after(now: int, latest: int | None) -> int:
    """Return the time to write on a card's next row, in UTC milliseconds.

    That is `now`, unless the clock was set back behind the card's `latest` row: then just after it,
    so that rows sorted by time stand in the order in which they happened.
    """
    return now if latest is None else max(now, latest + 1)


def _known(standing: Standing, card_id: int, calendar: Calendar, settings: Settings) -> Standing:
    rest = rest_if_known(standing, settings)
    return Standing(
        box=box_if_known(standing),
        rest=rest,
        due=spread(rest, card_id, calendar),
        lapses=standing.lapses,
        streak=standing.streak + 1,
    )


def _missed(standing: Standing, calendar: Calendar, settings: Settings) -> Standing:
    had_been_known = standing.box >= FIRST_KNOWN_BOX
    return Standing(
        box=box_if_missed(standing, settings.fall),
        rest=MISSED_REST,
        due=calendar.today + MISSED_REST,
        lapses=standing.lapses + int(had_been_known),
        streak=0,
    )
