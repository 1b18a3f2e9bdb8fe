"""Samples: cards of a file as they would be asked, and two versions of one side by side."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from aws_flash.application.importing.arrival import Arrival
from aws_flash.domain.bundle import BundledMedium, BundledNote
from aws_flash.domain.errors import UserError
from aws_flash.domain.face import Face, face_of
from aws_flash.domain.kind import BASIC, BUILT_IN, Kind
from aws_flash.domain.media_use import media_used
from aws_flash.domain.merge import Content, Difference
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.provenance import Provenance
from aws_flash.storage.files import explained

LARGEST_SHOWN: Final = 16 * 2**20
"""Bytes of a medium that is unpacked for a look; a larger one shows once it is here."""

_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,5}")
_NAME_LETTERS: Final = 24


@dataclass(frozen=True, slots=True)
class Sample:
    """The first card of a note of a file. `media` are files to show, by the names in fields."""

    note: Note
    kind: Kind
    face: Face
    line: int | None
    media: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A note as it is here and as the file has it.

    `fields` names those that differ, with the HTML of both. `kind` is that of the file.
    """

    mine: Face
    theirs: Face
    kind: Kind
    fields: tuple[tuple[str, str, str], ...]
    provenance: Provenance | None


def sample_of(arrival: Arrival, bundled: BundledNote) -> Sample:
    """Return a note's first card, its pictures and sounds unpacked beside the source."""
    kind = _kinds(arrival.bundle.kinds).get(bundled.kind, BASIC)
    note = _note(bundled, kind)
    listed = [card.ordinal for card in arrival.bundle.cards if card.note == bundled.guid]
    ordinals = listed or list(ordinals_of(note.fields, kind)) or [0]
    face = face_of(note, kind, min(ordinals), _names_above(arrival, bundled.topic))
    return Sample(note, kind, face, bundled.line, _unpacked(arrival, note))


def comparison_of(
    arrival: Arrival, difference: Difference, kinds_here: Iterable[Kind]
) -> Comparison:
    """Return both versions of a note that differs; raises nothing, whatever kind it is of."""
    kinds = _kinds((*kinds_here, *arrival.bundle.kinds))
    mine, theirs = dict(difference.mine.fields), dict(difference.theirs.fields)
    differing = tuple(
        (name, mine.get(name, ""), theirs.get(name, ""))
        for name in dict.fromkeys((*theirs, *mine))
        if mine.get(name, "") != theirs.get(name, "")
    )
    return Comparison(
        mine=_first_face(difference.mine, kinds),
        theirs=_first_face(difference.theirs, kinds),
        kind=kinds.get(difference.theirs.kind, BASIC),
        fields=differing,
        provenance=difference.theirs.provenance,
    )


def _kinds(more: Iterable[Kind]) -> dict[str, Kind]:
    return {kind.guid: kind for kind in (*BUILT_IN, *more)}


def _first_face(content: Content, kinds: Mapping[str, Kind]) -> Face:
    kind = kinds.get(content.kind, BASIC)
    note = Note(0, "?", kind.id, content.fields, (), 0, 0)
    return face_of(note, kind, min(ordinals_of(note.fields, kind), default=0))


def _note(bundled: BundledNote, kind: Kind) -> Note:
    return Note(
        id=0,
        guid=bundled.guid,
        kind_id=kind.id,
        fields=bundled.fields,
        tags=bundled.tags,
        created=bundled.created or 0,
        modified=bundled.modified or 0,
        provenance=bundled.provenance,
    )


def _names_above(arrival: Arrival, guid: str) -> tuple[str, ...]:
    """Return the names of a topic and those above it, from the top down."""
    topics = {topic.guid: topic for topic in arrival.bundle.topics}
    names: list[str] = []
    above: str | None = guid
    while above in topics and len(names) < len(topics):
        names.insert(0, topics[above].name)
        above = topics[above].parent
    return tuple(names)


def _unpacked(arrival: Arrival, note: Note) -> dict[str, Path]:
    """Write the media that a note uses where they can be looked at; what fails is left out."""
    wanted = set(media_used(note.fields))
    found = {}
    for medium in arrival.bundle.media:
        if medium.name in wanted and medium.size <= LARGEST_SHOWN:
            try:
                found[medium.name] = _written(medium, arrival.source.workspace)
            except UserError:
                continue  # it is told of when it is taken in
    return found


def _written(medium: BundledMedium, folder: Path) -> Path:
    """Write a medium under a name of our own: what strangers call their files is no path."""
    suffix = PurePath(medium.name).suffix
    digest = hashlib.sha256(medium.name.encode("utf-8", "replace")).hexdigest()[:_NAME_LETTERS]
    path = folder / f"shown-{digest}{suffix if _SUFFIX.fullmatch(suffix) else ''}"
    if not path.exists():
        with explained(path):
            path.write_bytes(medium.load())
    return path
