"""Reads a folder into a bundle; a faulty part becomes a problem, and the rest is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledMedium,
    BundledNote,
    BundledReview,
    Problem,
)
from aws_flash.domain.media_use import media_used
from aws_flash.formats.native.content import KEYS, READ, Fields
from aws_flash.formats.native.edition import told_of
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.folder import MANIFEST, MEDIA, TOPICS, Folder
from aws_flash.formats.native.manifest import ListedTopic, Manifest, read_manifest
from aws_flash.formats.native.origin import KEYS as ORIGIN_KEYS
from aws_flash.formats.native.origin import Origins
from aws_flash.formats.native.progress import CARDS, REVIEWS, card_of, review_of
from aws_flash.formats.native.values import (
    check_signs,
    guid_in,
    lines_in,
    list_in,
    object_with,
    text_in,
    words_in,
)
from aws_flash.formats.on_disk import OnDisk

Line = TypeVar("Line", BundledCard, BundledReview)

_FILE_KEYS: Final = frozenset({"topic", "notes"})
_EVERY: Final = frozenset({"guid", "kind", "tags", "created", "modified", "fields"}) | ORIGIN_KEYS
_LATEST: Final = 2**53
_MOST_PROBLEMS: Final = 1000
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
        self._kinds = frozenset(kind.guid for kind in self._manifest.kinds)
        self._media_names: frozenset[str] = frozenset()

    def bundle(self) -> Bundle:
        manifest = self._manifest
        for key in manifest.unknown:
            self._report(MANIFEST, f"has a key that is not known: {key[:40]!a}")
        media = self._media()
        self._media_names = frozenset(medium.name for medium in media)
        notes = self._notes()
        cards = tuple(self._lines(CARDS, card_of))
        reviews = tuple(self._lines(REVIEWS, review_of))
        return Bundle(
            guid=manifest.guid,
            name=manifest.name,
            edition=manifest.edition,
            description=manifest.description,
            topics=tuple(listed.topic for listed in manifest.topics),
            notes=tuple(notes),
            kinds=manifest.kinds,
            media=tuple(media),
            problems=tuple(self._problems),
            licence=manifest.licence,
            authors=manifest.authors,
            exam=manifest.exam,
            statements=manifest.statements,
            cards=cards,
            reviews=reviews,
        )

    def _notes(self) -> list[BundledNote]:
        files = {f"{TOPICS}/{name}": path for name, path in self._files_in(TOPICS).items()}
        notes: list[BundledNote] = []
        for listed in self._manifest.topics:
            for name in listed.files:
                notes.extend(self._notes_of(listed, files.pop(name, None)))
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

    def _lines(self, name: str, value_of: Callable[[object], Line]) -> Iterator[Line]:
        """Yield what the lines of a file say of notes that are here; faulty ones are told."""
        try:
            for number, found in self._folder.lines(name):
                try:
                    yield self._of_note_here(value_of(found))
                except Fault as fault:
                    self._report(f"{name}, line {number}", str(fault))
        except Fault as fault:
            self._report(name, str(fault))

    def _of_note_here(self, line: Line) -> Line:
        if line.note not in self._guids:
            raise Fault(f"the note {line.note} is not in the deck")
        return line

    def _files_in(self, part: str) -> dict[str, Path]:
        try:
            return self._folder.files_in(part)
        except Fault as fault:
            self._report(part, str(fault))
            return {}

    def _note(self, found: object, topic: str) -> BundledNote:
        note = _note(found, topic, self._origins, self._kinds)
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
            size = self._folder.medium_size(path)
            return BundledMedium(path.name, size, OnDisk(path))
        except Fault as fault:
            self._report(f"{MEDIA}/{ascii(path.name)[1:-1]}", str(fault))
            return None

    def _report(self, where: str, why: str) -> None:
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems.append(Problem(where, why))


def _note(found: object, topic: str, origins: Origins, customs: frozenset[str]) -> BundledNote:
    """Return a note; `customs` are the guids of kinds that the manifest lists."""
    if not isinstance(found, dict):
        raise Fault("is not an object")
    kind = found.get("kind")
    if not isinstance(kind, str) or (kind not in READ and kind not in customs):
        raise Fault(f"“kind” is none of {', '.join(READ)}")
    note = object_with(found, _NOTE_KEYS.get(kind, _EVERY), "the note")
    is_raw = "fields" in note or kind in customs
    fields = _raw_fields(note, kind) if is_raw else READ[kind](note)
    check_signs([html for _, html in fields])
    return BundledNote(
        guid_in(note, "guid"),
        topic,
        kind,
        fields,
        words_in(note, "tags"),
        origins.provenance_of(note),
        _moment(note, "created"),
        _moment(note, "modified"),
    )


def _moment(note: dict[str, Any], key: str) -> int | None:
    value = note.get(key)
    if value is not None and (not isinstance(value, int) or not 0 <= value <= _LATEST):
        raise Fault(f"“{key}” is not a time")
    return value


def _raw_fields(note: dict[str, Any], kind: str) -> Fields:
    if not KEYS.get(kind, frozenset()).isdisjoint(note):
        raise Fault("“fields” stands beside other content")
    found = note.get("fields")
    if not isinstance(found, dict) or not found:
        raise Fault("“fields” is not an object with the fields of the note")
    lines_in({"fields": [*found]}, "fields")
    return tuple((name, text_in(found, name)) for name in found)
