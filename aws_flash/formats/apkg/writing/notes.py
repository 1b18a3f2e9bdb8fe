"""Notes of a bundle as rows of Anki, their fields as they are."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.apkg.origin import origin_field
from aws_flash.formats.apkg.writing.ids import Ids
from aws_flash.formats.apkg.writing.kinds import NoteType

STEP: Final = 1_000
_BETWEEN: Final = "\x1f"
_UNDATED: Final = 1_262_304_000_000
"""In 2010: from here on count the ids of notes that do not say when they were made."""
_TAG: Final = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_UNSENT: Final = -1

Row = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What the cards of a note need of it: its row's id, its place from 1, and its note type."""

    id: int
    place: int
    note: BundledNote
    type: NoteType


class Notes:
    """The notes of a bundle; after `rows` has run out, `written` has each by guid, in order."""

    def __init__(self, types: Mapping[str, NoteType]) -> None:
        """Take the note types by the guids of their kinds."""
        self.written: dict[str, Written] = {}
        self.tags: dict[str, None] = {}
        self._types = types
        self._ids = Ids()
        self._tagged: dict[tuple[str, ...], str] = {}

    def rows(self, notes: tuple[BundledNote, ...], monitor: Monitor) -> Iterator[Row]:
        """Yield the rows of the table `notes`."""
        for place, note in enumerate(notes, 1):
            if place % STEP == 0:
                monitor.step(STEP)
            kind = self._types[note.kind]
            own = self._ids.take(note.created or note.modified or _UNDATED + place)
            self.written[note.guid] = Written(own, place, note, kind)
            yield self._row(own, note, kind)

    def _row(self, own: int, note: BundledNote, kind: NoteType) -> Row:
        values = _values(note, kind)
        first = _plain(values[0])
        digest = hashlib.sha1(first.encode("utf-8", "replace"), usedforsecurity=False)
        changed = (note.modified or note.created or 0) // 1000
        fields = _joined(values)
        check = int.from_bytes(digest.digest()[:4], "big")
        return (
            own,
            note.guid,
            kind.id,
            changed,
            _UNSENT,
            self._tags(note.tags),
            fields,
            first,
            check,
            0,
            "",
        )

    def _tags(self, tags: tuple[str, ...]) -> str:
        """Return the tags, a space around each; one with spaces in it would be several."""
        if tags not in self._tagged:
            own = [*filter(None, ("_".join(tag.split()) for tag in tags))]
            self.tags.update(dict.fromkeys(own))
            self._tagged[tags] = f" {' '.join(own)} " if own else ""
        return self._tagged[tags]


def _values(note: BundledNote, kind: NoteType) -> list[str]:
    names = tuple([name for name, _ in note.fields])
    if names == kind.kind.fields:
        values = [value for _, value in note.fields]
    else:
        held = dict(note.fields)
        values = [held.get(name, "") for name in kind.kind.fields]
    if kind.has_source:
        values.append(origin_field(note.provenance))
    return values


def _joined(values: list[str]) -> str:
    fields = _BETWEEN.join(values)
    if fields.count(_BETWEEN) < len(values):
        return fields
    return _BETWEEN.join(value.replace(_BETWEEN, " ") for value in values)


def _plain(value: str) -> str:
    """Return a field without markup, by which Anki sorts and finds duplicates."""
    if "<" in value:
        value = _TAG.sub("", value)
    return html.unescape(value) if "&" in value else value
