"""Questions whose subject is a pronoun that stands for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import Passage, ReadNote
from aws_flash.domain.lint.words import is_small

_PRONOUNS: Final = frozenset({"it", "its", "they", "them", "their", "he", "she"})
_POINTING: Final = frozenset({"this", "these", "those"})
_PRONOUN: Final = re.compile(r"\b(?:its?|they|them|their|he|she|this|these|those)\b", re.IGNORECASE)
# "Why is it important to …", "How long does it take to …": this "it" stands for what follows.
_FOLLOWS: Final = re.compile(
    r"(?:\b(?:is|was|does|did|will|would|can|could|be)\s+it\b|\bit(?:\s+is|\s+was|'s|\u2019s)\b).{0,300}?"
    r"\b(?:to|that|when|if|for|whether|possible|means?|called|takes?|matters?)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAID_LATER: Final = re.compile(r"[:\n]|\bif\b|\bwhen\b")


def pronoun(note: ReadNote) -> Iterator[Finding]:
    """Find questions that begin with a pronoun before anything was named: "What does it do?".

    Matuschak, "precise"; Wozniak, rule 11 (fight interference): cards come in any order, so nothing
    that another card said is there. A picture or a sound may be what is meant, options may be those
    that "which of these" points to.
    """
    if not note.english or note.media:
        return
    for passage, ordinal in _asked(note):
        word = _dangling(passage, offered=bool(note.options) or note.lettered)
        if word:
            suggestion = f"Name what “{word}” stands for: the card is asked by itself."
            words = quoted(passage.text)
            yield Finding(Rule.PRONOUN, note.guid, passage.place, words, suggestion, ordinal)


def _asked(note: ReadNote) -> Iterator[tuple[Passage, int | None]]:
    yield note.asked, None
    if note.family is Family.REVERSED:
        yield note.sides[1].question, 1


def _dangling(passage: Passage, *, offered: bool) -> str:
    """Return the pronoun that comes before anything that it could stand for, or nothing."""
    found = _PRONOUN.search(passage.text)
    if found is None:
        return ""
    place = next((n for n, token in enumerate(passage.tokens) if _PRONOUN.fullmatch(token)), 0)
    named = any(not is_small(token) for token in passage.tokens[:place])
    word = passage.tokens[place]
    if named or (word == "it" and _FOLLOWS.search(passage.text)):
        return ""
    if word in _POINTING and (offered or _SAID_LATER.search(passage.text)):
        return ""
    return word if word in _PRONOUNS | _POINTING else ""
