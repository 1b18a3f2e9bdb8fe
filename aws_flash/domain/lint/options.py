"""The options of a choice card: their reasons, their form, and how many are right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import Passage, ReadNote
from aws_flash.domain.lint.words import count_words

_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_COUNTED: Final = re.compile(
    rf"\b(?:choose|select|pick|mark|name|find|which|what|the)\s+(?:the\s+)?({'|'.join(_NUMBERS)}|[1-8])\b",
    re.IGNORECASE,
)
_ALL_THAT: Final = re.compile(r"\ball\s+(?:that|which)\b|\bevery\b.*\bthat\b", re.IGNORECASE)
# "Rotating the keys", not "Decoupling", "Networking as a service" or "Patching is yours".
_GERUND: Final = re.compile(r"^[A-Za-z]{2,}ing\s+(?!as\b)(?!.*\b(?:is|are|was|were)\b.*\.$)")
_TO_DO: Final = re.compile(r"^to\s+[a-z]+", re.IGNORECASE)
_NUMERAL: Final = re.compile(r"^[<>≤≥~$€£]?\s*\d")
_NOTHING: Final = re.compile(
    r"^(?:none|nothing|never|no|unlimited|all|any|always|as|until|at once|immediately)\b",
    re.IGNORECASE,
)
_LEAST_OPTIONS: Final = 3
_LENGTH_RATIO: Final = 2.5
_LEAST_LONG: Final = 9


def no_reason(note: ReadNote) -> Iterator[Finding]:
    """Find options that do not say why they are right or wrong.

    The issue's house rule. Item-writing literature asks for plausible distractors: a reason shows
    which mistake each stands for.
    """
    for option in note.options:
        if not option.reason.text:
            suggestion = "Say why it is right, or which mistake leads to it."
            words = quoted(option.text.text)
            yield Finding(Rule.NO_REASON, note.guid, option.reason.place, words, suggestion)


def not_parallel(note: ReadNote) -> Iterator[Finding]:
    """Find options of which one stands out by its form or length.

    Item-writing literature: homogeneous options, parallel in grammar, of about equal length
    (Haladyna, Downing & Rodriguez 2002, guidelines 23 and 24).
    """
    if len(note.options) < _LEAST_OPTIONS:
        return
    passages = [option.text for option in note.options]
    for tell, what in _FORMS:
        odd = _odd_one(passages, tell)
        lone_number = tell is _tells_number and odd is not None and tell(odd.text)
        if odd is not None and not lone_number and not _NOTHING.match(odd.text):
            suggestion = f"It differs from the others: {what}. Give all options one form."
            yield Finding(Rule.NOT_PARALLEL, note.guid, odd.place, quoted(odd.text), suggestion)
            return
    longest = _much_longer(passages)
    if longest is not None:
        suggestion = "It is far longer than the others. Cut it, or move words into the reason."
        yield Finding(Rule.NOT_PARALLEL, note.guid, longest.place, quoted(longest.text), suggestion)


def right_not_said(note: ReadNote) -> Iterator[Finding]:
    """Find questions that do not say how many options are right, or say another number.

    The issue's house rule, after exam practice: "Choose two." Where one is right nothing need be
    said. A choice with no right option, or with right ones only, is found here too.
    """
    if note.family is not Family.CHOICE:
        return
    right = sum(option.right for option in note.options)
    said = {_number(found[1]) for found in _COUNTED.finditer(note.asked.text)}
    words, suggestion = "", ""
    if right == 0 or (right == len(note.options) and right > 1):
        words = f"{right} of {len(note.options)} are right"
        suggestion = "Mark the right options: at least one, and not all of them."
    elif right > 1 and right not in said and not _ALL_THAT.search(note.asked.text):
        words = f"{right} are right"
        suggestion = f"Say so in the question: “Choose {_NUMBERS[right - 1]}.”"
    elif right == 1 and _told_to_choose(note) > 1:
        words = "1 is right"
        suggestion = "The question asks for more than one."
    if suggestion:
        yield Finding(Rule.RIGHT_NOT_SAID, note.guid, note.asked.place, words, suggestion)


def _told_to_choose(note: ReadNote) -> int:
    told = re.search(
        rf"\b(?:choose|select|pick)\s+({'|'.join(_NUMBERS)}|[1-8])\b",
        note.asked.text,
        re.IGNORECASE,
    )
    return _number(told[1]) if told else 1


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS.index(written.lower()) + 1


def _odd_one(passages: list[Passage], tell: Callable[[str], bool]) -> Passage | None:
    """Return the only passage that differs from all others."""
    yes = [one for one in passages if tell(one.text)]
    no = [one for one in passages if not tell(one.text)]
    fewer = min(yes, no, key=len)
    return fewer[0] if len(fewer) == 1 and len(passages) > 2 else None


def _much_longer(passages: list[Passage]) -> Passage | None:
    counts = sorted(((count_words(one.text), one.place, one) for one in passages), reverse=True)
    (most, _, longest), (second, _, _) = counts[:2]
    return longest if most >= _LEAST_LONG and most >= _LENGTH_RATIO * second else None


def _tells_gerund(text: str) -> bool:
    return bool(_GERUND.match(text))


def _tells_to_do(text: str) -> bool:
    return bool(_TO_DO.match(text))


def _tells_number(text: str) -> bool:
    return bool(_NUMERAL.match(text))


def _tells_sentence(text: str) -> bool:
    return text.endswith((".", "。"))


_FORMS: Final = (
    (_tells_sentence, "the full stop at the end"),
    (_tells_gerund, "a word in -ing at the beginning"),
    (_tells_to_do, "“to” at the beginning"),
    (_tells_number, "a number at the beginning"),
)
