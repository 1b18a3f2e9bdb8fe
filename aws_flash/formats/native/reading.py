"""Reads a folder into a bundle; a faulty part becomes a problem, and the rest is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledMedium, BundledNote, Problem, held_medium
from aws_flash.domain.media_use import media_used
from aws_flash.formats.native.content import KEYS, READ, Fields
from aws_flash.formats.native.edition import told_of
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.folder import MANIFEST, MEDIA, TOPICS, Folder
from aws_flash.formats.native.manifest import ListedTopic, Manifest, read_manifest
from aws_flash.formats.native.origin import KEYS as ORIGIN_KEYS
from aws_flash.formats.native.origin import Origins
from aws_flash.formats.native.values import (
    check_signs,
    guid_in,
    lines_in,
    list_in,
    object_with,
    text_in,
    words_in,
)

_FILE_KEYS: Final = frozenset({"topic", "notes"})
_EVERY: Final = frozenset({"guid", "kind", "tags", "fields"}) | ORIGIN_KEYS
_NOTE_KEYS: Final = {kind: keys | _EVERY for kind, keys in KEYS.items()}


def read_folder(path: Path) -> Bundle:
    """Read a whole deck. What is faulty in topic files and media is told in `problems`.

    Raises:
        FileUnreadable: there is no manifest that can be read.
        DeckInvalid: the manifest does not follow the form.
    """
    return _Reading(Folder(path), path).bundle()


def _manifest(folder: Folder, path: Path) -> Manifest:
    with told_of(path):
        return read_manifest(folder.manifest())


class _Reading:
    """One run over a folder, with what it has found wrong so far."""

    def __init__(self, folder: Folder, path: Path) -> None:
        self._folder = folder
        self._manifest = _manifest(folder, path)
        self._problems: list[Problem] = []
        self._guids: set[str] = set()
        self._origins = Origins()
        self._media_names: frozenset[str] = frozenset()

    def bundle(self) -> Bundle:
        manifest = self._manifest
        for key in manifest.unknown:
            self._report(MANIFEST, f"has a key that is not known: {key[:40]!a}")
        media = self._media()
        self._media_names = frozenset(medium.name for medium in media)
        notes = self._notes()
        return Bundle(
            guid=manifest.guid,
            name=manifest.name,
            edition=manifest.edition,
            description=manifest.description,
            topics=tuple(listed.topic for listed in manifest.topics),
            notes=tuple(notes),
            media=tuple(media),
            problems=tuple(self._problems),
            licence=manifest.licence,
            authors=manifest.authors,
            exam=manifest.exam,
            statements=manifest.statements,
        )

    def _notes(self) -> list[BundledNote]:
        files = {f"{TOPICS}/{name}": path for name, path in self._files_in(TOPICS).items()}
        notes: list[BundledNote] = []
        for listed in self._manifest.topics:
            if listed.file is not None:
                notes.extend(self._notes_of(listed, files.pop(listed.file, None)))
        for name in files:
            self._report(ascii(name)[1:-1], "is not listed in deck.json")
        return notes

    def _notes_of(self, listed: ListedTopic, path: Path | None) -> Iterator[BundledNote]:
        try:
            notes = self._listed_notes(listed.topic.guid, path)
        except Fault as fault:
            self._report(f"the file of “{listed.topic.name}”", str(fault))
            return
        for number, found in enumerate(notes, start=1):
            try:
                yield self._note(found, listed.topic.guid)
            except Fault as fault:
                self._report(f"“{listed.topic.name}”, note {number}", str(fault))

    def _listed_notes(self, topic: str, path: Path | None) -> list[Any]:
        if path is None:
            raise Fault("is missing")
        found = object_with(self._folder.json(path), _FILE_KEYS, "the file")
        if guid_in(found, "topic") != topic:
            raise Fault("“topic” is not the topic that lists this file")
        return list_in(found, "notes")

    def _files_in(self, part: str) -> dict[str, Path]:
        try:
            return self._folder.files_in(part)
        except Fault as fault:
            self._report(part, str(fault))
            return {}

    def _note(self, found: object, topic: str) -> BundledNote:
        note = _note(found, topic, self._origins)
        if note.guid in self._guids:
            raise Fault(f"the guid {note.guid} is there twice")
        self._guids.add(note.guid)
        for name in media_used(note.fields):
            if name not in self._media_names:
                self._report(f"note {note.guid}", f"uses {name}, which is not in media/")
        return note

    def _media(self) -> list[BundledMedium]:
        files = self._files_in(MEDIA).values()
        return [medium for path in files if (medium := self._medium(path)) is not None]

    def _medium(self, path: Path) -> BundledMedium | None:
        try:
            return held_medium(path.name, self._folder.medium(path))
        except Fault as fault:
            self._report(f"{MEDIA}/{ascii(path.name)[1:-1]}", str(fault))
            return None

    def _report(self, where: str, why: str) -> None:
        self._problems.append(Problem(where, why))


def _note(found: object, topic: str, origins: Origins) -> BundledNote:
    if not isinstance(found, dict):
        raise Fault("is not an object")
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in READ:
        raise Fault(f"“kind” is none of {', '.join(READ)}")
    note = object_with(found, _NOTE_KEYS[kind], "the note")
    fields = _raw_fields(note, kind) if "fields" in note else READ[kind](note)
    check_signs([html for _, html in fields])
    tags = words_in(note, "tags")
    guid, provenance = guid_in(note, "guid"), origins.provenance_of(note)
    return BundledNote(guid, topic, kind, fields, tags, provenance)


def _raw_fields(note: dict[str, Any], kind: str) -> Fields:
    if not KEYS[kind].isdisjoint(note):
        raise Fault("“fields” stands beside other content")
    found = note["fields"]
    if not isinstance(found, dict) or not found:
        raise Fault("“fields” is not an object with the fields of the note")
    lines_in({"fields": [*found]}, "fields")
    return tuple((name, text_in(found, name)) for name in found)
