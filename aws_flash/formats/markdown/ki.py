"""Notes as ki writes them: a heading, a block with guid and kind, tags, and a heading a field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from aws_flash.formats.markdown.card import Contents, FoundCard, basic_fields
from aws_flash.formats.markdown.lines import Line, joined

_GUID: Final = re.compile(r"guid:\s?(.*)$")
_KIND: Final = re.compile(r"notetype:\s*(.*)$")
_CLOZE: Final = re.compile(r"\{\{c\d{1,3}::")
_LOOKED_AT: Final = 4


def begins_note(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a note of ki begins with the heading at this place."""
    heading = lines[at].heading
    if not heading or heading[0] != 1:
        return False
    head = lines[at + 1 : at + 1 + _LOOKED_AT]
    return any(_GUID.match(line.text) for line in head) and any(
        _KIND.match(line.text) for line in head
    )


def ki_cards(lines: Sequence[Line]) -> Contents:
    """Return the notes of a file; the first field is the question, the others the answer."""
    starts = [at for at in range(len(lines)) if begins_note(lines, at)]
    ends = [*starts[1:], len(lines)]
    return Contents([_note(lines[at:end]) for at, end in zip(starts, ends, strict=True)])


def _note(lines: Sequence[Line]) -> FoundCard:
    head = [line.text for line in lines[1 : 1 + _LOOKED_AT]]
    guid = next((found[1].strip() for text in head if (found := _GUID.match(text))), "")
    fields = [side for _, side in _sides(lines) if side]
    first, rest = fields[0] if fields else "", "\n\n".join(fields[1:])
    tags = _tags(lines)
    if _CLOZE.search(first):
        cloze = (("Text", first), ("Explanation", rest))
        return FoundCard(lines[0].number, "cloze", cloze, tags=tags, guid=guid)
    return FoundCard(lines[0].number, "basic", basic_fields(first, rest), tags=tags, guid=guid)


def _sides(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Return the fields by name; the line of dashes before the next note is no part of the last."""
    sides: list[tuple[str, list[Line]]] = []
    for line in lines[1:]:
        heading = line.heading
        if heading and heading[0] == 2:
            sides.append((heading[1], []))
        elif sides:
            sides[-1][1].append(line)
    if sides and joined(sides[-1][1]).rstrip().endswith("---"):
        last = sides[-1][1]
        while last and last[-1].text.strip() in {"", "---"}:
            last.pop()
    return [(name, joined(side).strip()) for name, side in sides]


def _tags(lines: Sequence[Line]) -> tuple[str, ...]:
    tags: list[str] = []
    inside = False
    for line in lines[1:]:
        heading = line.heading
        if heading:
            inside = heading == (3, "Tags")
        elif inside and line.code and not line.text.startswith("`"):
            tags += line.text.split()
    return tuple(tags)
