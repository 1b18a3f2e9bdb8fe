"""Lists of cards in JSON among the formats: recognised by their names of keys."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source


def _recognise(source: Source) -> int:
    from aws_flash.formats.encoding import decode_head
    from aws_flash.formats.json_file import looks_like_json

    if source.is_archive or not source.head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(
        (b"{", b"[")
    ):
        return 0
    text = decode_head(source.head)
    return 60 if text is not None and looks_like_json(text) else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.json_cards.reading import read_cards

    return read_cards(source, monitor)


READER: Final = Reader("json", "JSON cards", (".json", ".jsonl", ".ndjson"), _recognise, _read)
