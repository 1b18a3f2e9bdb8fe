"""Overviews: the topic tree and Today, counted from one view of the collection."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from aws_flash.application.branches import BranchCount, count_branches, tree_rows
from aws_flash.application.choosing import Day, choose_due, choose_early, day_so_far
from aws_flash.application.clock import Clock
from aws_flash.application.operations import Operations
from aws_flash.domain import statistics, welcome
from aws_flash.domain.card import BOXES
from aws_flash.domain.days import date_of
from aws_flash.domain.pace import minutes
from aws_flash.domain.queue import Choice
from aws_flash.domain.topic import Topic, branch
from aws_flash.domain.views import (
    BoxView,
    Offer,
    Overview,
    TodayView,
    WeakTopic,
    WelcomeView,
)
from aws_flash.storage.tables import Tables

FARTHEST = 365


@dataclass(frozen=True, slots=True)
class _Scope:
    """What Today is about: a topic with all below it (`topic`), or everything (None)."""

    topic: Topic | None
    topic_ids: Sequence[int]
    count: BranchCount

    @property
    def filter(self) -> Sequence[int] | None:
        """The topics to look at, None for all."""
        return None if self.topic is None else self.topic_ids


class Overviews:
    """Reads what the tree and Today show."""

    def __init__(self, operations: Operations, clock: Clock) -> None:
        """Read through `operations`; the clock says which day it is."""
        self._operations = operations
        self._clock = clock

    def day(self) -> date:
        """Return the date of the local day by the settings."""
        return date_of(self._operations.read(self._today))

    def look(self, topic_id: int | None = None) -> Overview:
        """Return the tree, and Today for a branch or for everything.

        A topic that is not there counts as everything.
        """
        return self._operations.read(lambda tables: self._look(tables, topic_id))

    def _today(self, tables: Tables) -> int:
        return self._clock.today(tables.settings.read())

    def _look(self, tables: Tables, topic_id: int | None) -> Overview:
        day = day_so_far(tables, self._today(tables))
        topics = tables.topics.tree()
        counts = tables.counts.by_topic(day.today)
        branches = count_branches(topics, counts, day.new_left)
        topic = next((topic for topic in topics if topic.id == topic_id), None)
        key = None if topic is None else topic.id
        ids = [one.id for one in topics] if topic is None else branch(topics, topic.id)
        scope = _Scope(topic, ids, branches[key])
        names = {one.id: one.name for one in topics}
        return Overview(tree_rows(topics, branches), _today_view(tables, day, scope, names))


def _today_view(tables: Tables, day: Day, scope: _Scope, names: dict[int, str]) -> TodayView:
    choice = _offered(tables, day, scope)
    answers = _answers(tables, day.today, scope.filter)
    tomorrow = _due_tomorrow(tables, day.today, scope, choice)
    return TodayView(
        topic_id=None if scope.topic is None else scope.topic.id,
        topic_name="" if scope.topic is None else scope.topic.name,
        due=choice.due,
        new=choice.new,
        minutes=minutes(choice.due, choice.new, day.pace) if choice.cards else day.minutes,
        left_out=_left_out(scope.count, choice),
        answered=answers.get(day.today, 0),
        all_cards=sum(scope.count.boxes),
        boxes=_boxes(scope.count, day),
        heat=statistics.last_weeks(answers, day.today),
        streak=_streak(tables, day.today, answers, scope.filter),
        weakest=_weakest(tables, day.today, scope.topic_ids, names),
        welcome=_welcome(tables, day) if scope.topic is None else None,
        catch_up=_catch_up(tables, day, scope.count),
        tomorrow=tomorrow,
        tomorrow_minutes=minutes(tomorrow, 0, day.pace),
        can_study_ahead=not choice.cards and _could_study_ahead(tables, day, scope),
        day=date_of(day.today),
        recheck=_stale(tables, day) if scope.topic is None else 0,
        changed_facts=tables.facts.number_changed() if scope.topic is None else 0,
    )


def _stale(tables: Tables, day: Day) -> int:
    lives = day.settings.shelf_lives
    return tables.facts.number_stale(lives.oldest_fresh(date_of(day.today)))


def _offered(tables: Tables, day: Day, scope: _Scope) -> Choice:
    """The session that Today offers: none once the day's minutes are used up."""
    choice = choose_due(tables, day, scope.topic_ids, everything=scope.topic is None)
    return replace(choice, cards=(), due=0, new=0) if day.is_spent else choice


def _could_study_ahead(tables: Tables, day: Day, scope: _Scope) -> bool:
    return bool(choose_early(tables, day, scope.filter).cards)


def _boxes(count: BranchCount, day: Day) -> tuple[BoxView, ...]:
    return tuple(
        BoxView(box, count.boxes[box], count.due[box], day.settings.rests[box - 1])
        for box in range(1, BOXES + 1)
    )


def _left_out(count: BranchCount, choice: Choice) -> int:
    """Due cards that the next session has no room for; siblings wait for another reason."""
    return max(sum(count.due) - choice.due - choice.due_siblings, 0)


def _answers(tables: Tables, today: int, topic_ids: Sequence[int] | None) -> dict[int, int]:
    first = statistics.first_day_of_weeks(today)
    return tables.reviews.answers_by_day(first, today, topic_ids)


def _streak(
    tables: Tables, today: int, answers: dict[int, int], topic_ids: Sequence[int] | None
) -> int:
    """A streak that fills the weeks shown began before them: only then look further back."""
    length = statistics.streak(answers.keys(), today)
    if length < len(answers) or length < statistics.WEEKS:
        return length
    last = today if today in answers else today - 1
    return length + tables.reviews.days_in_row(last - length, topic_ids)


def _weakest(
    tables: Tables, today: int, topic_ids: Collection[int], names: dict[int, str]
) -> tuple[WeakTopic, ...]:
    sums = tables.reviews.sums_by_topic(today - statistics.RECALL_DAYS + 1, today)
    known = set(topic_ids) & names.keys()
    recalls = statistics.recall_by_topic(one for one in sums if one.topic_id in known)
    return tuple(
        WeakTopic(one.topic_id, names[one.topic_id], one.share)
        for one in statistics.weakest(recalls)
    )


def _due_tomorrow(tables: Tables, today: int, scope: _Scope, choice: Choice) -> int:
    """Cards that wait tomorrow if today's session is done: its own are not among them."""
    waiting = tables.counts.number_due(today + 1, scope.filter)
    return max(waiting - choice.due, 0)


def _welcome(tables: Tables, day: Day) -> WelcomeView | None:
    last_day = tables.reviews.last_day()
    if last_day is None or day.today - last_day - 1 < welcome.DAYS_AWAY:
        return None
    waiting = tables.counts.waiting(day.today + FARTHEST)
    back = welcome.welcome_back(waiting, day.today, last_day, day.settings, day.pace)
    if back is None:
        return None
    offers = tuple(Offer(one.minutes_a_day, date_of(one.cleared_on)) for one in back.offers)
    return WelcomeView(back.days_away, back.cards, offers)


def _catch_up(tables: Tables, day: Day, count: BranchCount) -> Offer | None:
    """The offer taken, while anything is left to clear."""
    pace = day.settings.catch_up_minutes
    if pace is None or not sum(count.due):
        return None
    waiting = tables.counts.waiting(day.today + FARTHEST)
    cleared_on = welcome.cleared_on(waiting, day.today, day.settings, day.pace)
    return Offer(pace, None if cleared_on is None else date_of(cleared_on))
