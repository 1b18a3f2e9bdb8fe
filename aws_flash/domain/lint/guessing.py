"""Cards whose wording gives the answer away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import Passage, ReadNote, ReadOption, Side
from aws_flash.domain.lint.sentences import asking, is_code
from aws_flash.domain.lint.words import count_words, is_small, stem, telling, tokens_of

_CHOOSES: Final = re.compile(
    r"\bor\b|\bversus\b|\bvs\b|\bwhich of\b|\bcompare[ds]?\b|/", re.IGNORECASE
)
_HINT: Final = re.compile(r"\[[^\[\]]*\]")
_CONTEXT: Final = re.compile(r"^(?:\[[^\]]*\]|[^:?]{1,40}:)\s+")
_BLANK: Final = re.compile(r"\b([a-z]{2,})_{2,}", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"\ban?\s*(?:\.{2,}|\u2026|_{2,}|:)?\s*$", re.IGNORECASE)
_GAP_ARTICLE: Final = re.compile(r"\ban\s+\[[^\[\]]*\]", re.IGNORECASE)
_VOWEL: Final = re.compile(r"[aeio]|u(?!ni|s[ei]|ti)|8|11|18|[AEFHILMNORSX](?=[A-Z0-9])")
_ONE_OR_MANY: Final = re.compile(r"\b(?:what|which)\s+(is|was|are|were)\b", re.IGNORECASE)
_NO_PLURAL: Final = ("ss", "us", "is")
# Yes and no are another rule's; signs between words make an expression of them.
_OTHERWISE: Final = re.compile(r"(?:yes|no)\b|.*\s[<>=&|+*/-]+\s", re.IGNORECASE)
_MOST_IN_NAME: Final = 4
_LEAST_ECHO: Final = 2

Fits = Callable[[ReadOption], bool]


def echoed(note: ReadNote) -> Iterator[Finding]:
    """Find answers that the question already says, word for word or by its first letters.

    Matuschak, "effortful", and the house's rule 10 of the deck. All telling words of the answer
    must stand in the question; one that offers alternatives ("A or B?") may hold them. Of a choice,
    see `clanging`.
    """
    if not note.english or note.family in {Family.CHOICE, Family.PICTURE}:
        return
    for side in note.sides:
        words = _echo(side)
        if words:
            suggestion = "The question says the answer. Ask for it in other words, or ask why."
            place = side.question.place
            yield Finding(Rule.GUESSABLE, note.guid, place, words, suggestion, side.ordinal)


def clanging(note: ReadNote) -> Iterator[Finding]:
    """Find choices in which only the right option takes up words of the question.

    Item-writing literature, "clang association" (Haladyna, Downing & Rodriguez 2002, guideline 28b;
    NBME item-writing guide, "word repeats"). At least two telling words, and none in wrong options.
    """
    right = [option for option in note.options if option.right]
    wrong = [option for option in note.options if not option.right]
    if not note.english or not right or not wrong:
        return
    asked = telling(note.asked.tokens)
    common = frozenset[str]().union(*(telling(option.text.tokens) for option in wrong)) & asked
    for option in right:
        shared = telling(option.text.tokens) & asked
        if len(shared) >= _LEAST_ECHO and not common:
            words = ", ".join(sorted(shared))
            suggestion = "Only the right option takes up these words of the question."
            place = option.text.place
            yield Finding(Rule.GUESSABLE, note.guid, place, words, suggestion)


def article(note: ReadNote) -> Iterator[Finding]:
    """Find articles that fit the right answer alone: "… is an [role]".

    Item-writing literature, grammatical cues (Haladyna, Downing & Rodriguez 2002, guideline 28c).
    """
    if not note.english:
        return
    suggestion = "The article tells how the answer begins. Put it into the gap or the options."
    if note.family is Family.CLOZE:
        for side in note.sides:
            found = _GAP_ARTICLE.search(side.question.text)
            if found:
                words, place = quoted(found[0]), side.question.place
                yield Finding(Rule.GUESSABLE, note.guid, place, words, suggestion, side.ordinal)
        return
    found = _ARTICLE.search(note.asked.text)
    if found and _alone(note.options, lambda option: _fits(option, found[0])):
        yield Finding(Rule.GUESSABLE, note.guid, note.asked.place, quoted(found[0]), suggestion)


def plural(note: ReadNote) -> Iterator[Finding]:
    """Find questions whose verb fits the right option alone, in the singular or in the plural.

    Item-writing literature, grammatical cues (Haladyna, Downing & Rodriguez 2002, guideline 28c).
    """
    found = _ONE_OR_MANY.search(asking(note.asked.text)) if note.english else None
    if found is None or any(_is_long(option) for option in note.options):
        return
    many = found[1].lower() in {"are", "were"}
    if _alone(note.options, lambda option: _is_plural(option.text) == many):
        suggestion = "Only the right option agrees with the verb. Make all of them fit."
        yield Finding(Rule.GUESSABLE, note.guid, note.asked.place, quoted(found[0]), suggestion)


def _echo(side: Side) -> str:
    """Return the words of the question that say the answer, or nothing."""
    question = _HINT.sub(" ", side.question.text)
    answer = side.answer.text
    begun = _BLANK.search(question)
    if begun and answer.lower().startswith(begun[1].lower()):
        return begun[0]
    if _CHOOSES.search(asking(question)) or _OTHERWISE.match(answer) or is_code(answer):
        return ""
    wanted = telling(tokens_of(_CONTEXT.sub("", answer)))
    given = {stem(token) for token in tokens_of(question) if not is_small(token)}
    said = bool(wanted) and wanted <= given and not all(word.isdigit() for word in wanted)
    return quoted(answer) if said else ""


def _alone(options: tuple[ReadOption, ...], fits: Fits) -> bool:
    """Tell whether the right options are the only ones that fit."""
    return bool(options) and all(fits(option) == option.right for option in options)


def _fits(option: ReadOption, article: str) -> bool:
    wants_vowel = article.lower().startswith("an")
    return bool(_VOWEL.match(option.text.text)) == wants_vowel


def _is_long(option: ReadOption) -> bool:
    return count_words(option.text.text) > _MOST_IN_NAME


def _is_plural(passage: Passage) -> bool:
    last = passage.tokens[-1] if passage.tokens else ""
    return last.endswith("s") and not last.endswith(_NO_PLURAL)
