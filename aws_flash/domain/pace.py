"""The pace of a user: seconds per card from past answers, and the minutes that cards will take."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from aws_flash.domain.review import Rating, ReviewKind

ANSWERS_TO_READ = 500
PRIOR_ANSWERS = 12
PRIOR_FIRST_LOOKS = 10


@dataclass(frozen=True, slots=True)
class Pace:
    """What a card costs: seconds per answer, and the shares known.

    `seconds_missed` includes the repeat later in the session. `share_known` is of due cards,
    `share_known_first` of first looks. The defaults are those of the simulated students.
    """

    seconds_knew: float = 8.0
    seconds_missed: float = 20.0
    share_known: float = 0.8
    share_known_first: float = 0.1

    @property
    def seconds_due(self) -> float:
        """Expected seconds for a due card."""
        return self._expected(self.share_known)

    @property
    def seconds_new(self) -> float:
        """Expected seconds for a first look."""
        return self._expected(self.share_known_first)

    def _expected(self, share: float) -> float:
        return share * self.seconds_knew + (1 - share) * self.seconds_missed


@dataclass(frozen=True, slots=True)
class Timing:
    """Answers of one sort among the latest `ANSWERS_TO_READ`: how many, and their milliseconds."""

    kind: ReviewKind
    rating: Rating
    first_look: bool
    answers: int
    took: int


UNKNOWN_PACE = Pace()


def pace_from(timings: Iterable[Timing]) -> Pace:
    """Return the user's pace.

    Each figure is a mean over the answers read and a prior that counts like 12 answers (10 first
    looks, as in the simulations). Means, because minutes are sums; no answer counts for more than a
    minute, so none of them can pull far. The time of repeats is charged to the misses behind them;
    early answers cost time but say nothing of how many due cards are known.
    """
    listed = list(timings)
    repeats = [timing for timing in listed if timing.kind is ReviewKind.RELEARN]
    asked = [timing for timing in listed if timing.kind is not ReviewKind.RELEARN]
    knew = [timing for timing in asked if timing.rating is Rating.KNEW]
    missed = [timing for timing in asked if timing.rating is Rating.MISSED]
    counted = [timing for timing in asked if timing.kind is ReviewKind.ANSWER]
    first = [timing for timing in counted if timing.first_look]
    later = [timing for timing in counted if not timing.first_look]
    prior = UNKNOWN_PACE
    return Pace(
        seconds_knew=_mean(prior.seconds_knew, _seconds(knew), _count(knew)),
        seconds_missed=_mean(prior.seconds_missed, _seconds(missed + repeats), _count(missed)),
        share_known=_mean(prior.share_known, _known(later), _count(later)),
        share_known_first=_mean(
            prior.share_known_first, _known(first), _count(first), PRIOR_FIRST_LOOKS
        ),
    )


def minutes(cards_due: int, cards_new: int, pace: Pace) -> int:
    """Return the minutes that so many cards will take, rounded up."""
    seconds = cards_due * pace.seconds_due + cards_new * pace.seconds_new
    return math.ceil(seconds / 60 - 1e-9)


def _mean(prior: float, total: float, count: int, weight: int = PRIOR_ANSWERS) -> float:
    return prior + (total - prior * count) / (weight + count)


def _count(timings: Iterable[Timing]) -> int:
    return sum(timing.answers for timing in timings)


def _seconds(timings: Iterable[Timing]) -> float:
    return sum(timing.took for timing in timings) / 1000


def _known(timings: Iterable[Timing]) -> int:
    return sum(timing.answers for timing in timings if timing.rating is Rating.KNEW)
