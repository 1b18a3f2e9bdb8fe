"""Gaps that do not work: braces that make no hole, and holes that hide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aws_flash.domain import cloze
from aws_flash.domain.kind import Family
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import ReadNote

_WRITTEN: Final = re.compile(r"\{\{c[0-9]")
# What a hand slipped on: {{c1:x}}, {{C1::x}}, {c1::x}, {{c::x}}, {{1::x}}, {{c1 ::x}}.
_SLIP: Final = re.compile(
    r"\{\{c[0-9]{1,3}\s*:(?!:)|\{\{C[0-9]{1,3}\s*::|(?<!\{)\{c[0-9]{1,3}::|\{\{c::|\{\{[0-9]{1,3}::"
    r"|\{\{c[0-9]{1,3}\s+::|\{\s\{c[0-9]"
)


def broken_cloze(note: ReadNote) -> Iterator[Finding]:
    """Find texts whose gaps do not work, and gaps in fields that know none.

    The form of a gap: docs/formats/native.md, and domain/cloze. Wozniak, rule 5, on gaps.
    """
    if note.cut:
        return
    if note.family is Family.CLOZE:
        yield from _in_text(note)
    elif note.family not in {Family.PICTURE, Family.IMPORTED}:
        for place, html in note.fields.items():
            found = _WRITTEN.search(html)
            if found:
                suggestion = "This kind of card has no gaps: make it a gap card."
                yield _broken(note, place, html[found.start() :], suggestion)


def _in_text(note: ReadNote) -> Iterator[Finding]:
    place = note.asked.place
    html = note.fields.get(place, "")
    left = cloze.filled(html)
    slip = _SLIP.search(html)
    unclosed = _WRITTEN.search(left)
    if slip:
        yield _broken(note, place, html[slip.start() :], "A gap is written {{c1::hidden}}.")
    elif unclosed:
        yield _broken(note, place, left[unclosed.start() :], "The gap is not closed with }}.")
    elif not note.sides:
        yield _broken(note, place, html, "It has no gap: write {{c1::hidden}} around the answer.")
    covered = {ordinal for shape in cloze.shapes(html) for ordinal in shape.ordinals}
    for side in note.sides:
        ordinal = side.ordinal or _only(html)
        empty = not any(piece.strip() for piece in cloze.answers(html, ordinal))
        if empty and ordinal not in covered:
            suggestion = "The gap hides nothing."
            yield Finding(Rule.BROKEN_CLOZE, note.guid, place, "", suggestion, side.ordinal)


def _only(html: str) -> int:
    return next(iter(cloze.ordinals(html)), 1)


def _broken(note: ReadNote, place: str, html: str, suggestion: str) -> Finding:
    return Finding(Rule.BROKEN_CLOZE, note.guid, place, quoted(html), suggestion)
