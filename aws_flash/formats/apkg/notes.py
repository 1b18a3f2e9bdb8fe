"""Anki's notes: their fields by name as received, their tags, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from operator import itemgetter
from typing import Any, Final

from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.errors import FileUnsafe
from aws_flash.domain.kind import Family, Kind
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.apkg.cards import Homes
from aws_flash.formats.apkg.decks import Tree
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.kinds import ReadKind, stand_in
from aws_flash.formats.apkg.known import Known
from aws_flash.formats.apkg.origin import origin_in
from aws_flash.formats.sqlite_file.columns import text, whole
from aws_flash.formats.sqlite_file.database import SqliteFile

MAX_TAGS: Final = 1000
"""Tags of one note; the most that people give is a few dozen."""
MAX_GUID: Final = 255
"""Signs: Anki's own have ten, those of other programs up to a few dozen."""
_LATEST: Final = 253_402_300_799_000  # the last millisecond that is a date
_FIRST_MILLISECONDS: Final = 100_000_000_000  # in 1973; as seconds, in the year 5138
_BETWEEN: Final = "\x1f"
_COLUMNS: Final = (
    whole("id"), text("guid"), whole("mid"), whole("mod"), text("tags"), text("flds")
)  # fmt: skip


class Notes:
    """The notes of a collection, read once; then `known` has each by Anki's id."""

    def __init__(self, kinds: dict[int, ReadKind], tree: Tree, homes: Homes, most: int) -> None:
        """Take the kinds by Anki's ids, where cards are, and how many fields and tags may be."""
        self.known: dict[int, Known] = {}
        self._kinds = dict(kinds)
        self._topics = tree.guids
        self._fallback = tree.topics[0].guid
        self._homes = homes
        self._guids: set[str] = set()
        self._tagged: dict[str, tuple[str, ...]] = {"": ()}
        self._pieces, self._most = 0, most
        self._findings = Findings()

    @property
    def kinds(self) -> tuple[ReadKind, ...]:
        """All kinds, those made for notes without one too."""
        return tuple(self._kinds.values())

    def read(
        self, file: SqliteFile, findings: Findings, monitor: Monitor
    ) -> tuple[BundledNote, ...]:
        """Return the notes, those of new cards in the order in which Anki would show them.

        Raises FileUnsafe if they have too many fields and tags together.
        """
        self._findings = findings
        found: list[tuple[int, int, BundledNote]] = []
        for rows in file.batches("notes", *_COLUMNS):
            monitor.step(len(rows))
            found += map(self._note, rows)
            if self._pieces > self._most:
                raise FileUnsafe(file.path, "has fields and tags without end")
        found.sort(key=itemgetter(0, 1))
        return tuple(note for _, _, note in found)

    def _note(self, row: tuple[Any, ...]) -> tuple[int, int, BundledNote]:
        """Return a note behind its place and its id, which put it in order."""
        note_id, guid, kind_id, changed, tags, fields = row
        kind = self._kinds.get(kind_id) or self._stand_in(kind_id, note_id, fields)
        own = self._own(guid, note_id)
        self._pieces += len(kind.empty)
        place, deck = self._homes.first(note_id)
        topic = self._topics.get(deck, self._fallback)
        self.known[note_id] = Known(own, kind, topic)
        note = BundledNote(
            guid=own,
            topic=topic,
            kind=kind.kind.guid,
            fields=self._fields(kind, note_id, fields),
            tags=self._tagged[tags] if tags in self._tagged else self._tags(note_id, tags),
            provenance=origin_in(fields.rpartition(_BETWEEN)[2]) if kind.left_out else None,
            created=note_id if 0 < note_id <= _LATEST else None,
            modified=_moment(changed),
        )
        return place, note_id, note

    def _stand_in(self, kind_id: int, note_id: int, fields: str) -> ReadKind:
        kind = self._kinds[kind_id] = stand_in(kind_id, fields.count(_BETWEEN) + 1)
        why = "its kind is not in the file, so its cards show its fields"
        self._findings.add(f"note {note_id}", why)
        return kind

    def _own(self, guid: str, note_id: int) -> str:
        """Return a guid that no other note of the file has, the same at every reading.

        What is no guid at all, with a NUL or without end, could not be looked up again.
        """
        own = guid if guid.strip() else f"anki:note:{note_id}"
        if "\0" in own or len(own) > MAX_GUID:
            own = f"anki:guid:{sha256(own.encode()).hexdigest()[:20]}"
        while own in self._guids:
            own = f"{own}:{note_id}"
        self._guids.add(own)
        return own

    def _fields(self, kind: ReadKind, note_id: int, written: str) -> tuple[tuple[str, str], ...]:
        names = kind.kind.fields
        values = written.split(_BETWEEN, len(names) + kind.left_out)
        if kind.left_out:
            values = values[: len(names)]
        if len(values) > len(names):
            rest = values.pop().replace(_BETWEEN, "; ")
            values[-1] = f"{values[-1]}; {rest}"
            why = "it has more fields than its kind, so the last one holds the rest"
            self._findings.add(f"note {note_id}", why)
        return (*zip(names, values, strict=False), *kind.empty[len(values) :])

    def _tags(self, note_id: int, written: str) -> tuple[str, ...]:
        words = written.strip().replace("\u3000", " ").split(" ", 2 * MAX_TAGS)
        tags = tuple(dict.fromkeys(filter(None, words)))
        if len(tags) > MAX_TAGS:
            why = f"it has very many tags, of which the first {MAX_TAGS} were kept"
            self._findings.add(f"note {note_id}", why)
        kept = self._tagged[written] = tags[:MAX_TAGS]
        self._pieces += len(kept)
        return kept


def _moment(changed: int) -> int | None:
    """Return milliseconds: Anki writes seconds here, some other programs write milliseconds."""
    moment = changed * 1000 if changed < _FIRST_MILLISECONDS else changed
    return moment if 0 < moment <= _LATEST else None


def kinds_used(notes: tuple[BundledNote, ...], kinds: tuple[ReadKind, ...]) -> Iterator[Kind]:
    """Yield the kinds that notes are of: Anki has others that only wait for use.

    Those of ours are known here anyway.
    """
    used = {note.kind for note in notes}
    for kind in kinds:
        if kind.kind.guid in used and kind.kind.family is Family.IMPORTED:
            used.remove(kind.kind.guid)
            yield kind.kind
