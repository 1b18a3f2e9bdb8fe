"""Statistics for Today: the streak, the last 16 weeks, the weakest topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from aws_flash.domain.review import DaySum

WEEKS = 16
RECALL_DAYS = 30
ENOUGH_ANSWERS = 20
WEAK_TOPICS = 3
STRONG_SHARE = 0.9
_EPOCH_WEEKDAY = 3  # 1 January 1970 was a Thursday, and weeks begin on Monday


@dataclass(frozen=True, slots=True)
class TopicRecall:
    """How much of a topic was recalled: cards seen before that were asked, and those known."""

    topic_id: int
    asked: int
    recalled: int

    @property
    def share(self) -> float:
        """Share recalled, 0 to 1."""
        return self.recalled / self.asked if self.asked else 0.0


def streak(days_answered: AbstractSet[int], today: int) -> int:
    """Return the days in a row with an answer, up to today.

    Today counts once something was answered, and does not break the row before that. Days after
    today, left by a clock that was set back, do not count.
    """
    length = 0
    day = today if today in days_answered else today - 1
    while day in days_answered:
        length += 1
        day -= 1
    return length


def last_weeks(answers: Mapping[int, int], today: int) -> tuple[tuple[int | None, ...], ...]:
    """Return the answers of each day of the last weeks, today's week being the last of them.

    Weeks run from Monday to Sunday; None stands for days still to come.
    """
    first = first_day_of_weeks(today)
    return tuple(
        tuple(answers.get(day, 0) if day <= today else None for day in range(monday, monday + 7))
        for monday in range(first, first + 7 * WEEKS, 7)
    )


def first_day_of_weeks(today: int) -> int:
    """Return the Monday on which the last weeks begin: the first day whose sums they need."""
    monday = today - (today + _EPOCH_WEEKDAY) % 7
    return monday - 7 * (WEEKS - 1)


def recall_by_topic(sums: Iterable[DaySum]) -> list[TopicRecall]:
    """Return what was recalled of each topic; first looks ask for nothing learned and are left out.

    Give the sums of the last `RECALL_DAYS` days.
    """
    asked: dict[int, int] = {}
    recalled: dict[int, int] = {}
    for one in sums:
        topic_id = one.topic_id
        asked[topic_id] = asked.get(topic_id, 0) + one.answers - one.first_looks
        recalled[topic_id] = recalled.get(topic_id, 0) + one.knew - one.first_knew
    return [TopicRecall(topic_id, count, recalled[topic_id]) for topic_id, count in asked.items()]


def weakest(recalls: Iterable[TopicRecall], limit: int = WEAK_TOPICS) -> list[TopicRecall]:
    """Return the topics recalled least, the weakest first.

    Only topics with at least 20 answers, so that a share means something, and only those under
    90 %, since nothing is weak about the others.
    """
    weak = [
        recall
        for recall in recalls
        if recall.asked >= ENOUGH_ANSWERS and recall.share < STRONG_SHARE
    ]
    return sorted(weak, key=lambda recall: (recall.share, -recall.asked, recall.topic_id))[:limit]
