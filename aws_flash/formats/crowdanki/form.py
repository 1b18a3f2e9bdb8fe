"""Decks of CrowdAnki among the formats: recognised by what the first object calls itself."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import UserError
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source

_DECK: Final = "deck.json"
_TYPE: Final = re.compile(rb'"__type__"\s{0,9}:\s{0,9}"(?:Deck|Note|NoteModel|DeckConfig)"')


def _recognise(source: Source) -> int:
    if not source.is_folder:
        return _in_file(source)
    if not (source.path / _DECK).is_file():
        return 0
    try:
        with Source(source.path / _DECK) as inner:
            return _in_file(inner)
    except UserError:
        return 0


def _in_file(source: Source) -> int:
    begins = source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return 100 if begins and _TYPE.search(source.head) else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.crowdanki.reading import read_deck

    return read_deck(source, monitor)


READER: Final = Reader("crowdanki", "CrowdAnki", (".json",), _recognise, _read)
