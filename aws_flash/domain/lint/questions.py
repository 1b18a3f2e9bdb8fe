"""Questions that are too long, ask two things, want a yes, or leave open what they ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import ReadNote
from aws_flash.domain.lint.sentences import asking, prose, questions
from aws_flash.domain.lint.words import count_words

MOST_WORDS: Final = 35
MOST_IN_SCENARIO: Final = 60

_WH: Final = r"(?:what|which|who|whom|whose|when|where|why|how)"
_SECOND: Final = re.compile(
    rf"\b{_WH}\b.{{0,300}}?\b(?:and|or)\s+(?:(?:in|for|to|by|from|at|on)\s+)?{_WH}\b"
    r"(?!\s+(?:one|ones|those|that|the\s+other)\b)"
    r"|\bwhat\s+(?:is|are)\b.{0,300}?\band\s+(?:its|their)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINS: Final = r"^(?:\[[^\]]*\]\s*|[^:?]{1,40}:\s+|so,?\s+|and\s+|in\s+[\w\s-]{1,30},\s+)*"
_AUXILIARY: Final = (
    r"(?:is|are|was|were|do|does|did|can|could|will|would|should|may|might|must|has|have|had)"
    r"(?:n['\u2019]t)?"
)
_YES_NO: Final = re.compile(
    rf"{_BEGINS}(?:{_AUXILIARY}\s|true\s+or\s+false\b|is\s+it\s+true\b)", re.IGNORECASE
)
_OPEN: Final = re.compile(
    rf"\b(?:or|{_WH}|name|explain|describe|list|give|tell|define|state|picture|imagine|recall"
    r"|remember|draw|sketch|think)\b",
    re.IGNORECASE,
)
_SAYS_SO: Final = re.compile(r"^(?:yes|no)\b(?=\s*(?:$|[.,;:!(\u2013\u2014-]))", re.IGNORECASE)
_TRUE: Final = re.compile(r"^(?:true|false)\b(?=\s*(?:$|[.,;:!(\u2013\u2014-]))", re.IGNORECASE)
_ASKS_TRUTH: Final = re.compile(r"\b(?:true|false|correct)\b", re.IGNORECASE)
_ABOUT: Final = re.compile(
    rf"{_BEGINS}(?:(?:what|how)\s+about\b|tell\s+(?:me\s+)?(?:\w+\s+)?about\b"
    r"|what\s+(?:do|can|did)\s+you\s+(?:know|say|remember|tell)\b.{0,20}\babout\b"
    r"|(?:please\s+)?(?:explain|describe|discuss|elaborate)\b"
    r"(?!\s+(?:why|how|what|when|where|the\s+difference)\b))",
    re.IGNORECASE,
)


def long_question(note: ReadNote) -> Iterator[Finding]:
    """Find questions past 35 words, scenarios with options past 60.

    Wozniak, rule 12: cut words until only the needed ones are left. The figures are this house's.
    Lines of a program are looked at like a picture and do not count.
    """
    scenario = note.family is Family.CHOICE or note.lettered
    most = MOST_IN_SCENARIO if scenario else MOST_WORDS
    words = count_words(prose(note.asked.text))
    if words > most:
        suggestion = (
            f"Has {words} words, {most} are enough. Leave out what the answer does not need."
        )
        yield _about(note, Rule.LONG_QUESTION, note.asked.text, suggestion)


def two_questions(note: ReadNote) -> Iterator[Finding]:
    """Find questions that ask two things at once.

    Wozniak, rule 4 (minimum information); Matuschak, "focused". Two look-alikes side by side,
    "which signs in, which hands out?", are one comparison and pass.
    """
    words = asks_two(note)
    if words:
        yield _about(note, Rule.TWO_FACTS, words, "Asks two things. Make a card of each.")


def asks_two(note: ReadNote) -> str:
    """Return the words that ask a second thing, or nothing."""
    asked = questions(note.asked.text)
    if note.family is Family.CLOZE:
        return ""
    if len(asked) > 1 and all(_is_whole(one) for one in asked[-2:]):
        return " ".join(asked)
    found = _SECOND.search(asking(note.asked.text)) if note.english else None
    return found[0] if found else ""


def yes_no(note: ReadNote) -> Iterator[Finding]:
    """Find questions that yes or no answers: a guess is right every other time.

    The issue's house rule; Matuschak on yes/no prompts: they are seldom effortful, and better
    recast as open questions. A question that offers two things by name is left alone.
    """
    if note.family in {Family.CLOZE, Family.PICTURE, Family.CHOICE} or not note.english:
        return
    question = asking(note.asked.text)
    answer = note.sides[0].answer.text if note.sides else ""
    wants = bool(_YES_NO.match(question)) and question.endswith("?") and not _OPEN.search(question)
    truth = _ASKS_TRUTH.search(question) and _TRUE.match(answer)
    if wants or truth or _SAYS_SO.match(answer):
        suggestion = "Ask what, which, when or why, so that the answer has to be known."
        yield _about(note, Rule.YES_NO, question, suggestion)


def what_about(note: ReadNote) -> Iterator[Finding]:
    """Find questions that name a subject and ask nothing certain of it: "What about X?".

    Matuschak, "precise"; Wozniak, rule 4: what "explain" and "describe" want is never one answer.
    """
    question = asking(note.asked.text)
    if note.family is Family.CLOZE or asks_two(note):
        return
    if note.english and _ABOUT.match(question):
        suggestion = "Say what is asked of it, so that only one answer fits."
        yield _about(note, Rule.WHAT_ABOUT, question, suggestion)


def _is_whole(question: str) -> bool:
    return count_words(question) >= 2


def _about(note: ReadNote, rule: Rule, words: str, suggestion: str) -> Finding:
    return Finding(rule, note.guid, note.asked.place, quoted(words), suggestion)
