"""Reviews of a bundle as rows of Anki's review log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from aws_flash.domain.bundle import BundledReview
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.review import Rating, ReviewKind
from aws_flash.formats.apkg.writing.notes import STEP, Row

_LEARN, _REVIEW, _RELEARN, _EARLY, _BY_HAND = 0, 1, 2, 3, 4
_AGAIN, _GOOD = 1, 3
_FACTOR: Final = 2500
_RESET: Final = 0
"""The factor of a row that made a card new again."""
_UNSENT: Final = -1


@dataclass(slots=True)
class Answered:
    """How often a card was answered, and when last, in milliseconds."""

    times: int = 0
    last: int = 0


def answers_of(reviews: tuple[BundledReview, ...]) -> dict[tuple[str, int], Answered]:
    """Return the answers of each card that has some."""
    found: dict[tuple[str, int], Answered] = {}
    for review in reviews:
        if review.rating is not None and not review.undone:
            key = (review.note, review.ordinal)
            answered = found.get(key)
            if answered is None:
                answered = found[key] = Answered()
            answered.times += 1
            answered.last = max(answered.last, review.at)
    return found


def rows(
    reviews: tuple[BundledReview, ...], cards: Mapping[tuple[str, int], int], monitor: Monitor
) -> Iterator[Row]:
    """Yield the rows of the table `revlog`: what was not taken back, of cards that come along.

    A row is known by its time, so of two at the same one the later waits a millisecond.
    """
    last = 0
    for count, review in enumerate(sorted(reviews, key=attrgetter("at")), 1):
        if count % STEP == 0:
            monitor.step(STEP)
        card = cards.get((review.note, review.ordinal))
        if card is not None and not review.undone:
            last = review.at if review.at > last else last + 1
            yield (last, card, _UNSENT, *_said(review))


def _said(review: BundledReview) -> Row:
    rest = 0 if review.after is None else review.after.rest
    rested = 0 if review.before is None else review.before.rest
    if review.rating is None:
        factor = _RESET if review.after is None else _FACTOR
        return 0, rest, rested, factor, review.took, _BY_HAND
    ease = _AGAIN if review.rating is Rating.MISSED else _GOOD
    return ease, rest, rested, _FACTOR, review.took, _type(review)


def _type(review: BundledReview) -> int:
    if review.kind is ReviewKind.RELEARN:
        return _RELEARN
    if review.kind is ReviewKind.EARLY:
        return _EARLY
    return _LEARN if review.before is None else _REVIEW
