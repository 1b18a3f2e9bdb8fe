"""Answers as Mnemosyne logged them, as reviews."""

from __future__ import annotations

from collections.abc import Iterator

from aws_flash.domain.bundle import BundledReview, Progress
from aws_flash.domain.review import Rating, ReviewKind
from aws_flash.formats.mnemosyne.library import LEARNED, Repetition


def reviews_of(
    repetitions: list[Repetition], places: dict[str, tuple[str, int]]
) -> Iterator[BundledReview]:
    """Yield the answers to cards that are there, in the order of their times.

    Each begins where the last one of its card ended. One more answer on the day of a miss is a
    repeat of it. The list is emptied meanwhile: both together would take twice the memory.
    """
    last: dict[str, tuple[Repetition, Progress | None]] = {}
    # Reversed twice, so that answers of one moment keep their order.
    repetitions.reverse()
    repetitions.sort(key=lambda repetition: -repetition.at)
    while repetitions:
        one = repetitions.pop()
        place = places.get(one.card)
        if place is None or one.after.asked_on is None:
            continue
        previous, before = last.get(one.card, (None, None))
        after = one.after.progress()
        yield BundledReview(
            note=place[0],
            ordinal=place[1],
            at=one.at,
            kind=ReviewKind.RELEARN if _is_repeat(previous, one) else ReviewKind.ANSWER,
            rating=Rating.KNEW if one.after.grade >= LEARNED else Rating.MISSED,
            before=before,
            after=after,
            took=one.took,
            day=one.after.asked_on,
        )
        last[one.card] = (one, after)


def _is_repeat(last: Repetition | None, one: Repetition) -> bool:
    if last is None or last.after.grade >= LEARNED:
        return False
    return last.after.asked_on == one.after.asked_on
