"""Words without exception, "always" and "never", that nothing bears out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule
from aws_flash.domain.lint.reading import ReadNote

_WORD: Final = re.compile(
    r"\b(?:always|never|impossible|guaranteed|absolutely|completely|in all cases"
    r"|under no circumstances|without exception|100\s?%)(?!\w)",
    re.IGNORECASE,
)
_BORNE_OUT: Final = re.compile(
    rf"{_WORD.pattern}|\b(?:any|all|every|everyone|everybody|nobody|no|none|nothing|only|cannot"
    r"|except|exceptions?|unless|by design|whatever|however many)\b",
    re.IGNORECASE,
)


def absolute_in_option(note: ReadNote) -> Iterator[Finding]:
    """Find absolute words that stand in wrong options and in no right one.

    Item-writing literature, "specific determiners" (Haladyna, Downing & Rodriguez 2002, guideline
    28a): whoever knows nothing strikes out what says "always" or "never".
    """
    if note.family is not Family.CHOICE or not note.english:
        return
    if any(option.right and _WORD.search(option.text.text) for option in note.options):
        return
    for option in note.options:
        found = _WORD.search(option.text.text)
        if found and not _WORD.search(note.asked.text):
            suggestion = "Only wrong options say so, which gives them away. Put it less absolutely."
            yield Finding(Rule.ABSOLUTE_WORD, note.guid, option.text.place, found[0], suggestion)


def absolute_in_answer(note: ReadNote) -> Iterator[Finding]:
    """Find absolute words in answers and right options without proof.

    The issue's house rule. Proof is a source, and an explanation (or the option's reason) that
    bears the word out: it says so again in any absolute word, or names the exceptions. A program
    cannot read the source, so it asks that the author has put the claim twice. Only for decks that
    name sources.
    """
    if not note.english:
        return
    sourced = bool(note.provenance and note.provenance.sources)
    for place, text, ground in _claims(note):
        found = _WORD.search(text)
        if found and not (sourced and _BORNE_OUT.search(ground)):
            suggestion = (
                "Absolute. Let the explanation say on what ground, or name the exception; else "
                "leave the word out."
            )
            yield Finding(Rule.ABSOLUTE_WORD, note.guid, place, found[0], suggestion)


def _claims(note: ReadNote) -> Iterator[tuple[str, str, str]]:
    """Yield place and text of each claim, and the text that should bear it out."""
    explanation = note.explanation.text
    for option in note.options:
        if option.right:
            yield option.text.place, option.text.text, f"{option.reason.text} {explanation}"
    if note.family is Family.CLOZE:
        yield note.asked.place, note.asked.text, explanation
    elif not note.options:
        for side in note.sides[:1]:
            yield side.answer.place, side.answer.text, explanation
