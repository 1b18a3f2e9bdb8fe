"""A deck of CrowdAnki as a bundle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.errors import DeckInvalid, FileEmpty
from aws_flash.domain.kind import Kind
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.crowdanki.decks import Deck, Tree
from aws_flash.formats.crowdanki.kinds import kind_of, objects_in, stand_in, text_in
from aws_flash.formats.gathering import Findings, Guids, tag_of
from aws_flash.formats.html_field import possible
from aws_flash.formats.json_file import read_json
from aws_flash.formats.media_folder import MediaFolder
from aws_flash.formats.source import Source, storable

DECK: Final = "deck.json"
_MEDIA: Final = ("media", "media_files")
_MAX_TAGS: Final = 200
_STEP: Final = 1000

Fields = tuple[tuple[str, str], ...]


def read_deck(source: Source, monitor: Monitor) -> Bundle:
    """Return the deck of a file, or of the folder that holds it.

    Raises:
        FileUnreadable, FileUnsafe, FileEmpty: it cannot be read.
        DeckInvalid: there is no deck in it.
        Cancelled: the user called it off.
    """
    path = source.path / DECK if source.is_folder else source.path
    monitor.phase("Reading")
    with Source(path) as file:
        found = read_json(file.content(), str(path)).value
    if not isinstance(found, dict):
        raise DeckInvalid(str(path), path.name, "is not a deck")
    return _Making(found, path).bundle(monitor)


class _Making:
    """One run from the deck in a file to a bundle."""

    def __init__(self, found: dict[str, Any], path: Path) -> None:
        self._path = path
        self._findings = Findings()
        stem = path.stem if path.name != DECK else path.parent.name
        self._decks = list(Tree().decks(found, storable(stem) or "Deck"))
        self._kinds: dict[str, Kind] = {}
        self._guids = Guids("crowdanki", str(path))

    def bundle(self, monitor: Monitor) -> Bundle:
        for deck in self._decks:
            for model in objects_in(deck.written.get("note_models")):
                uuid = text_in(model, "crowdanki_uuid")
                self._kinds.setdefault(uuid, kind_of(model, self._findings))
        monitor.phase("Reading notes")
        notes: list[BundledNote] = []
        for number, note in enumerate(self._notes(), 1):
            notes.append(note)
            if number % _STEP == 0:
                monitor.step(_STEP)
        media = self._media()
        if not notes and not self._findings.all():
            raise FileEmpty(str(self._path))
        top = self._decks[0].topic
        used = {note.kind for note in notes}
        return Bundle(
            guid="",
            name=top.name,
            edition="",
            description=top.description,
            topics=tuple(dict.fromkeys(deck.topic for deck in self._decks)) if notes else (),
            notes=tuple(notes),
            kinds=tuple(dict.fromkeys(one for one in self._kinds.values() if one.guid in used)),
            media=media.all(),
            problems=self._findings.all(),
        )

    def _notes(self) -> Iterator[BundledNote]:
        for deck in self._decks:
            listed = deck.written.get("notes")
            for number, found in enumerate(listed if isinstance(listed, list) else (), 1):
                note = self._note(found, deck, f"{deck.topic.name}, note {number}")
                if note is not None:
                    yield note

    def _note(self, found: Any, deck: Deck, where: str) -> BundledNote | None:
        values = found.get("fields") if isinstance(found, dict) else None
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            self._findings.add(where, "its fields are no list of texts")
            return None
        if not any(one.strip() for one in values):
            self._findings.add(where, "all of its fields are empty")
            return None
        guid = self._guids.own(text_in(found, "guid")) if text_in(found, "guid") else None
        kind = self._kind(text_in(found, "note_model_uuid"), len(values), where)
        return BundledNote(
            guid=guid or self._guids.derived(values[0]),
            topic=deck.topic.guid,
            kind=kind.guid,
            fields=self._fields(kind, list(map(possible, values)), where),
            tags=_tags(found.get("tags")),
        )

    def _kind(self, uuid: str, count: int, where: str) -> Kind:
        kind = self._kinds.get(uuid)
        if kind is None:
            kind = self._kinds[uuid] = stand_in(uuid, count)
            self._findings.add(where, "its kind is not in the file, so its cards show its fields")
        return kind

    def _fields(self, kind: Kind, values: list[str], where: str) -> Fields:
        more = len(values) - len(kind.fields)
        if more > 0:
            self._findings.add(
                where, "it has more fields than its kind, so the last holds the rest"
            )
            values[-more - 1 :] = ["; ".join(values[-more - 1 :])]
        return tuple(zip(kind.fields, values + [""] * -more, strict=True))

    def _media(self) -> MediaFolder:
        """Take all that the decks list from the folder of this deck, whatever its name."""
        folders = [self._path.parent / name for name in _MEDIA]
        media = MediaFolder(next((one for one in folders if one.is_dir()), folders[0]))
        for deck in self._decks:
            listed = deck.written.get("media_files")
            for name in listed if isinstance(listed, list) else ():
                if not isinstance(name, str) or media.take(name) is None:
                    self._findings.add(str(name), "this picture or sound is not there")
        return media


def _tags(found: Any) -> tuple[str, ...]:
    words = found[:_MAX_TAGS] if isinstance(found, list) else ()
    tags = (tag_of(word) for word in words if isinstance(word, str))
    return tuple(dict.fromkeys(filter(None, tags)))
