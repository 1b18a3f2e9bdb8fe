"""Lessons of jMemorize among the formats."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import UserError
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source

_HEAD: Final = 16 * 2**10


def _recognise(source: Source) -> int:
    from aws_flash.formats.gzip_file import is_gzip, unpacked_head

    if source.is_archive:
        return _in_archive(source)
    head = unpacked_head(source.head, _HEAD) if is_gzip(source.head) else source.head[:_HEAD]
    return 100 if _is_lesson(head) else 0


def _in_archive(source: Source) -> int:
    from aws_flash.formats.jmemorize.reading import LESSON

    try:
        if LESSON not in source.archive:
            return 0
        head = next(source.archive.chunks(LESSON, 2**20), b"")
    except UserError:
        return 0
    return 100 if _is_lesson(head[:_HEAD]) else 0


def _is_lesson(head: bytes) -> bool:
    from aws_flash.formats.xml_file import root_of

    return root_of(head) == "Lesson" and b"<Category" in head


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.jmemorize.reading import read_lesson

    return read_lesson(source, monitor)


READER: Final = Reader("jmemorize", "jMemorize", (".jml",), _recognise, _read)
