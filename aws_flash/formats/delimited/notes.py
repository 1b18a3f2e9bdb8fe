"""Rows of cells into notes, as a dialect says; what makes no note says why."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.bundle import BundledNote, BundledTopic
from aws_flash.domain.html.escaping import escape_text
from aws_flash.domain.kind import Kind
from aws_flash.formats.delimited.dialect import CONTENT, Dialect, Role
from aws_flash.formats.delimited.fault import Faulty
from aws_flash.formats.delimited.own import HTML, path_in, unguarded
from aws_flash.formats.delimited.shapes import Shaped, Shapes
from aws_flash.formats.delimited.tags import spaced_tags_in, tags_in
from aws_flash.formats.delimited.topics import Topics, foreign_path

_GUID: Final = re.compile(r"[!-~]{1,64}")
_NEWLINE: Final = re.compile(r"\r\n?|\n")
_SPECIAL: Final = re.compile("[&<>\xa0\r\n]")
_TO_COME: Final = Shaped("", ())


@dataclass(frozen=True, slots=True)
class Made:
    """All that the rows of a table made; kinds are those that are not ours."""

    notes: tuple[BundledNote, ...]
    topics: tuple[BundledTopic, ...]
    kinds: tuple[Kind, ...]


class Notes:
    """The notes of one table so far, and the topics and kinds that they need."""

    def __init__(self, dialect: Dialect, name: str) -> None:
        """Begin; `name` is that of the file, for a kind that the file gives no name."""
        self._dialect = dialect
        self._is_own = dialect.is_own
        self._width = len(dialect.columns)
        self._places = {role: dialect.places(role) for role in Role}
        self._shapes = Shapes(dialect, name)
        self._topics = Topics()
        self._notes: list[BundledNote] = []
        self._lines: dict[str, int] = {}
        self._repeats: dict[str, int] = {}
        self._tags_of = spaced_tags_in if dialect.is_own or dialect.comment else tags_in
        self._has_topics = bool(dialect.topic or self._places[Role.TOPIC])
        self._has_tags = bool(dialect.tags or self._places[Role.TAGS])
        is_all_content = all(column.role in CONTENT for column in dialect.columns)
        self._may_grow = is_all_content and not dialect.has_header

    def add(self, cells: tuple[str, ...], line: int) -> None:
        """Make a note of a row.

        Raises:
            Faulty: it makes none.
        """
        values = self._values(cells)
        guid = self._guid(cells, values)
        kind = self._cell(cells, Role.KIND) or self._dialect.kind
        shaped = self._shapes.shaped(kind, values, len(self._notes)) or _TO_COME
        topic = self._topic(cells) if self._has_topics else ""
        tags = self._tags(cells) if self._has_tags else ()
        self._lines[guid] = line
        self._notes.append(BundledNote(guid, topic, shaped.kind, shaped.fields, tags, line=line))

    def finished(self) -> Made:
        """Return all that was made."""
        kinds, shaped = self._shapes.finished()
        for at, (kind, fields) in shaped.items():
            note = self._notes[at]
            self._notes[at] = BundledNote(
                note.guid, note.topic, kind, fields, note.tags, line=note.line
            )
        return Made(tuple(self._notes), self._topics.in_order(), kinds)

    def _values(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """Return the HTML of the content cells, the question first."""
        count = len(cells)
        if count == 1 < self._width:
            _check_filled(cells)
            raise Faulty(f"there is one cell, where others have {self._width}")
        held = [cells[at] if at < count else "" for at in self._shapes.places]
        if count > self._width:
            held.extend(self._extra(cells))
        values = self._as_html(cells, held)
        if not self._is_own and (not values or not values[0] or values[0].isspace()):
            _check_filled(cells)
            raise Faulty("the first field is empty")
        return values

    def _extra(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """Cells beyond the last column: more content, where there is nothing but content."""
        extra = cells[self._width :]
        if not any(cell.strip() for cell in extra):
            return ()
        if not self._may_grow:
            raise Faulty(f"there are {len(cells)} cells, more than the {self._width} columns")
        return extra

    def _as_html(self, cells: tuple[str, ...], held: list[str]) -> tuple[str, ...]:
        if self._is_own and self._cell(cells, Role.FORM) == HTML:
            return tuple(map(unguarded, held))
        if self._dialect.is_html and not self._is_own:
            return tuple(held)
        return tuple(map(plain_html, held))

    def _cell(self, cells: tuple[str, ...], role: Role) -> str:
        """The first filled cell of a role."""
        for at in self._places[role]:
            if at < len(cells) and (cell := cells[at].strip()):
                return unguarded(cells[at]) if self._is_own else cell
        return ""

    def _guid(self, cells: tuple[str, ...], values: tuple[str, ...]) -> str:
        written = self._cell(cells, Role.GUID)
        if not written:
            return self._derived_guid(values)
        guid = written if _GUID.fullmatch(written) else _digest(written)
        if guid in self._lines:
            raise Faulty(f"line {self._lines[guid]} has the same guid")
        return guid

    def _derived_guid(self, values: tuple[str, ...]) -> str:
        """An identity that is found again in the same file: the first field, and which of them."""
        text = values[0] if values else ""
        if not text.strip():
            text = next(filter(str.strip, values), "")
            _check_filled((text,))
        while True:
            number = self._repeats.get(text, 0)
            self._repeats[text] = number + 1
            guid = _digest(f"{text}\x1f{number}" if number else text)
            if guid not in self._lines:
                return guid

    def _topic(self, cells: tuple[str, ...]) -> str:
        written = self._cell(cells, Role.TOPIC) or self._dialect.topic
        if not written:
            return ""
        return self._topics.guid_of((path_in if self._is_own else foreign_path)(written))

    def _tags(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        tags = self._dialect.tags
        for at in self._places[Role.TAGS]:
            if at < len(cells) and cells[at]:
                more = self._tags_of(unguarded(cells[at]) if self._is_own else cells[at])
                tags = tuple(dict.fromkeys((*tags, *more))) if tags else more
        return tags


def _check_filled(cells: tuple[str, ...]) -> None:
    if not any(map(str.strip, cells)):
        raise Faulty("all cells are empty")


def plain_html(text: str) -> str:
    """Plain text as HTML, spaces around it off, a line's end as <br>."""
    text = text.strip()
    return _NEWLINE.sub("<br>", escape_text(text)) if _SPECIAL.search(text) else text


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=10).hexdigest()
