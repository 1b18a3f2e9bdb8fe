"""The template language of imported packages, read into parts: a dialect of mustache.

`{{Field}}`, `{{filter:other:Field}}` (the filter nearest to the field works first), `{{#Field}}…
{{/Field}}` for a field that is not empty, `{{^Field}}…{{/Field}}` for one that is, `{{!comment}}`,
and `{{=<% %>=}}` for other delimiters from there on. HTML comments are left out with all in them.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MAX_TEMPLATE: Final = 1_000_000
MAX_TAGS: Final = 50_000

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DELIMITERS: Final = re.compile(r"=\s*([^\s=]{1,8})\s+([^\s=]{1,8})\s*=")


class PartKind(StrEnum):
    """What a part of a template is."""

    TEXT = "text"
    FIELD = "field"
    FILLED = "filled"
    EMPTY = "empty"
    END = "end"


_SIGNS: Final = {"#": PartKind.FILLED, "^": PartKind.EMPTY, "/": PartKind.END}


class Part(NamedTuple):
    """A text, or a tag with a field's name; `written` is how it stands in the template.

    `place` tells it from all others of its template. Filters come in the order they work in.
    """

    kind: PartKind
    written: str
    place: int
    name: str = ""
    filters: tuple[str, ...] = ()


@lru_cache(maxsize=32)
def parts_of(template: str) -> tuple[Part, ...]:
    """Read a template; never fails, what is no tag is text. Takes time in step with its length.

    The last few are remembered: an import asks for the same ones a hundred thousand times.
    """
    text = _COMMENT.sub("", template[:MAX_TEMPLATE])
    parts: list[Part] = []
    begin, delimiters = 0, ("{{", "}}")
    while len(parts) < 2 * MAX_TAGS:
        found = _next_tag(text, begin, delimiters)
        if found is None:
            break
        start, end, content = found
        if start > begin:
            parts.append(Part(PartKind.TEXT, text[begin:start], begin))
        others = _DELIMITERS.fullmatch(content)
        if others:
            delimiters = (others[1], others[2])
        elif not content.startswith("!"):
            parts.append(_part(text[start:end], start, content))
        begin = end
    parts.append(Part(PartKind.TEXT, text[begin:], begin))
    return tuple(parts)


def _next_tag(text: str, begin: int, delimiters: tuple[str, str]) -> tuple[int, int, str] | None:
    """Where the next tag begins and ends, and what stands in it."""
    opening, closing = delimiters
    close = text.find(closing, begin)
    while close >= 0:
        start, end = text.rfind(opening, begin, close), close + len(closing)
        if start >= 0:
            content = text[start + len(opening) : close].strip()
            if start > begin and text[start - 1] == "{" and text[end : end + 1] == "}":
                start, end = start - 1, end + 1  # {{{Field}}}, as older templates have it
            return start, end, content
        begin = end
        close = text.find(closing, begin)
    return None


def _part(written: str, place: int, content: str) -> Part:
    kind = _SIGNS.get(content[:1])
    if kind is not None:
        return Part(kind, written, place, content[1:].strip())
    *filters, name = (each.strip() for each in content.lstrip("&").split(":"))
    return Part(PartKind.FIELD if name else PartKind.TEXT, written, place, name, (*filters[::-1],))


def in_force(parts: Iterable[Part], is_filled: Callable[[str], bool]) -> Iterator[Part]:
    """The texts and fields that no section leaves out, given which names stand for something.

    An end without a begin is passed over; an end also ends what was begun inside and never ended.
    """
    sections: list[tuple[str, bool]] = []
    begun: Counter[str] = Counter()
    left_out = 0
    for part in parts:
        if part.kind in {PartKind.FILLED, PartKind.EMPTY}:
            holds = is_filled(part.name) == (part.kind is PartKind.FILLED)
            sections.append((part.name, holds))
            begun[part.name] += 1
            left_out += 0 if holds else 1
        elif part.kind is PartKind.END:
            while begun[part.name] and sections:
                name, holds = sections.pop()
                begun[name] -= 1
                left_out -= 0 if holds else 1
                if name == part.name:
                    break
        elif not left_out:
            yield part
