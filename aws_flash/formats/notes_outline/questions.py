"""Questions that the notes ask themselves: `Q:` and `A:`, options with the right one named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.kind import MAX_OPTIONS
from aws_flash.formats.notes_outline.draft import Draft, basic, code_html
from aws_flash.formats.notes_outline.inline import inline
from aws_flash.formats.notes_outline.outline import Item, Table

_ASKED: Final = re.compile(
    r"(?:Q|Question|Frage|Pregunta)\s*\d{0,4}\s*[:.)]\s*(?=\S)", re.IGNORECASE
)
_ANSWERED: Final = re.compile(
    r"(?:\*\*)?(?:(?:A|Ans|Answers?|Antwort|Correct(?: answers?)?|Right(?: answer)?|Solution)"
    r"\s*\d{0,4}\s*:|A\d{1,4}[.)]|(?:Correct|Right|The) answer is:?)(?:\*\*)?\s*(?=\S)",
    re.IGNORECASE,
)
_INLINE_ANSWER: Final = re.compile(r"\s+(?:A|Ans|Answer|Antwort)\s*\d{0,4}:\s+(?=\S)")
_EXPLAINED: Final = re.compile(r"(?:Explanation|Why|Reason|Because)\s*:\s*(?=\S)", re.IGNORECASE)
_OPTION_SIGN: Final = re.compile(r"\(?(?P<letter>[A-Ha-h])[.)]$")
_OPTION_TEXT: Final = re.compile(r"\(?(?P<letter>[A-Ha-h])[.)]\s+(?=\S)")
_LETTERS: Final = re.compile(
    r"[\s(]*(?P<letters>[A-H](?:\s*(?:,|and|&|\+|/|\s)\s*[A-H]\b)*)\b(?:[).:,;]|\s+[-\u2013(]|\s*$)",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"_{3,}")
_LABEL_ONLY: Final = re.compile(r"(?:A|Ans|Answer|Correct answer)\s*:$", re.IGNORECASE)


@dataclass(slots=True)
class _Asked:
    item: Item
    question: str
    options: list[tuple[str, str]] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)
    explanation: list[str] = field(default_factory=list)
    used: int = 0
    labelled: bool = False


def asked(siblings: Sequence[Item | Table], at: int) -> tuple[Draft, int] | None:
    """Return the draft of a question that begins here, and how many items after it belong to it."""
    item = siblings[at]
    if not isinstance(item, Item):
        return None
    label = _ASKED.match(item.text)
    found = _Asked(item, item.text[label.end() :] if label else item.text, labelled=bool(label))
    _split_inline(found)
    gathered = _gather(found, item.children)
    if gathered == len(item.children):
        found.used = _gather(found, siblings[at + 1 : at + 3 + MAX_OPTIONS])
    elif not found.answer:
        return None
    return (_draft(found), found.used) if _is_question(found) else None


def _is_question(found: _Asked) -> bool:
    if found.labelled:
        return True
    asks = found.question.rstrip().endswith(("?", ":")) or bool(_BLANK.search(found.question))
    return bool(found.answer) or (asks and len(found.options) > 1)


def _split_inline(found: _Asked) -> None:
    answer = _INLINE_ANSWER.search(found.question) if found.labelled else None
    if answer:
        found.answer.append(found.question[answer.end() :])
        found.question = found.question[: answer.start()]


def _gather(found: _Asked, items: Iterable[Item | Table]) -> int:
    """Take what belongs to the question from the items after it; return how many."""
    count = 0
    for item in items:
        if not isinstance(item, Item) or not _take(found, item):
            break
        count += 1
    return count


def _take(found: _Asked, item: Item) -> bool:
    text = item.text
    answer, explained = _ANSWERED.match(text), _EXPLAINED.match(text)
    if answer and not found.answer:
        found.answer = [text[answer.end() :], *(child.text for child in item.children)]
    elif explained and found.answer:
        found.explanation.append(text[explained.end() :])
    elif _LABEL_ONLY.match(text) and item.children and not found.answer:
        found.answer = [child.text for child in item.children]
    else:
        return not found.answer and _take_option(found, item)
    return True


def _take_option(found: _Asked, item: Item) -> bool:
    sign, lead = _OPTION_SIGN.match(item.sign), _OPTION_TEXT.match(item.text)
    letter = (sign or lead or {"letter": ""})["letter"].upper()
    if letter != chr(ord("A") + len(found.options)) or item.children:
        return False
    found.options.append((letter, item.text if sign else item.text[lead.end() if lead else 0 :]))
    return True


def _draft(found: _Asked) -> Draft:
    line, said = found.item.line, inline(found.question).text
    right = _right_letters(found)
    if found.options and right and len(found.options) <= MAX_OPTIONS:
        options = [Option(_html(text), right=letter in right) for letter, text in found.options]
        explanation = [*_rest_of_answer(found), *found.explanation]
        fields = (
            ("Question", _html(found.question)),
            *option_fields(options),
            ("Explanation", "<br>".join(map(_html, explanation))),
        )
        return Draft(line, "choice", fields, said)
    if found.answer and _BLANK.search(found.question):
        return _filled(found, said)
    asked_text = [found.question, *(f"{letter}) {text}" for letter, text in found.options)]
    answer = "<br>".join(map(_html, found.answer)) + code_html(found.item.code)
    made = basic(line, "<br>".join(map(_html, asked_text)), answer, said)
    fields = (*made.fields[:2], ("Explanation", "<br>".join(map(_html, found.explanation))))
    return Draft(line, made.kind, fields, said, made.tags)


def _filled(found: _Asked, said: str) -> Draft:
    before, after = _BLANK.split(found.question, maxsplit=1)
    hidden = _html(" ".join(found.answer)).replace("::", ":&#58;").replace("}}", "&#125;&#125;")
    fields = (("Text", f"{_html(before)}{{{{c1::{hidden}}}}}{_html(after)}"), ("Explanation", ""))
    return Draft(found.item.line, "cloze", fields, said, ())


def _right_letters(found: _Asked) -> frozenset[str]:
    letters = _LETTERS.match(found.answer[0]) if found.answer else None
    if letters:
        named = re.findall(r"\b[A-H]\b", letters["letters"].upper())
        return frozenset(named) & {letter for letter, _ in found.options}
    said = found.answer[0].strip(" .").lower() if found.answer else ""
    return frozenset(x for x, text in found.options if text.strip(" .").lower() == said)


def _rest_of_answer(found: _Asked) -> list[str]:
    """Return what an answer says beyond the letters of the right options."""
    first = found.answer[0]
    letters = _LETTERS.match(first)
    rest = first[letters.end() :].strip(" .:-\u2013") if letters else ""
    options = {text.strip(" .").lower() for _, text in found.options}
    lines = [rest, *found.answer[1:]]
    return [line for line in lines if line and line.strip(" .").lower() not in options]


def _html(text: str) -> str:
    return inline(text).html()
