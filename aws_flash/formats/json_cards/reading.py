"""Lists of cards as a bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.errors import FileEmpty, FormatUnknown
from aws_flash.domain.media_use import media_used
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import Findings, Guids, Topics, check_count, shown
from aws_flash.formats.html_field import looks_like_html, plain_html, possible
from aws_flash.formats.json_cards.card import as_object, shaped, texts_in
from aws_flash.formats.json_cards.choices import first_number
from aws_flash.formats.json_cards.finding import Found, cards_in, title_of
from aws_flash.formats.json_cards.names import Role, values_of
from aws_flash.formats.json_cards.values import Faulty, path_of, words_of
from aws_flash.formats.json_file import JsonFile, read_json
from aws_flash.formats.media_folder import MediaFolder
from aws_flash.formats.source import Source

FORMAT: Final = "json"
_SHORTEST_GUID: Final = 8
"""Shorter ids, and plain numbers, count cards of one file: other files have the same."""

Card = tuple[Found, Mapping[str, Any]]


def read_cards(source: Source, monitor: Monitor) -> Bundle:
    """Return the cards of a file.

    Raises:
        FileUnreadable, FileUnsafe, FileEmpty: it cannot be read.
        FormatUnknown: it is JSON, but nothing in it is a card by names that are known here.
        Cancelled: the user called it off.
    """
    monitor.phase("Reading")
    file = read_json(source.content(), str(source.path))
    return _Making(file, source, monitor).bundle()


class _Making:
    """One run from a value of JSON to notes."""

    def __init__(self, file: JsonFile, source: Source, monitor: Monitor) -> None:
        self._file = file
        self._path = str(source.path)
        self._name = title_of(file.value) or source.stem
        self._monitor = monitor
        self._findings = Findings()
        self._topics = Topics(FORMAT, self._name)
        self._guids = Guids(FORMAT, self._path)
        self._media = MediaFolder(source.path.parent)

    def bundle(self) -> Bundle:
        cards = self._cards()
        if not cards:
            raise (FormatUnknown if self._findings.all() else FileEmpty)(self._path)
        self._monitor.phase("Making cards", len(cards))
        is_html = looks_like_html(text for _, card in cards for text in texts_in(card))
        html = possible if is_html else plain_html
        base = first_number(card for _, card in cards)
        notes = tuple(filter(None, (self._note(card, html, base) for card in cards)))
        problems = (*self._file.problems, *self._findings.all())
        return Bundle(
            guid="",
            name=self._name,
            edition="",
            description="",
            topics=self._topics.in_order() if notes else (),
            notes=notes,
            media=self._media.all(),
            problems=problems,
        )

    def _cards(self) -> list[Card]:
        found: list[Card] = []
        for one in self._found():
            check_count(len(found), self._path)
            try:
                found.append((one, as_object(one.value)))
            except Faulty as fault:
                self._report(one, fault)
        return found

    def _found(self) -> Iterator[Found]:
        if not self._file.lines:
            yield from cards_in(self._file.value)
        for number, value in self._file.lines:
            for found in cards_in([value]):
                yield Found(f"line {number}", found.value, found.path)

    def _note(self, card: Card, html: Callable[[str], str], base: int) -> BundledNote | None:
        found, held = card
        self._monitor.step()
        try:
            made = shaped(held, html, base)
        except Faulty as fault:
            self._report(found, fault)
            return None
        for name in media_used(made.fields):
            self._media.take(name)
        return BundledNote(
            guid=self._guid(held, made.fields[0][1]),
            topic=self._topics.guid_of((*found.path, *path_of(values_of(held, Role.TOPIC)))),
            kind=made.kind,
            fields=made.fields,
            tags=words_of(values_of(held, Role.TAGS)),
        )

    def _guid(self, card: Mapping[str, Any], first: str) -> str:
        for value in values_of(card, Role.GUID):
            if isinstance(value, str) and len(value) >= _SHORTEST_GUID and not value.isdigit():
                own = self._guids.own(value)
                if own:
                    return own
        return self._guids.derived(first)

    def _report(self, found: Found, fault: Faulty) -> None:
        value = found.value
        parts = value.values() if isinstance(value, dict) else value
        cells = map(str, parts if isinstance(value, dict | list) else [value])
        self._findings.add(found.where, str(fault), tuple(map(shown, list(cells)[:8])))
