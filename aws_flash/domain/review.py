"""A review: one answer given, or another event that set a standing; never changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from aws_flash.domain.card import Standing

LONGEST_ANSWER = 60_000


class Rating(IntEnum):
    """What the user said of an answer."""

    MISSED = 1
    KNEW = 2


class ReviewKind(StrEnum):
    """Why the row was written. Only the first three are answers of the user."""

    ANSWER = "answer"
    RELEARN = "relearn"
    EARLY = "early"
    RESET = "reset"
    SET_BOX = "set box"
    IMPORTED = "imported"
    FACT_CHANGED = "fact changed"


ANSWERS = frozenset({ReviewKind.ANSWER, ReviewKind.RELEARN, ReviewKind.EARLY})


@dataclass(frozen=True, slots=True)
class Review:
    """One event that set a card's standing.

    `at` is UTC milliseconds, `day` the local day number as at answering, `took` the milliseconds
    from question to rating, at most 60 s counted. `rating` is None where nothing was answered. An
    answer taken back is `undone`, never erased.
    """

    id: int
    card_id: int
    topic_id: int
    at: int
    day: int
    kind: ReviewKind
    rating: Rating | None
    before: Standing
    after: Standing
    took: int = 0
    undone: bool = False

    def __post_init__(self) -> None:
        """Refuse a time out of range, and an answer without a rating."""
        if not 0 <= self.took <= LONGEST_ANSWER:
            msg = f"{self.took} ms is not a counted time"
            raise ValueError(msg)
        if (self.kind in ANSWERS) != (self.rating is not None):
            msg = "an answer has a rating, nothing else has"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class DaySum:
    """What was done on one day in one topic; kept beside the reviews, rebuilt from them.

    `answers` are without the repeats of missed cards. `first_looks` are answers to cards never seen
    before, `first_knew` those of them that were known. `took` is the milliseconds of all, the
    repeats too, `took_missed` of the missed ones and the repeats.
    """

    day: int
    topic_id: int
    answers: int = 0
    knew: int = 0
    first_looks: int = 0
    first_knew: int = 0
    took: int = 0
    took_missed: int = 0


def sum_of(review: Review) -> DaySum:
    """Return what one review adds to its day's sum; see `counts_of`."""
    return DaySum(review.day, review.topic_id, *counts_of(review))


def counts_of(review: Review) -> tuple[int, int, int, int, int, int]:
    """Return what one review adds to the numbers of its day's sum, in their order.

    Nothing when it is undone or no answer. A repeat of a missed card adds its time alone: it asks
    what was read a few minutes ago, and would flatter every share of cards recalled.
    """
    if review.undone or review.kind not in ANSWERS:
        return 0, 0, 0, 0, 0, 0
    took = review.took
    if review.kind is ReviewKind.RELEARN:
        return 0, 0, 0, 0, took, took
    knew = int(review.rating is Rating.KNEW)
    first = int(review.before.box == 0)
    return 1, knew, first, first & knew, took, 0 if knew else took
