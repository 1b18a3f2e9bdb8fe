"""Writes a bundle as KVTML 2, as Parley and KWordQuiz read it."""

from __future__ import annotations

import errno
import html
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from aws_flash.domain.bundle import Bundle, BundledTopic, Progress
from aws_flash.domain.days import date_of
from aws_flash.domain.errors import DiskFull, FileUnwritable
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.html_field import possible
from aws_flash.formats.kvtml.rows import Row, Side, rows_of
from aws_flash.formats.kvtml.vocabulary import GRADES

_SECONDS_A_DAY = 86_400


def write_vocabulary(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    """Write all cards; raises DiskFull, FileUnwritable, Cancelled."""
    monitor.phase("Writing", len(bundle.notes))
    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            _write(bundle, file, monitor)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(str(path.parent)) from error
        raise FileUnwritable(str(path), error.strerror or str(error)) from error


def top_of(bundle: Bundle) -> BundledTopic | None:
    """Return the one topic above all others, the title of the file; None where more are."""
    tops = [topic for topic in bundle.topics if topic.parent is None]
    return tops[0] if len(tops) == 1 else None


def _write(bundle: Bundle, file: TextIO, monitor: Monitor) -> None:
    file.writelines(_head(bundle))
    lessons: dict[str, list[int]] = {}
    types: dict[str, list[int]] = {}
    file.write("  <entries>\n")
    for number, row in enumerate(row for row in rows_of(bundle) if row.is_whole):
        file.writelines(_entry(number, row))
        lessons.setdefault(row.topic, []).append(number)
        for tag in row.tags:
            types.setdefault(tag, []).append(number)
        monitor.step()
    file.write("  </entries>\n  <lessons>\n")
    file.writelines(_lessons(bundle, lessons))
    file.write("  </lessons>\n  <wordtypes>\n")
    for tag, numbers in types.items():
        file.writelines(_group(tag, numbers, '"><translation id="0"/></entry>\n'))
        file.write("</container>\n")
    file.write("  </wordtypes>\n</kvtml>\n")


def _head(bundle: Bundle) -> Iterator[str]:
    top = top_of(bundle)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<!DOCTYPE kvtml PUBLIC "kvtml2.dtd" "http://edu.kde.org/kvtml/kvtml2.dtd">\n'
    yield '<kvtml version="2.0">\n  <information>\n'
    yield _element("generator", "aws-flash")
    yield _element("title", top.name if top else bundle.name)
    yield _element("author", ", ".join(bundle.authors))
    yield _element("license", bundle.licence)
    yield _element("comment", bundle.description)
    yield "  </information>\n  <identifiers>\n"
    for number, name in enumerate(("Question", "Answer")):
        yield f'<identifier id="{number}">{_element("name", name)}</identifier>\n'
    yield "  </identifiers>\n"


def _entry(number: int, row: Row) -> Iterator[str]:
    yield f'<entry id="{number}">\n'
    if row.inactive:
        yield _element("inactive", "true")
    yield from _translation(0, row.question, "", row.back)
    yield from _translation(1, row.answer, row.comment.text, row.forward)
    yield "</entry>\n"


def _translation(number: int, side: Side, comment: str, progress: Progress | None) -> Iterator[str]:
    yield f'<translation id="{number}">'
    yield _element("text", side.text)
    yield _element("comment", comment)
    yield _element("image", side.image)
    yield _element("sound", side.sound)
    if progress is not None:
        yield f'<grade fromid="{1 - number}">'
        yield from _grade(progress)
        yield "</grade>"
    yield "</translation>\n"


def _grade(progress: Progress) -> Iterator[str]:
    asked_on = date_of(max(progress.due - progress.rest, 0))
    yield _element("currentgrade", str(grade_of(progress)))
    yield _element("count", str(progress.lapses + progress.streak))
    yield _element("errorcount", str(progress.lapses))
    yield _element("date", f"{asked_on.isoformat()}T12:00:00")
    yield _element("interval", str(progress.rest * _SECONDS_A_DAY))


def grade_of(progress: Progress) -> int:
    """Return the grade from 1 to 7: the box, or the highest whose days do not exceed the rest."""
    if progress.box is not None:
        return min(max(progress.box, 1), len(GRADES))
    return max(1, sum(days <= progress.rest for days in GRADES))


def _lessons(bundle: Bundle, numbers: dict[str, list[int]]) -> Iterator[str]:
    """Yield the tree; the topic above all others is the file itself."""
    top = top_of(bundle)
    open_topics: list[str] = []
    for topic in bundle.topics:
        if topic is top:
            continue
        while open_topics and open_topics[-1] != topic.parent:
            open_topics.pop()
            yield "</container>\n"
        yield from _group(topic.name, numbers.get(topic.guid, ()), '"/>\n')
        open_topics.append(topic.guid)
    yield "</container>\n" * len(open_topics)


def _group(name: str, numbers: Iterable[int], end: str) -> Iterator[str]:
    yield f"<container>{_element('name', name)}\n"
    for number in numbers:
        yield f'<entry id="{number}{end}'


def _element(name: str, text: str) -> str:
    written = html.escape(possible(text), quote=False)
    return f"<{name}>{written}</{name}>" if text else ""
