"""Kinds of note as CrowdAnki writes those of Anki."""

from __future__ import annotations

from typing import Any, Final

from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.formats.gathering import Findings, digest
from aws_flash.formats.kind_mending import names_apart, plain_template

MAX_FIELDS: Final = 500
MAX_TEMPLATES: Final = 500
_CLOZE: Final = 1


def kind_of(model: dict[str, Any], findings: Findings) -> Kind:
    """Return a kind, mended where the file leaves something out."""
    name = text_in(model, "name").strip() or "Unnamed kind"
    written = [text_in(one, "name") for one in _ordered(model.get("flds"))][:MAX_FIELDS]
    fields = tuple(names_apart(written)) or ("Field 1",)
    by_hole = model.get("type") == _CLOZE
    templates = [
        CardTemplate(text_in(one, "name"), text_in(one, "qfmt"), text_in(one, "afmt"))
        for one in _ordered(model.get("tmpls"))[:MAX_TEMPLATES]
    ]
    if not templates:
        findings.add(
            f"kind {name}", "it does not say how its cards look, so they show their fields"
        )
        templates = [plain_template(fields, by_hole=by_hole)]
    return _kind(model, name, fields, tuple(templates))


def stand_in(uuid: str, count: int) -> Kind:
    """Return a kind for notes whose own is missing from the file."""
    fields = tuple(f"Field {number}" for number in range(1, min(max(count, 1), MAX_FIELDS) + 1))
    model = {"crowdanki_uuid": uuid}
    return _kind(model, "Unknown kind", fields, (plain_template(fields),))


def text_in(found: dict[str, Any], name: str) -> str:
    """Return a text of an object, empty where it is none."""
    value = found.get(name)
    return value if isinstance(value, str) else ""


def objects_in(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; what is no list holds none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _kind(
    model: dict[str, Any], name: str, fields: tuple[str, ...], templates: tuple[CardTemplate, ...]
) -> Kind:
    css = text_in(model, "css")
    by_hole = model.get("type") == _CLOZE
    parts = (part for one in templates for part in (one.name, one.question, one.answer))
    shape = digest("crowdanki", name, *fields, *parts, css, str(by_hole))
    return Kind(
        id=0,
        guid=f"{shape}:{text_in(model, 'crowdanki_uuid')[:40]}",
        name=name,
        family=Family.IMPORTED,
        fields=fields,
        templates=templates,
        css=css,
        by_hole=by_hole,
    )


def _ordered(value: Any) -> list[dict[str, Any]]:
    listed = objects_in(value)
    return sorted(listed, key=lambda one: one["ord"] if type(one.get("ord")) is int else 0)
