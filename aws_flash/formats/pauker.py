"""Pauker: a lesson of batches, as XML that is usually packed; long-term batches are boxes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from aws_flash.domain.bundle import Bundle, BundledNote, Progress
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from aws_flash.formats.gathering import Gathering

_HEAD: Final = 16 * 2**10
_FIRST_LONG_TERM: Final = 3
"""Before the long-term batches stand those not learned, of the minute, and of the hour."""
_LATEST: Final = 7_258_118_400


def days_of(batch: int) -> int:
    """Return after how many days Pauker asks a card of a long-term batch again, from batch 0.

    The n-th power of e, as its handbook says: 1, 3, 7, 20, 55.
    """
    return round(math.e ** min(max(batch, 0), 10))


def _recognise(source: Source) -> int:
    from aws_flash.formats.gzip_file import is_gzip, unpacked_head
    from aws_flash.formats.xml_file import root_attributes, root_of

    head = unpacked_head(source.head, _HEAD) if is_gzip(source.head) else source.head[:_HEAD]
    if root_of(head) != "Lesson":
        return 0
    return 100 if b"<Batch" in head or "LessonFormat" in root_attributes(head) else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.gathering import Gathering
    from aws_flash.formats.gzip_file import is_gzip, unpacked
    from aws_flash.formats.xml_file import MAX_SIZE, stream

    monitor.phase("Reading")
    path = str(source.path)
    lesson = Gathering("pauker", source.stem.removesuffix(".pau") or "Pauker", path)
    packed = is_gzip(source.head)
    chunks = unpacked(source.path, MAX_SIZE) if packed else [source.content(MAX_SIZE)]
    description, batches = "", 0
    for element in stream(chunks, {"Description", "Batch"}, path):
        if element.tag == "Description":
            description = (element.text or "").strip()
            continue
        for card in element.iter("Card"):
            _add(lesson, card, batches)
            monitor.step()
        batches += 1
    return lesson.bundle(description)


def _add(lesson: Gathering, card: Element, batch: int) -> None:
    from aws_flash.formats.gathering import basic_fields

    front, back = card.find("FrontSide"), card.find("ReverseSide")
    question, answer = _text(front), _text(back)
    line = getattr(card, "line", None)
    if front is None or back is None or not question:
        lesson.findings.add(f"line {line}", "it has no question", (question, answer))
        return
    learned = [_progress(front, batch)]
    kind, fields = "basic", basic_fields(question, answer)
    if back.get("Batch") or back.get("LearnedTimestamp"):
        kind = "reversed"
        learned.append(_progress(back, _whole(back.get("Batch", ""))))
    elif front.get("RepeatByTyping") == "true":
        kind, fields = "typed", (*fields[:2], ("Accepted", ""), *fields[2:])
    guid = lesson.guids.derived(question)
    lesson.add(BundledNote(guid, lesson.topics.root, kind, fields, line=line), *learned)


def _text(side: Element | None) -> str:
    from aws_flash.formats.html_field import plain_html

    if side is None:
        return ""
    return plain_html(side.findtext("Text") or side.text or "")


def _progress(side: Element, batch: int) -> Progress | None:
    from aws_flash.formats.local_days import day_at, within

    second = _whole(side.get("LearnedTimestamp", "")) / 1000
    if not 0 < second < _LATEST or batch < 1:
        return None
    box = max(batch - _FIRST_LONG_TERM + 1, 1)
    rest = days_of(box - 1)
    return Progress(rest, within(day_at(second) + rest), streak=max(box - 1, 0), box=box)


def _whole(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 16 else 0


READER: Final = Reader("pauker", "Pauker", (".pau.gz", ".pau", ".xml.gz"), _recognise, _read)
