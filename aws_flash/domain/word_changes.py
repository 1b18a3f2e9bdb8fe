"""Which words differ between two versions of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

MOST_WORDS: Final = 600
"""Comparing takes time that grows with the square; a longer text counts as changed throughout."""

_WORD: Final = re.compile(r"\s+|\w+(?:[.,:/@-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text, and whether it differs from the other version."""

    text: str
    is_changed: bool = False


def word_changes(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return both texts in stretches; put together they are the texts again.

    Spaces between two changed words count as changed, others do not.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    if before == after or max(len(old), len(new)) > MOST_WORDS:
        differs = before != after
        return _stretches([before], [differs]), _stretches([after], [differs])
    old_marks, new_marks = [True] * len(old), [True] * len(new)
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        old_marks[match.a : match.a + match.size] = [False] * match.size
        new_marks[match.b : match.b + match.size] = [False] * match.size
    return _stretches(old, _joined(old, old_marks)), _stretches(new, _joined(new, new_marks))


def _joined(words: Sequence[str], marks: Sequence[bool]) -> list[bool]:
    """Mark a space as what stands on both its sides, so that no mark begins or ends in a space."""
    around = [False, *marks, False]
    return [
        (around[at] and around[at + 2]) if word.isspace() else marks[at]
        for at, word in enumerate(words)
    ]


def _stretches(words: Iterable[str], marks: Iterable[bool]) -> tuple[Stretch, ...]:
    pairs = ((word, mark) for word, mark in zip(words, marks, strict=True) if word)
    return tuple(
        Stretch("".join(word for word, _ in group), mark)
        for mark, group in groupby(pairs, key=lambda pair: pair[1])
    )
