"""What is wrong with a template, as values: for the import's report and the editor."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from aws_flash.domain.template.rendering import is_special
from aws_flash.domain.template.syntax import MAX_TEMPLATE, Part, PartKind, parts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

MAX_PROBLEMS: Final = 100
_LENGTH_OF_PLACE: Final = 80


class Fault(StrEnum):
    """What can be wrong; the window words it."""

    UNKNOWN_FIELD = "unknown field"
    NEVER_ENDED = "section never ended"
    NEVER_BEGUN = "section never begun"
    TOO_LONG = "too long"


class TemplateProblem(NamedTuple):
    """A fault, and the tag it was found in."""

    where: str
    why: Fault


def problems(template: str, fields: Collection[str]) -> tuple[TemplateProblem, ...]:
    """Find faults, each once, in order; `fields` are the names that the note has."""
    parts = list(parts_of(template))
    found = [*_unbalanced(parts), *_unknown(parts, fields)]
    places = {part.written: part.place for part in parts[::-1]}
    found.sort(key=lambda problem: places[problem[0]])
    if len(template) > MAX_TEMPLATE:
        found.append(("", Fault.TOO_LONG))
    each_once = dict.fromkeys((where[:_LENGTH_OF_PLACE], why) for where, why in found)
    return tuple(TemplateProblem(*problem) for problem in each_once)[:MAX_PROBLEMS]


def _unknown(parts: list[Part], fields: Collection[str]) -> Iterator[tuple[str, Fault]]:
    for part in parts:
        whole = ":".join((*part.filters[::-1], part.name))
        known = part.name in fields or whole in fields or is_special(part.name)
        if part.name and part.kind is not PartKind.END and not known:
            yield part.written, Fault.UNKNOWN_FIELD


def _unbalanced(parts: list[Part]) -> Iterator[tuple[str, Fault]]:
    """Ends without a begin, and begins that ended only because something around them did."""
    open_parts: list[Part] = []
    begun: Counter[str] = Counter()
    for part in parts:
        if part.kind in {PartKind.FILLED, PartKind.EMPTY}:
            open_parts.append(part)
            begun[part.name] += 1
        elif part.kind is PartKind.END and not begun[part.name]:
            yield part.written, Fault.NEVER_BEGUN
        elif part.kind is PartKind.END:
            while open_parts[-1].name != part.name:
                begun[open_parts[-1].name] -= 1
                yield open_parts.pop().written, Fault.NEVER_ENDED
            begun[open_parts.pop().name] -= 1
    for part in open_parts:
        yield part.written, Fault.NEVER_ENDED
