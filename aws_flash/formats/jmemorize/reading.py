"""A lesson of jMemorize as a bundle: categories as topics, levels as boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element

from aws_flash.domain.bundle import Bundle, BundledNote, Progress
from aws_flash.domain.errors import FileUnreadable
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import Gathering, basic_fields
from aws_flash.formats.gzip_file import is_gzip, unpacked
from aws_flash.formats.html_field import looks_like_html, plain_html, possible
from aws_flash.formats.local_days import day_of_wall, rest_within, within
from aws_flash.formats.source import Source
from aws_flash.formats.xml_file import MAX_SIZE, tree_of

LESSON: Final = "lesson.xml"
_DATE: Final = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{4})(?: (\d{1,2}):(\d{2}):(\d{2}))?")
_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_NEWLINE: Final = re.compile(r"\r\n?|\n")

Path = tuple[str, ...]


def read_lesson(source: Source, monitor: Monitor) -> Bundle:
    """Return what the file holds; raises FileUnreadable, FileUnsafe, FileEmpty, Cancelled."""
    monitor.phase("Reading")
    root = tree_of(_content(source), str(source.path))
    found = Gathering("jmemorize", source.stem, str(source.path))
    for path, level, card in _cards(root):
        monitor.step()
        question, answer = (_field(card.get(side, "")) for side in ("Frontside", "Backside"))
        line = getattr(card, "line", None)
        if not question:
            found.findings.add(f"line {line}", "it has no question", (answer,))
            continue
        guid, fields = found.guids.derived(question), basic_fields(question, answer)
        note = BundledNote(guid, found.topics.guid_of(path), "basic", fields, line=line)
        found.add(note, _progress(card, level))
    return found.bundle()


def _content(source: Source) -> bytes:
    if is_gzip(source.head):
        return b"".join(unpacked(source.path, MAX_SIZE))
    if not source.is_archive:
        return source.content(MAX_SIZE)
    names = [name for name in source.archive.names if name.lower().endswith((".xml", ".jml"))]
    if not names:
        raise FileUnreadable(str(source.path), "there is no lesson in it")
    return source.archive.read(LESSON if LESSON in names else names[0], MAX_SIZE)


def _cards(root: Element) -> Iterator[tuple[Path, int, Element]]:
    """Yield all cards, each with the path of its category and its level.

    The category above all others is the lesson itself.
    """
    waiting: list[tuple[Path, Element]] = [((), one) for one in reversed(root.findall("Category"))]
    while waiting:
        path, category = waiting.pop()
        for level, deck in enumerate(category.findall("Deck")):
            yield from ((path, level, card) for card in deck.findall("Card"))
        inner = [((*path, one.get("name", "")), one) for one in category.findall("Category")]
        waiting.extend(reversed(inner))


def _field(text: str) -> str:
    """Return a side as a field: jMemorize writes bold and the like as tags, all else plainly."""
    if not looks_like_html([text]):
        return plain_html(text)
    return _NEWLINE.sub("<br>", possible(text).strip())


def _progress(card: Element, level: int) -> Progress | None:
    """Return how far a card is: on level 0 are those never known, and those missed last."""
    tested, total = _day(card.get("DateTested")), _whole(card.get("TestsTotal"))
    if tested is None or total < 1:
        return None
    lapses = max(total - _whole(card.get("TestsHit")), 0)
    if level < 1:
        return Progress(1, within(tested + 1), lapses, box=1)
    due = _day(card.get("DateExpired"))
    due = within(tested + 1) if due is None else due
    return Progress(rest_within(due - tested), due, lapses, streak=level, box=level)


def _day(written: str | None) -> int | None:
    found = _DATE.match(written or "")
    month, odd = divmod(_MONTHS.find(found[2].lower()) if found else -1, 3)
    if found is None or odd:
        return None
    day, year, hour, minute, second = (int(found[at] or 0) for at in (1, 3, 4, 5, 6))
    try:
        # The clock on the user's wall, which is how days are counted.
        wall = datetime(year, month + 1, day, hour, minute, second)  # noqa: DTZ001 - see above
    except ValueError:
        return None
    return day_of_wall(wall)


def _whole(written: str | None) -> int:
    text = written or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
