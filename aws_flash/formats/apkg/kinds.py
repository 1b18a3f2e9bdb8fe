"""Anki's kinds of note: from JSON up to schema 14, from tables of their own from 15 on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, TypeVar

from aws_flash.domain.cloze import MAX_ORDINAL
from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.json_text import objects_of, text_of, whole_of
from aws_flash.formats.apkg.own_kinds import own_kind
from aws_flash.formats.apkg.wire import Message, WireFault
from aws_flash.formats.kind_mending import names_apart, plain_template
from aws_flash.formats.sqlite_file.columns import octets, text, whole
from aws_flash.formats.sqlite_file.database import SqliteFile

MAX_FIELDS: Final = 500
MAX_TEMPLATES: Final = 500
MAX_PARTS: Final = 100_000
"""Fields, templates or kinds of a whole collection: large ones have a few thousand."""
_CLOZE: Final = 1
_DIGEST_LETTERS: Final = 10
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind as a file has it, nothing checked."""

    id: int
    name: str
    css: str
    by_hole: bool
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]


@dataclass(frozen=True, slots=True)
class ReadKind:
    """A kind, and what the numbers of Anki's cards mean in it.

    Of its notes as many of the last fields as `left_out` says are only for Anki to show.
    """

    kind: Kind
    left_out: int = 0
    empty: tuple[tuple[str, str], ...] = field(init=False)
    """The fields with nothing in them, shared by all notes that lack some."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "empty", tuple((name, "") for name in self.kind.fields))

    def ordinal(self, number: int) -> int | None:
        """Return our ordinal of a card's number, None where the kind has no such card."""
        if self.kind.by_hole:
            return number + 1 if 0 <= number < MAX_ORDINAL else None
        return number if 0 <= number < len(self.kind.templates) else None


def legacy_shapes(models: dict[str, Any]) -> Iterator[Shape]:
    """Yield the kinds of a collection that keeps them as JSON."""
    for key, model in models.items():
        if isinstance(model, dict):
            yield Shape(
                id=whole_of(model.get("id"), whole_of(key)),
                name=text_of(model.get("name")),
                css=text_of(model.get("css")),
                by_hole=whole_of(model.get("type")) == _CLOZE,
                fields=tuple(text_of(one.get("name")) for one in _ordered(model.get("flds"))),
                templates=tuple(_legacy_template(one) for one in _ordered(model.get("tmpls"))),
            )


def stored_shapes(file: SqliteFile, findings: Findings) -> Iterator[Shape]:
    """Yield the kinds of a collection that keeps them in tables."""
    fields: dict[int, dict[int, str]] = {}
    columns = whole("ntid"), whole("ord"), text("name")
    for kind_id, number, name in islice(file.rows("fields", *columns), MAX_PARTS):
        fields.setdefault(kind_id, {})[number] = name
    templates: dict[int, dict[int, CardTemplate]] = {}
    rows = file.rows("templates", *columns, octets("config"))
    for kind_id, number, name, raw in islice(rows, MAX_PARTS):
        message = _message(raw, name, findings)
        made = CardTemplate(name, message.text(1), message.text(2))
        templates.setdefault(kind_id, {})[number] = made
    rows = file.rows("notetypes", whole("id"), text("name"), octets("config"))
    for kind_id, name, raw in islice(rows, MAX_PARTS):
        message = _message(raw, name, findings)
        yield Shape(
            id=kind_id,
            name=name,
            css=message.text(3),
            by_hole=message.whole(1) == _CLOZE,
            fields=_in_order(fields.get(kind_id, {})),
            templates=_in_order(templates.get(kind_id, {})),
        )


def kinds_of(shapes: Iterable[Shape], findings: Findings) -> dict[int, ReadKind]:
    """Return kinds that can be shown by Anki's ids, mended where the file leaves something out."""
    return {shape.id: _read_kind(shape, findings) for shape in shapes}


def stand_in(kind_id: int, fields: int) -> ReadKind:
    """Return a kind for notes whose own is missing from the file."""
    names = tuple(f"Field {number}" for number in range(1, min(max(fields, 1), MAX_FIELDS) + 1))
    shape = Shape(kind_id, "Unknown kind", "", by_hole=False, fields=names, templates=())
    return ReadKind(_kind(shape, names, (plain_template(names),)))


def _read_kind(shape: Shape, findings: Findings) -> ReadKind:
    """Return the kind that a shape is: one of ours that comes home, or one of its own."""
    own = own_kind(shape.name, shape.fields)
    if own and own.by_hole == shape.by_hole and len(own.templates) == len(shape.templates):
        return ReadKind(own, len(shape.fields) - len(own.fields))
    return ReadKind(_mended(shape, findings))


def _mended(shape: Shape, findings: Findings) -> Kind:
    where = f"kind {shape.name}"
    fields = tuple(names_apart(shape.fields[:MAX_FIELDS])) or ("Field 1",)
    if fields != shape.fields:
        findings.add(where, "its fields lack names of their own, so some were renamed")
    templates = shape.templates[:MAX_TEMPLATES]
    if not templates:
        findings.add(where, "it does not say how its cards look, so they show their fields")
        return _kind(shape, fields, (plain_template(fields, by_hole=shape.by_hole),))
    return _kind(shape, fields, templates)


def _kind(shape: Shape, fields: tuple[str, ...], templates: tuple[CardTemplate, ...]) -> Kind:
    digest = hashlib.sha256(repr((shape.name, fields, templates, shape.css)).encode()).hexdigest()
    return Kind(
        id=0,
        guid=f"anki:{shape.id}:{digest[:_DIGEST_LETTERS]}",
        name=shape.name.strip() or "Unnamed kind",
        family=Family.IMPORTED,
        fields=fields,
        templates=templates,
        css=shape.css,
        by_hole=shape.by_hole,
    )


def _legacy_template(found: dict[str, Any]) -> CardTemplate:
    name, question, answer = (text_of(found.get(key)) for key in ("name", "qfmt", "afmt"))
    return CardTemplate(name, question, answer)


def _ordered(found: object) -> list[dict[str, Any]]:
    """Return fields or templates in the order of their numbers, as the notes have them."""
    listed = objects_of(found)
    return sorted(listed, key=lambda one: whole_of(one.get("ord")))


def _in_order(parts: dict[int, _Part]) -> tuple[_Part, ...]:
    return tuple(parts[number] for number in sorted(parts))


def _message(raw: bytes, name: str, findings: Findings) -> Message:
    try:
        return Message(raw)
    except WireFault:
        findings.add(f"kind {name}", "how its cards look cannot be read")
        return Message(b"")
