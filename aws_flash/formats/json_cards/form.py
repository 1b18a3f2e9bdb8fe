"""Lists of cards in JSON among the formats: recognised by their names of keys."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source

SUFFIXES: Final = (".json", ".jsonl", ".ndjson")
_KEY: Final = re.compile(r'"\s{0,9}:')
_SURE: Final = 60
_PERHAPS: Final = 30
"""For lists without any object: brackets and quotes begin other texts as well."""


def _recognise(source: Source) -> int:
    from aws_flash.formats.json_file import looks_like_json

    if source.is_archive or not source.head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(
        (b"{", b"[")
    ):
        return 0
    text = source.head_text
    if text is None or not looks_like_json(text):
        return 0
    return _SURE if _KEY.search(text) or source.suffix in SUFFIXES else _PERHAPS


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.json_cards.reading import read_cards

    return read_cards(source, monitor)


READER: Final = Reader("json", "JSON cards", SUFFIXES, _recognise, _read)
