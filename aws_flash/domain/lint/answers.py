"""How much an answer holds: a list, too many words, or a second fact; said once, the gravest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.questions import asks_two
from aws_flash.domain.lint.reading import Passage, ReadNote, Side
from aws_flash.domain.lint.sentences import is_code, items, sentences
from aws_flash.domain.lint.words import count_words

MOST_WORDS: Final = 25
MOST_ITEMS: Final = 3
_LEAST_IN_FACT: Final = 4
_LABEL: Final = re.compile(r"[^:]{1,40}: ")
_WIDE: Final = re.compile(
    r"\bwhy\b|\bdiffer(?:s|ences?|ent)?\b|\bcompare[ds]?\b|\bversus\b|\bvs\b", re.IGNORECASE
)
# What begins so draws on the sentence before it, or only points elsewhere.
_FOLLOWS: Final = re.compile(
    r"(?:hence|so|therefore|thus|this means|this is because|in contrast|conversely|that is"
    r"|that means|for example|for instance|e\.g\.|i\.e\.|see|in other words|where"
    r"|\.\.\.|\u2026|\()",
    re.IGNORECASE,
)


def answer_size(note: ReadNote) -> Iterator[Finding]:
    """Find answers that hold more than one fact.

    A set of more than three is hard to keep: Wozniak, rules 9 and 10. At most 25 words: rules 4 and
    12, with the figure of this house. One fact: rule 4 (minimum information), and "focused" in
    Matuschak's list. Two full sentences are taken for two facts, with three exceptions: a first of
    up to three words, such as "None." or "The root user.", is the answer, and what follows its
    ground; sentences that each begin with a label ("AssumeRole: …") make a comparison; and what
    "why" or "what is the difference" asks for may take two.
    """
    for place, ordinal in _answers(note):
        found = (not note.lettered and _set(place)) or _long(place) or _second_fact(place, note)
        if found:
            rule, words, suggestion = found
            yield Finding(rule, note.guid, place.place, words, suggestion, ordinal)


def _answers(note: ReadNote) -> Iterator[tuple[Passage, int | None]]:
    if note.family is Family.CHOICE:
        yield from ((option.text, None) for option in note.options)
        return
    yield from ((side.answer, side.ordinal) for side in _given(note))


def _given(note: ReadNote) -> tuple[Side, ...]:
    """Return the cards whose answer is no question of the same note."""
    return note.sides[:1] if note.family is Family.REVERSED else note.sides


def _set(answer: Passage) -> tuple[Rule, str, str] | None:
    listed = items(answer.text)
    if len(listed) <= MOST_ITEMS:
        return None
    suggestion = (
        f"Lists {len(listed)} things. Ask for one of them at a time, in gap cards that overlap, or "
        "ask for what they have in common."
    )
    return Rule.LONG_SET, quoted(answer.text), suggestion


def _long(answer: Passage) -> tuple[Rule, str, str] | None:
    words = count_words(answer.text)
    if words <= MOST_WORDS:
        return None
    suggestion = (
        f"Has {words} words, {MOST_WORDS} are enough. Keep what must be recalled; the rest goes "
        "into the explanation or onto a card of its own."
    )
    return Rule.LONG_ANSWER, quoted(answer.text), suggestion


def _takes_two(note: ReadNote) -> bool:
    """Tell whether it asks why or for a difference, or two things, which is found already."""
    return bool(_WIDE.search(note.asked.text) or asks_two(note))


def _is_fact(sentence: str) -> bool:
    whole = count_words(sentence) >= _LEAST_IN_FACT
    return whole and not is_code(sentence) and not _FOLLOWS.match(sentence)


def _second_fact(answer: Passage, note: ReadNote) -> tuple[Rule, str, str] | None:
    said = sentences(answer.text)
    full = [one for one in said if _is_fact(one)]
    brief_first = bool(said) and said[0] not in full
    listed = len(items(answer.text)) > 1 or note.family is Family.CHOICE
    compared = all(_LABEL.match(one) for one in said)
    if listed or len(full) < 2 or brief_first or compared or _takes_two(note):
        return None
    suggestion = "Says a second thing. Move it into the explanation or onto a card of its own."
    return Rule.TWO_FACTS, quoted(full[1]), suggestion
