"""Kinds of a bundle as note types of Anki: ours in a dress of their own, others as they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.kind import CardTemplate, Kind
from aws_flash.formats.apkg.own_kinds import OWN
from aws_flash.formats.apkg.writing.ids import Ids, hashed, own_id

_OURS: Final = {own.kind.guid: own for own in OWN}


@dataclass(frozen=True, slots=True)
class NoteType:
    """A kind as Anki gets it. `has_source` says that a field for the source follows its own."""

    id: int
    name: str
    kind: Kind
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]
    css: str
    has_source: bool = False

    def asked(self, template: CardTemplate) -> list[int]:
        """Return the numbers of the fields that the question of a template shows."""
        return [n for n, name in enumerate(self.fields) if f"{name}}}}}" in template.question]


def note_types(bundle: Bundle) -> dict[str, NoteType]:
    """Return the note types of a bundle's kinds by guid; of ours those that are used."""
    used = {note.kind for note in bundle.notes}
    found = {guid: _ours(guid) for guid in _OURS if guid in used}
    ids, names = Ids(), {one.name.casefold() for one in found.values()}
    for one in found.values():
        ids.take(one.id)
    for kind in bundle.kinds:
        if kind.guid not in found:
            found[kind.guid] = _other(kind, ids, names)
    return found


def _ours(guid: str) -> NoteType:
    own = _OURS[guid]
    return NoteType(own.id, own.name, own.kind, own.fields, own.templates, own.css, has_source=True)


def _other(kind: Kind, ids: Ids, names: set[str]) -> NoteType:
    templates = kind.templates
    own_names = tuple(_unlike(template.name for template in templates))
    return NoteType(
        id=ids.take(own_id(kind.guid) or hashed(kind.guid)),
        name=_free(kind.name, names),
        kind=kind,
        fields=kind.fields,
        templates=tuple(
            CardTemplate(name, template.question, template.answer)
            for name, template in zip(own_names, templates, strict=True)
        ),
        css=kind.css,
    )


def _unlike(names: Iterable[str]) -> Iterator[str]:
    """Yield names, changed where one comes twice: Anki does not mind capitals."""
    taken: set[str] = set()
    for name in names:
        yield _free(name, taken)


def _free(name: str, taken: set[str]) -> str:
    while name.casefold() in taken:
        name += "+"
    taken.add(name.casefold())
    return name
