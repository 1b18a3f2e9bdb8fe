"""Notes that say almost the same as another; found without comparing each with each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import ReadNote
from aws_flash.domain.lint.sentences import prose
from aws_flash.domain.lint.words import telling

_LIKE: Final = 0.8
"""Two questions are alike when they share four fifths of their telling words (Jaccard)."""

_LIKE_ANSWER: Final = 0.6
_LEAST_WORDS: Final = 4
# A gap that another program has already cut: cards of one text then differ in nothing else.
_BLANK: Final = re.compile(r"\[(?:\.\.\.|\u2026)\]|_{3,}")
# A word that stands at the head of so many different questions finds nothing in particular.
_MOST_POSTED: Final = 60


@dataclass(frozen=True, slots=True)
class _Said:
    """A note's question word for word, and the telling words of question and answer."""

    note: ReadNote
    sequence: tuple[str, ...]
    question: frozenset[str]
    answer: frozenset[str]


def near_duplicates(notes: Iterable[ReadNote]) -> Iterator[Finding]:
    """Find notes that ask what another asks, one finding for each later one, naming the earlier.

    Wozniak, rule 11 (combat interference): two cards for one fact are learned twice, and one
    question with two answers cannot be known. Found are: the same question and answer; the same
    question with another answer; a question that shares four fifths of its telling words with
    another, and its answer three fifths. Two of which each has a telling word that the other lacks
    ("S3" here, "EBS" there) are not alike, nor are gap cards that hide other parts of one text
    (rule 10 advises those), nor a card and its reverse, nor programs, where each sign counts.

    Candidates come from an index of each question's rarest words (prefix filtering: Chaudhuri,
    Ganti & Kaushik 2006), so time grows with the notes, not with their square.
    """
    said = [_said(note) for note in notes]
    firsts: list[_Said] = []
    seen: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for one in said:
        if not one.sequence:
            continue
        same = seen[one.sequence]
        finding = _same(one, same)
        if finding:
            yield finding
        else:
            firsts.append(one)
        if not finding or len(same) < _MOST_POSTED:
            same.append(one)
    yield from _alike(firsts)


def _said(note: ReadNote) -> _Said:
    names = tuple(note.media)
    asked = (*note.asked.tokens, *names)
    answer = [token for side in note.sides[:1] for token in side.answer.tokens]
    if note.family in {Family.CLOZE, Family.PICTURE}:
        answer = [token for side in note.sides for token in side.answer.tokens]
    if note.family is Family.CHOICE:
        answer = [token for option in note.options for token in option.text.tokens]
    return _Said(note, asked, telling(asked), telling(answer))


def _same(one: _Said, same: Sequence[_Said]) -> Finding | None:
    """Return a finding about a note whose question word for word was asked before."""
    if not same:
        return None
    again = next((other for other in same if other.answer == one.answer), None)
    if again is not None:
        return _finding(one, again, "Says the same as an earlier card. Keep one of them.")
    if one.note.family in {Family.CLOZE, Family.PICTURE, Family.CHOICE}:
        return None
    suggestion = (
        "Asks what an earlier card asks, answers otherwise. Keep one, or say what is meant."
    )
    return _finding(one, same[0], suggestion)


def _alike(said: Sequence[_Said]) -> Iterator[Finding]:
    """Compare each note with those before it that share one of its rarest words."""
    uses = Counter(word for one in said for word in one.question)
    posted: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(said):
        if not _is_comparable(one):
            continue
        prefix = _rarest(one.question, uses)
        near = {at for word in prefix for at in posted[word]}
        other = next((said[at] for at in sorted(near) if _is_alike(one, said[at])), None)
        if other is not None:
            yield _finding(one, other, "Says almost the same as an earlier card. Keep one of them.")
        for word in prefix:
            if len(posted[word]) < _MOST_POSTED:
                posted[word].append(place)


def _is_comparable(one: _Said) -> bool:
    """Tell whether a question has words enough that one more or less is no other question."""
    text = one.note.asked.text
    words = sum(word.isalpha() for word in one.question)
    return words >= _LEAST_WORDS and not _BLANK.search(text) and prose(text) == text


def _rarest(words: frozenset[str], uses: Counter[str]) -> list[str]:
    """Return so many of the rarest words that like questions share at least one of theirs."""
    ordered = sorted(words, key=lambda word: (uses[word], word))
    return ordered[: len(ordered) - ceil(_LIKE * len(ordered)) + 1]


def _is_alike(one: _Said, other: _Said) -> bool:
    if one.sequence == other.sequence:
        return False
    if _jaccard(one.question, other.question) < _LIKE:
        return False
    if _jaccard(one.answer, other.answer) < _LIKE_ANSWER:
        return False
    return not _other_names(one.question, other.question) and not _other_names(
        one.answer, other.answer
    )


def _other_names(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether each has a word that the other lacks."""
    return bool(one - other) and bool(other - one)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _finding(one: _Said, other: _Said, suggestion: str) -> Finding:
    note, earlier = one.note, other.note
    words = quoted(f"{earlier.asked.text} | {note.asked.text}")
    place = note.asked.place
    return Finding(Rule.NEAR_DUPLICATE, note.guid, place, words, suggestion, other=earlier.guid)
