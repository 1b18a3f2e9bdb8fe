"""The doctor: what a collection's reviews lead to, compared with what it says, as a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from aws_flash.domain.card import NEW, Card, Standing
from aws_flash.domain.leitner import rebuild
from aws_flash.domain.review import DaySum, Review, sum_of
from aws_flash.domain.topic import Topic, children_of

_SUMS = 6


class Check(StrEnum):
    """What the doctor looks at, in the order in which it mends."""

    FILE = "file"
    ROWS = "rows"
    LINKS = "links"
    TREE = "tree"
    HISTORY = "history"
    STANDINGS = "standings"
    DAY_SUMS = "day sums"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: how many times, the first few of them, and whether it was mended.

    FILE: SQLite finds pages damaged. ROWS: a row that makes no sense. LINKS: a row belongs to
    one that is not there. TREE: topics that hang on themselves. HISTORY: a card stands in a box
    but no row says how it came there. STANDINGS, DAY_SUMS: not what the reviews lead to. SEARCH:
    notes that search would miss or show wrongly.
    """

    check: Check
    count: int
    samples: tuple[str, ...]
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor read and found; `backup` is the name of the one made before mending."""

    cards: int
    reviews: int
    findings: tuple[Finding, ...] = ()
    backup: str | None = None

    @property
    def healthy(self) -> bool:
        """Whether nothing was wrong, or all of it was mended."""
        return all(finding.mended for finding in self.findings)


@dataclass(frozen=True, slots=True)
class History:
    """What all reviews lead to: the standing of each card that has any, and the sums by day."""

    standings: Mapping[int, Standing]
    sums: frozenset[DaySum]
    reviews: int


def gather(by_card: Iterable[Review]) -> History:
    """Return what reviews lead to; they come card by card, and are not kept."""
    standings: dict[int, Standing] = {}
    sums: dict[tuple[int, int], list[int]] = {}
    count = 0
    for card_id, rows in groupby(by_card, key=_card_of):
        of_card = list(rows)
        count += len(of_card)
        standings[card_id] = rebuild(of_card)
        for review in of_card:
            _add(sums.setdefault((review.day, review.topic_id), [0] * _SUMS), sum_of(review))
    found = {DaySum(*key, *numbers) for key, numbers in sums.items() if any(numbers)}
    return History(standings, frozenset(found), count)


def differing(cards: Iterable[Card], history: History) -> dict[int, Standing]:
    """Return the standing that each card should have, for those that have another."""
    return {
        card.id: history.standings[card.id]
        for card in cards
        if card.standing != history.standings.get(card.id, card.standing)
    }


def with_standings(cards: Iterable[Card], right: Mapping[int, Standing]) -> list[Card]:
    """Return the cards with the standings they should have."""
    return [replace(card, standing=right[card.id]) for card in cards]


def without_history(cards: Iterable[Card], history: History) -> list[int]:
    """Return the cards that stand in a box though no row says how they came there."""
    return [card.id for card in cards if card.standing != NEW and card.id not in history.standings]


def circles(topics: Iterable[Topic]) -> list[int]:
    """Return one topic of each circle of parents: the one that the tree shows as a root."""
    listed = list(topics)
    known = {topic.id for topic in listed}
    return [topic.id for topic in children_of(listed).get(None, []) if topic.parent_id in known]


def _card_of(review: Review) -> int:
    return review.card_id


def _add(total: list[int], one: DaySum) -> None:
    total[0] += one.answers
    total[1] += one.knew
    total[2] += one.first_looks
    total[3] += one.first_knew
    total[4] += one.took
    total[5] += one.took_missed
