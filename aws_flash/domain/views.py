"""What the tree and Today show: plain named tuples, quick to define when the program starts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class TreeRow(NamedTuple):
    """A row of the topic tree; counts are of the topic with all below it.

    `boxes` counts cards by box, 0 (never seen) to 5; `today` are the cards to study today, due and
    new.
    """

    topic_id: int
    parent_id: int | None
    name: str
    depth: int
    boxes: tuple[int, ...]
    today: int


class BoxView(NamedTuple):
    """One of the five boxes: its cards, those due today, and its rest in days."""

    box: int
    cards: int
    due: int
    rest: int


class Offer(NamedTuple):
    """A daily pace, and the day by which it clears what has piled up (None: not within a year)."""

    minutes: int
    clear_on: date | None


class WelcomeView(NamedTuple):
    """What greets a user who was away: the days missed, the cards waiting, and the offers."""

    days_away: int
    waiting: int
    offers: tuple[Offer, ...]


class WeakTopic(NamedTuple):
    """A topic and the share of its cards recalled over the last 30 days."""

    topic_id: int
    name: str
    share: float


class TodayView(NamedTuple):
    """Today, for all topics or for the branch of one.

    `due` and `new` make up the session that starts next, about `minutes` long; `left_out` due
    cards have no room in the day's minutes. Once these are used up, the next session is empty
    and `minutes` are those that could be added. `heat` holds the answers of 16 weeks of 7 days
    from Monday, the last week being this one; None stands for days to come. `tomorrow` counts
    cards due then. `catch_up` is the offer taken after missed days, while it holds.
    `can_study_ahead` says, of an empty session, that cards can be studied before they are due.
    `recheck` counts the facts past their shelf life, `changed_facts` those that a new edition
    changed and that wait to be seen; both are of all topics, 0 for a branch.
    """

    topic_id: int | None
    topic_name: str
    due: int
    new: int
    minutes: int
    left_out: int
    answered: int
    all_cards: int
    boxes: tuple[BoxView, ...]
    heat: tuple[tuple[int | None, ...], ...]
    streak: int
    weakest: tuple[WeakTopic, ...]
    welcome: WelcomeView | None
    catch_up: Offer | None
    tomorrow: int
    tomorrow_minutes: int
    can_study_ahead: bool
    day: date
    recheck: int = 0
    changed_facts: int = 0

    @property
    def cards(self) -> int:
        """Cards of the session that starts next."""
        return self.due + self.new


class Overview(NamedTuple):
    """The tree and Today, read from one unchanging view of the collection."""

    tree: tuple[TreeRow, ...]
    today: TodayView
