"""Kinds of other programs in deck.json: their fields, templates and style."""

from __future__ import annotations

from typing import Any, Final

from aws_flash.domain.kind import BUILT_IN, CardTemplate, Family, Kind
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.values import (
    guid_in,
    lines_in,
    list_in,
    needed_line,
    object_with,
    sound_text_in,
)

_KEYS: Final = frozenset({"guid", "name", "fields", "templates", "css", "by_hole"})
_TEMPLATE_KEYS: Final = frozenset({"name", "question", "answer"})
_TAKEN: Final = frozenset(kind.guid for kind in BUILT_IN)


def kinds_in(found: dict[str, Any]) -> tuple[Kind, ...]:
    """Return the kinds that a manifest lists; raises Fault where one does not follow the form."""
    kinds = tuple(map(_kind, list_in(found, "kinds")))
    guids = [kind.guid for kind in kinds]
    if len(set(guids)) != len(guids) or not _TAKEN.isdisjoint(guids):
        raise Fault("a kind is there twice")
    return kinds


def kind_keys(kind: Kind) -> dict[str, Any]:
    """Return a kind as the manifest lists it."""
    keys: dict[str, Any] = {
        "guid": kind.guid,
        "name": kind.name,
        "fields": list(kind.fields),
        "templates": [
            {"name": one.name, "question": one.question, "answer": one.answer}
            for one in kind.templates
        ],
    }
    if kind.css:
        keys["css"] = kind.css
    if kind.by_hole:
        keys["by_hole"] = True
    return keys


def _kind(found: object) -> Kind:
    keys = object_with(found, _KEYS, "a kind")
    by_hole = keys.get("by_hole", False)
    if not isinstance(by_hole, bool):
        raise Fault("“by_hole” is not true or false")
    try:
        return Kind(
            id=0,
            guid=guid_in(keys, "guid"),
            name=needed_line(keys, "name"),
            family=Family.IMPORTED,
            fields=lines_in(keys, "fields"),
            templates=tuple(map(_template, list_in(keys, "templates"))),
            css=sound_text_in(keys, "css"),
            by_hole=by_hole,
        )
    except Fault:
        raise
    except ValueError as error:
        raise Fault(str(error)) from error


def _template(found: object) -> CardTemplate:
    keys = object_with(found, _TEMPLATE_KEYS, "a template")
    return CardTemplate(*(sound_text_in(keys, key) for key in ("name", "question", "answer")))
