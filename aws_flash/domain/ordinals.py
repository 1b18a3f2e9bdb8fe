"""Which cards a note asks, by ordinal: the template's index, or the number of a hole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aws_flash.domain import cloze
from aws_flash.domain.kind import Family, Kind
from aws_flash.domain.template.rendering import card_is_empty
from aws_flash.domain.template.syntax import parts_of


def ordinals_of(fields: Iterable[tuple[str, str]], kind: Kind) -> tuple[int, ...]:
    """Return the ordinals of the cards that a note asks, ascending, always at least one.

    A note that would ask nothing (a text without holes, a question left empty) keeps its first
    card, so that it is not lost from sight.
    """
    held = dict(fields)
    if kind.by_hole:
        return _holes(held, kind) or (1,)
    return _templates(held, kind) or (0,)


def _holes(held: Mapping[str, str], kind: Kind) -> tuple[int, ...]:
    found = {number for name in _holed(kind) for number in cloze.ordinals(held.get(name, ""))}
    return tuple(sorted(found))


def _holed(kind: Kind) -> Iterable[str]:
    """Return the names of the fields whose holes count."""
    if kind.family is Family.PICTURE:
        return ("Parts",)
    parts = parts_of(kind.templates[0].question)
    return {part.name for part in parts if "cloze" in part.filters}


def _templates(held: Mapping[str, str], kind: Kind) -> tuple[int, ...]:
    return tuple(
        ordinal
        for ordinal, template in enumerate(kind.templates)
        if not card_is_empty(template.question, held)
    )
