"""What gives answers away over a whole deck: length of options, and place of the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import Final

from aws_flash.domain.lint.finding import Finding, Rule
from aws_flash.domain.lint.reading import ReadNote

_LEAST_CARDS: Final = 8
_SPREAD: Final = 2.0
_LETTER_SPREAD: Final = 2.5
_LETTERS: Final = "ABCDEFGH"


def longest_right(notes: Iterable[ReadNote]) -> Iterator[Finding]:
    """Find decks in which the longest option is right too often.

    Item-writing literature, "conspicuous correct choice" (Haladyna, Downing & Rodriguez 2002,
    guidelines 24 and 28d). Too often: two standard deviations above what chance gives, over at
    least eight choice cards with one right option and one longest.
    """
    judged = [one for note in notes if (one := _longest_is_right(note)) is not None]
    hits = sum(right for right, _ in judged)
    if _too_often(hits, [chance for _, chance in judged], _SPREAD):
        words = f"{hits} of {len(judged)}"
        suggestion = (
            "The longest option is right too often. Cut some right ones, or fill out others."
        )
        yield Finding(Rule.LONGEST_RIGHT, "", "", words, suggestion)


def favoured_letter(notes: Iterable[ReadNote]) -> Iterator[Finding]:
    """Find decks in which the right option stands in one place too often.

    Item-writing literature, "vary the location of the right answer" (Haladyna, Downing & Rodriguez
    2002, guideline 20). Only where options keep their place: here they are shuffled unless pinned,
    but a deck also goes to programs that do not shuffle. Two and a half standard deviations, since
    there are several places to be wrong about.
    """
    single = [note for note in notes if _single(note)]
    places = Counter(_right_place(note) for note in single)
    for place, hits in places.most_common(1):
        chances = [1 / len(note.options) for note in single if len(note.options) > place]
        if _too_often(hits, chances, _LETTER_SPREAD):
            words = f"{_LETTERS[place]} in {hits} of {len(single)}"
            suggestion = "One place is right too often. Move some right options elsewhere."
            yield Finding(Rule.FAVOURED_LETTER, "", "", words, suggestion)


def _single(note: ReadNote) -> bool:
    return len(note.options) > 1 and sum(option.right for option in note.options) == 1


def _right_place(note: ReadNote) -> int:
    return next(place for place, option in enumerate(note.options) if option.right)


def _longest_is_right(note: ReadNote) -> tuple[bool, float] | None:
    """Return whether it is, and the chance of that; None where none is the longest."""
    if not _single(note):
        return None
    lengths = [len(option.text.text) for option in note.options]
    if lengths.count(max(lengths)) != 1:
        return None
    return lengths[_right_place(note)] == max(lengths), 1 / len(lengths)


def _too_often(hits: int, chances: Sequence[float], spread: float) -> bool:
    expected = sum(chances)
    deviation = sqrt(sum(chance * (1 - chance) for chance in chances))
    return len(chances) >= _LEAST_CARDS and hits > expected + spread * deviation
