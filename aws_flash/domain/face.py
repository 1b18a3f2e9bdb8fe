"""What a card shows: its question, its answer and all beside them, safe to be shown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from aws_flash.domain import cloze
from aws_flash.domain.choice import Option, options_of
from aws_flash.domain.formula import with_signs
from aws_flash.domain.html.css import clean_css
from aws_flash.domain.html.empty_end import without_empty_end
from aws_flash.domain.html.escaping import escape_text
from aws_flash.domain.html.nesting import shortened
from aws_flash.domain.html.page_style import page_style, without_page
from aws_flash.domain.html.sanitise import clean
from aws_flash.domain.imported_side import own_part, styled, without_picture
from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.domain.note import Note
from aws_flash.domain.occlusion import Shape
from aws_flash.domain.picture import Picture, parts_of, picture_shown
from aws_flash.domain.plain_text import plain
from aws_flash.domain.sound import sounds, without_sounds
from aws_flash.domain.template.rendering import RenderContext, expected_answer, render
from aws_flash.domain.typed import MAX_ACCEPTED

MAX_SHOWN: Final = 100_000
"""Characters that are looked at for one side of a card; what is longer is cut there."""

MAX_OPTION: Final = 6_000
"""The same for what a card has many of: an option, its reason, an accepted answer."""

MAX_SOUNDS: Final = 20

_HINT: Final = re.compile(r'href="#(hint-[qa][0-9]+)"')


@dataclass(frozen=True, slots=True)
class Side:
    """The HTML of a side, the same with all hints open ("" when it has none), and its sounds."""

    html: str = ""
    with_hints: str = ""
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Face:
    """One card, ready to be shown: all HTML and CSS in it is cleaned, all else is plain text.

    `accepted` are the answers that may be typed, the usual one first; none: nothing is typed. Of
    the `shapes` on the `picture` those of the card `asked` hide what is asked for. With `fills_gap`
    the answer is the question again with its gaps filled, and takes its place.
    """

    family: Family = Family.BASIC
    question: Side = Side()
    answer: Side = Side()
    explanation: str = ""
    options: tuple[Option, ...] = ()
    accepted: tuple[str, ...] = ()
    picture: Picture | None = None
    shapes: tuple[Shape, ...] = ()
    asked: int = 0
    fills_gap: bool = False
    css: str = ""


def face_of(note: Note, kind: Kind, ordinal: int, topics: Sequence[str] = ()) -> Face:
    """Return what a note's card shows; `topics` are the names above it, from the top down."""
    card = _Card(note, kind, ordinal, tuple(topics))
    face = _OF_FAMILY[kind.family](card)
    explanation = "" if kind.family is Family.IMPORTED else note.field("Explanation")
    return replace(face, family=kind.family, asked=ordinal, explanation=_shown(explanation))


def option_order(options: Sequence[Option], seed: int) -> tuple[int, ...]:
    """Return the places of the options in a shuffled order that `seed` alone decides.

    Pinned options stay where they are.
    """
    loose = [place for place, option in enumerate(options) if not option.pinned]
    shuffled = iter(sorted(loose, key=lambda place: _draw(seed, place)))
    return tuple(place if option.pinned else next(shuffled) for place, option in enumerate(options))


@dataclass(frozen=True, slots=True)
class _Card:
    """What a face is made from."""

    note: Note
    kind: Kind
    ordinal: int
    topics: tuple[str, ...]

    @property
    def template(self) -> CardTemplate:
        """Kinds that count holes share the first; a card that lost its template shows the last."""
        templates = self.kind.templates
        return templates[0 if self.kind.by_hole else min(self.ordinal, len(templates) - 1)]

    @property
    def question(self) -> RenderContext:
        return RenderContext(
            side="question",
            ordinal=self.ordinal if self.kind.by_hole else 0,
            tags=self.note.tags,
            topics=self.topics,
            card_name=self.template.name,
            kind_name=self.kind.name,
        )

    @property
    def answer(self) -> RenderContext:
        return replace(self.question, side="answer")


def _asked_and_answered(card: _Card) -> Face:
    return Face(
        question=_rendered(card.template.question, card, card.question),
        answer=_rendered(card.template.answer, card, card.answer),
    )


def _with_gaps(card: _Card) -> Face:
    return replace(_asked_and_answered(card), fills_gap=True)


def _typed(card: _Card) -> Face:
    """`Accepted` holds one more answer a line."""
    more = card.note.field("Accepted").split("\n", MAX_ACCEPTED)[:MAX_ACCEPTED]
    lines = (shortened(line, MAX_OPTION) for line in (card.note.field("Answer"), *more))
    return replace(_asked_and_answered(card), accepted=_single(map(plain, lines)))


def _choice(card: _Card) -> Face:
    options = tuple(
        replace(
            option,
            text=_shown(option.text, MAX_OPTION),
            reason=_shown(option.reason, MAX_OPTION),
        )
        for option in options_of(card.note.fields)
    )
    return Face(question=_side(card.note.field("Question")), options=options)


def _picture(card: _Card) -> Face:
    parts = card.note.field("Parts")
    labels = _single(part.label for part in parts_of(parts) if part.number == card.ordinal)
    return Face(
        question=_side(card.note.field("Question")),
        answer=_side(escape_text(", ".join(labels))),
        picture=picture_shown(card.note.field("Picture"), hidden=labels),
        shapes=cloze.shapes(parts),
    )


def _imported(card: _Card) -> Face:
    """As its templates say, but the question is not repeated on the answer's side."""
    template, fields = card.template, dict(card.note.fields)
    question = _rendered(template.question, card, card.question)
    answer = _rendered(template.answer, card, card.answer)
    expected = expected_answer(template.question, fields, card.question)
    shapes = _shapes(card, fields)
    picture = _first_picture(fields) if shapes else None
    fills_gap = card.kind.by_hole and not shapes and "FrontSide" not in template.answer
    repeated = "" if fills_gap else question.html
    css = clean_css(card.kind.css)
    style = page_style(css)

    def fit(html: str) -> str:
        return styled(without_picture(html, picture.name) if picture else html, style)

    return Face(
        question=_each(question, fit),
        answer=_each(answer, lambda html: fit(own_part(html, repeated))),
        accepted=(expected,) if expected else (),
        picture=picture,
        shapes=shapes,
        fills_gap=fills_gap,
        css=without_page(css),
    )


def _each(side: Side, change: Callable[[str], str]) -> Side:
    """A side whose HTML is changed, with closed and with open hints."""
    return replace(side, html=change(side.html), with_hints=change(side.with_hints))


def _shapes(card: _Card, fields: dict[str, str]) -> tuple[Shape, ...]:
    if not card.kind.by_hole:
        return ()
    return tuple(shape for html in fields.values() for shape in cloze.shapes(html))


def _first_picture(fields: dict[str, str]) -> Picture | None:
    return next(filter(None, map(picture_shown, fields.values())), None)


def _rendered(template: str, card: _Card, context: RenderContext) -> Side:
    fields = dict(card.note.fields)
    html = render(template, fields, context)
    side = _side(html)
    hints = frozenset(_HINT.findall(html))
    if not hints:
        return side
    opened = render(template, fields, replace(context, open_hints=hints))
    return replace(side, with_hints=_shown(opened))


def _side(html: str) -> Side:
    html = shortened(html, MAX_SHOWN)
    return Side(_shown(html), sounds=sounds(html)[:MAX_SOUNDS])


def _shown(html: str, limit: int = MAX_SHOWN) -> str:
    return without_empty_end(clean(with_signs(without_sounds(shortened(html, limit)))))


def _single(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text that says something once, in order."""
    return tuple(dict.fromkeys(text for text in map(str.strip, texts) if text))


def _draw(seed: int, place: int) -> bytes:
    return hashlib.blake2b(f"{seed} {place}".encode(), digest_size=8).digest()


_OF_FAMILY: Final = {
    Family.BASIC: _asked_and_answered,
    Family.REVERSED: _asked_and_answered,
    Family.CLOZE: _with_gaps,
    Family.CHOICE: _choice,
    Family.TYPED: _typed,
    Family.PICTURE: _picture,
    Family.IMPORTED: _imported,
}
