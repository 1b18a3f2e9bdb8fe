"""Which cards a note asks, by ordinal: the template's index, or the number of a hole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from aws_flash.domain import cloze
from aws_flash.domain.kind import Family, Kind
from aws_flash.domain.media_use import media_used
from aws_flash.domain.plain_text import plain

_CLOZE_FIELD: Final = re.compile(r"\{\{(?:[^{}:]{1,50}:){0,5}cloze:(?P<name>[^{}]{1,200})\}\}")


def ordinals_of(fields: Iterable[tuple[str, str]], kind: Kind) -> tuple[int, ...]:
    """Return the ordinals of the cards that a note asks, ascending, always at least one.

    A note that should ask nothing (a text without holes) keeps its first card, so that it is not
    lost from sight.
    """
    held = dict(fields)
    if kind.by_hole:
        return _holes(held, kind) or (1,)
    return _templates(held, kind) or (0,)


def _holes(held: Mapping[str, str], kind: Kind) -> tuple[int, ...]:
    if kind.family is Family.PICTURE:
        return cloze.ordinals(held.get("Parts", ""))
    names = dict.fromkeys(_CLOZE_FIELD.findall(kind.templates[0].question))
    found = {number for name in names for number in cloze.ordinals(held.get(name.strip(), ""))}
    return tuple(sorted(found))


def _templates(held: Mapping[str, str], kind: Kind) -> tuple[int, ...]:
    if kind.family is Family.REVERSED:
        return (0, 1) if _says_something(held.get("Answer", "")) else (0,)
    return (0,)


def _says_something(markup: str) -> bool:
    return bool(plain(markup) or media_used([("", markup)]))
