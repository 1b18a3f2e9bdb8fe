"""A note as the rules read it: each side in plain words, card by card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from aws_flash.domain import cloze
from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.choice import options_of
from aws_flash.domain.html.nesting import shortened
from aws_flash.domain.html.tokens import attributes, tokens
from aws_flash.domain.kind import MAX_OPTIONS, Family, Kind
from aws_flash.domain.lint.english import is_english
from aws_flash.domain.lint.words import tokens_of
from aws_flash.domain.media_use import media_used
from aws_flash.domain.picture import parts_of
from aws_flash.domain.plain_text import plain
from aws_flash.domain.provenance import Provenance
from aws_flash.domain.template.syntax import parts_of as template_parts

MAX_READ: Final = 6_000
"""Of a longer field the rest is not looked at: a thousand words are too many for any rule."""

MAX_GAPS: Final = 50
"""Of a text with more gaps the others are not looked at."""

EXPLANATION: Final = "Explanation"

_PICTURE: Final = re.compile(r"<img\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_LETTERED: Final = re.compile(r"[-*•]?\s*\(?[A-Ha-h1-8][.):]\s+\S")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one place of a note, without pictures; `tokens` are in lower case."""

    place: str
    text: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One card: what it asks and what it wants to hear; `ordinal` is None for an only card."""

    ordinal: int | None
    question: Passage
    answer: Passage


@dataclass(frozen=True, slots=True)
class ReadOption:
    """An option of a choice card."""

    text: Passage
    reason: Passage
    right: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a field, and what it shows in words."""

    place: str
    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class ReadNote:
    """`asked` is what all cards of the note ask from: the question, or a text with its gaps filled.

    Options that are lettered lines of a question are no part of it; `lettered` says that there were
    some. `fields` are those of the note, as they stand; `cut` says that one was too long for that.
    """

    guid: str
    family: Family
    fields: Mapping[str, str]
    asked: Passage
    sides: tuple[Side, ...]
    options: tuple[ReadOption, ...]
    explanation: Passage
    pictures: tuple[Shown, ...]
    media: tuple[str, ...]
    english: bool
    lettered: bool
    cut: bool
    provenance: Provenance | None

    def passages(self) -> Iterator[Passage]:
        """Every place with words, each once: what is asked, answers, options, explanation."""
        yield self.asked
        if self.family not in {Family.CLOZE, Family.CHOICE}:
            yield from (side.answer for side in self.sides if side.ordinal in {None, 0})
        for option in self.options:
            yield from (option.text, option.reason)
        yield self.explanation


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of note, with the fields that its first card asks from and answers with."""

    kind: Kind
    asked: str
    answered: str


def form_of(kind: Kind) -> Form:
    """Read the templates of a kind; reading them anew for each note would take long."""
    asked = _named(kind.templates[0].question, kind)
    answered = [name for name in _named(kind.templates[0].answer, kind) if name not in asked]
    return Form(kind, next(iter(asked), kind.fields[0]), next(iter(answered), ""))


def read_note(note: BundledNote, form: Form) -> ReadNote:
    """Read a note of that form."""
    kind = form.kind
    fields = {name: shortened(html, MAX_READ) for name, html in note.fields}
    asked, lettered = _stem(_asked(fields, form))
    options = tuple(_options(fields)) if kind.family is Family.CHOICE else ()
    sides = tuple(_sides(fields, form, asked, options))
    explanation = passage(EXPLANATION, fields.get(EXPLANATION, ""))
    told = (asked.tokens, explanation.tokens, *(side.answer.tokens for side in sides))
    return ReadNote(
        guid=note.guid,
        family=kind.family,
        fields=fields,
        asked=asked,
        sides=sides,
        options=options,
        explanation=explanation,
        pictures=tuple(_pictures(fields)),
        media=media_used(fields.items()),
        english=is_english(token for tokens in told for token in tokens),
        lettered=lettered,
        cut=any(len(html) > MAX_READ for _, html in note.fields),
        provenance=note.provenance,
    )


def passage(place: str, html: str) -> Passage:
    """Read the words of some HTML."""
    if not html:
        return Passage(place, "", ())
    return _said(place, plain(_PICTURE.sub("", html) if "<" in html else html))


def is_holed(kind: Kind) -> bool:
    """Tell whether cards of a kind are gaps in a text."""
    return kind.by_hole and kind.family is not Family.PICTURE


def _said(place: str, text: str) -> Passage:
    return Passage(place, text, tokens_of(text))


def _asked(fields: Mapping[str, str], form: Form) -> Passage:
    html = fields.get(form.asked, "")
    return passage(form.asked, cloze.filled(html) if is_holed(form.kind) else html)


def _named(template: str, kind: Kind) -> list[str]:
    return [part.name for part in template_parts(template) if part.name in kind.fields]


def _stem(asked: Passage) -> tuple[Passage, bool]:
    """Return a question without its lettered options, and whether it has some."""
    lines = asked.text.split("\n")
    lettered = [place for place, line in enumerate(lines) if _LETTERED.match(line)]
    if len(lettered) < 2 or lettered[0] == 0:
        return asked, False
    return _said(asked.place, "\n".join(lines[: lettered[0]])), True


def _options(fields: Mapping[str, str]) -> Iterator[ReadOption]:
    names = [
        (f"Option {number}", f"Reason {number}")
        for number in range(1, MAX_OPTIONS + 1)
        if fields.get(f"Option {number}", "").strip()
    ]
    for (name, reason), option in zip(names, options_of(fields.items()), strict=False):
        yield ReadOption(passage(name, option.text), passage(reason, option.reason), option.right)


def _sides(
    fields: Mapping[str, str], form: Form, asked: Passage, options: tuple[ReadOption, ...]
) -> Iterator[Side]:
    kind = form.kind
    if is_holed(kind):
        yield from _holes(asked.place, fields.get(asked.place, ""))
    elif kind.family is Family.PICTURE:
        for part in parts_of(fields.get("Parts", "")):
            yield Side(part.number, asked, _said("Parts", part.label))
    elif kind.family is Family.CHOICE:
        right = "\n".join(option.text.text for option in options if option.right)
        yield Side(None, asked, _said("Right", right))
    else:
        yield from _ways(fields, form, asked)


def _ways(fields: Mapping[str, str], form: Form, asked: Passage) -> Iterator[Side]:
    name = form.answered
    answer = _without_question(passage(name, fields.get(name, "")), asked)
    both = form.kind.family is Family.REVERSED
    yield Side(0 if both else None, asked, answer)
    if both:
        yield Side(1, answer, asked)


def _without_question(answer: Passage, asked: Passage) -> Passage:
    """Return an answer without the question that some programs' exports repeat above it."""
    first, *lines = asked.text.split("\n")
    told = answer.text.split("\n")
    if not first or told[0] != first:
        return answer
    repeated = {first, *lines}
    return _said(answer.place, "\n".join(line for line in told if line not in repeated))


def _holes(place: str, text: str) -> Iterator[Side]:
    ordinals = cloze.ordinals(text)
    for ordinal in ordinals[:MAX_GAPS]:
        hidden = "<br>".join(cloze.answers(text, ordinal))
        yield Side(
            None if len(ordinals) == 1 else ordinal,
            passage(place, cloze.question(text, ordinal)),
            passage(place, hidden),
        )


def _pictures(fields: Mapping[str, str]) -> Iterator[Shown]:
    for place, html in fields.items():
        if "<" in html:
            for token in tokens(html):
                if token.kind == "open" and token.value == "img":
                    held = attributes(token.attributes, ("src", "alt"))
                    yield Shown(place, held.get("src", ""), held.get("alt", "").strip())
