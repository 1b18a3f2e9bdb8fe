"""Cards made from templates and fields, as HTML that is still to be cleaned. Nothing here fails.

The language: see `syntax`. What a template asks for and the note has not stays readable,
as `{{Field}}` in `<span class="missing">`; `problems` says what is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from aws_flash.domain import cloze
from aws_flash.domain.html.escaping import escape_text
from aws_flash.domain.plain_text import plain
from aws_flash.domain.sound import without_sounds
from aws_flash.domain.template.filters import FILTERS
from aws_flash.domain.template.syntax import Part, PartKind, in_force, parts_of
from aws_flash.domain.typed import compare, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MAX_RENDERED: Final = 1_000_000
MAX_FILTERED: Final = 1_000_000
"""Once filters have looked at so many characters for one side of a card, they show no more."""

# A field counts as empty when nothing in it can be seen.
_BLANK: Final = re.compile(
    r"(?:\s|&nbsp;|&\#160;|&\#x0*a0;|</?(?:br|div|p|span|b|i|u)\s*/?>)*", re.IGNORECASE
)
_HOLE: Final = re.compile(r"c([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class RenderContext:
    """All that a template may use beside the fields.

    `ordinal` is the number of the cloze hole asked for, 0 for none. `front_side` is the rendered
    question, needed on the answer's side. `topics` are names from the top down. `typed` is what
    the user typed, None when nothing was asked. `open_hints` are the fragments (`hint-q0`) of the
    hints that the user opened.
    """

    side: Literal["question", "answer"] = "question"
    ordinal: int = 0
    front_side: str = ""
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    card_name: str = ""
    kind_name: str = ""
    flag: int = 0
    typed: str | None = None
    open_hints: frozenset[str] = frozenset()


def render(template: str, fields: Mapping[str, str], context: RenderContext) -> str:
    """Return HTML of at most MAX_RENDERED characters.

    A closed hint is a link of class `hint` to `#hint-q5` (`#hint-a5` on the answer's side), an open
    one a `div` of that class. `{{type:Field}}` shows nothing on the question's side, where the
    window has an entry for `expected_answer`, and the work of `typed.marked` on the answer's side.
    """
    return _Side(fields, context).rendered(template)


def card_is_empty(template: str, fields: Mapping[str, str], ordinal: int = 0) -> bool:
    """Whether a question shows no field with something in it: then there is no such card."""
    if _begins_with_something(template, fields):
        return False
    side = _Side(fields, RenderContext(ordinal=ordinal))
    return all(is_blank(fields.get(part.name, "")) for part in side.fields_in_force(template))


def _begins_with_something(template: str, fields: Mapping[str, str]) -> bool:
    """Whether a plain field stands filled before any section: true of most cards, and quick."""
    for part in parts_of(template):
        if part.kind is PartKind.FIELD and not part.filters:
            if not is_blank(fields.get(part.name, "")):
                return True
        elif part.kind is not PartKind.TEXT:
            return False
    return False


def expected_answer(template: str, fields: Mapping[str, str], context: RenderContext) -> str | None:
    """Plain text that the user is asked to type, None when a template asks for none."""
    side = _Side(fields, context)
    asked = (part for part in side.fields_in_force(template) if "type" in part.filters)
    return next(filter(None, map(side.expected, asked)), None)


def is_special(name: str) -> bool:
    """Whether a name stands for something else than a field, unless a field is called so."""
    return name in _SPECIAL or _HOLE.fullmatch(name) is not None


def is_blank(html: str) -> bool:
    """Whether a field holds nothing that can be seen: spaces, line breaks, empty blocks."""
    return _BLANK.fullmatch(html) is not None


class _Side:
    """One side of a card being made."""

    __slots__ = ("_context", "_fields", "_filtered", "_made")

    def __init__(self, fields: Mapping[str, str], context: RenderContext) -> None:
        self._fields = fields
        self._context = context
        self._filtered = 0  # characters that filters have looked at
        self._made: dict[tuple[str, tuple[str, ...]], str] = {}

    def rendered(self, template: str) -> str:
        pieces: list[str] = []
        room = MAX_RENDERED
        for part in self._in_force(template):
            piece = part.written if part.kind is PartKind.TEXT else self._field(part)
            pieces.append(piece[:room])
            room -= len(pieces[-1])
            if room == 0:
                break
        return "".join(pieces)

    def fields_in_force(self, template: str) -> Iterator[Part]:
        return (part for part in self._in_force(template) if part.kind is PartKind.FIELD)

    def expected(self, part: Part) -> str:
        """What is to be typed: the hidden words of a text with holes, else all words."""
        html = self._html(part.name) or ""
        before = part.filters[: part.filters.index("type")]
        if "cloze" in before:
            return ", ".join(map(plain, cloze.answers(html, self._context.ordinal)))
        return plain(self._through(html, before))

    def _in_force(self, template: str) -> Iterator[Part]:
        return in_force(map(self._by_its_name, parts_of(template)), self._is_filled)

    def _by_its_name(self, part: Part) -> Part:
        """What looks like filters may be the name of a field with colons in it."""
        whole = ":".join((*part.filters[::-1], part.name))
        own = part.filters and whole in self._fields
        return part._replace(name=whole, filters=()) if own else part

    def _is_filled(self, name: str) -> bool:
        if name not in self._fields and (hole := _HOLE.fullmatch(name)):
            return int(hole[1]) == self._context.ordinal
        return not is_blank(self._html(name) or "")

    def _html(self, name: str) -> str | None:
        """What a name stands for, None when for nothing."""
        if name in self._fields:
            return self._fields[name]
        special = _SPECIAL.get(name)
        return special(self._context) if special else None

    def _field(self, part: Part) -> str:
        html = self._html(part.name)
        if html is None:
            return f'<span class="missing">{escape_text(part.written)}</span>'
        if "type" in part.filters:
            return self._typed(part)
        if "hint" in part.filters:
            others = tuple(each for each in part.filters if each != "hint")
            return self._hint(part, self._cached(part.name, html, others))
        return self._cached(part.name, html, part.filters)

    def _typed(self, part: Part) -> str:
        if self._context.side == "question":
            return ""
        expected = self.expected(part)
        if self._context.typed is None or not expected:
            return f'<span class="typed">{escape_text(expected)}</span>'
        return marked(compare(self._context.typed, [expected]))

    def _hint(self, part: Part, html: str) -> str:
        if is_blank(html):
            return ""
        place = f"hint-{self._context.side[0]}{part.place}"
        if place in self._context.open_hints:
            return f'<div class="hint">{html}</div>'
        return f'<a class="hint" href="#{place}">{escape_text(part.name)}</a>'

    def _cached(self, name: str, html: str, filters: tuple[str, ...]) -> str:
        if not filters:
            return html
        if (name, filters) not in self._made:
            self._made[name, filters] = self._through(html, filters)
        return self._made[name, filters]

    def _through(self, html: str, filters: tuple[str, ...]) -> str:
        for each in filters:
            if self._filtered > MAX_FILTERED:
                return ""
            self._filtered += len(html)
            html = self._cloze(html) if each == "cloze" else FILTERS.get(each, _as_it_is)(html)
        return html

    def _cloze(self, html: str) -> str:
        ordinal = self._context.ordinal
        if not ordinal:
            return cloze.filled(html)
        if ordinal not in cloze.ordinals(html):
            return ""
        of_side = cloze.question if self._context.side == "question" else cloze.answer
        return of_side(html, ordinal)


def _as_it_is(html: str) -> str:
    return html


def _front_side(context: RenderContext) -> str:
    return without_sounds(context.front_side) if context.side == "answer" else ""


_SPECIAL: Final[dict[str, Callable[[RenderContext], str]]] = {
    "Card": lambda context: escape_text(context.card_name),
    "CardFlag": lambda context: f"flag{context.flag}",
    "Deck": lambda context: escape_text("::".join(context.topics)),
    "FrontSide": _front_side,
    "Subdeck": lambda context: escape_text("".join(context.topics[-1:])),
    "Tags": lambda context: escape_text(" ".join(context.tags)),
    "Type": lambda context: escape_text(context.kind_name),
}
