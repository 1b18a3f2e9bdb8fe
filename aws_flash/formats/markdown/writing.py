"""Writes a bundle as Markdown that people can read, and that our reader reads back the same.

One file holds all topics, or a folder holds a file for each and the media beside them. Cards stand
between `Card Start` and `Card End`, each field under a heading; comments say the rest: see `marks`.
"""

from __future__ import annotations

import errno
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.errors import DiskFull, FileUnwritable
from aws_flash.domain.html.escaping import resolve
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.media_name import plain_name
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.markdown.from_html import markdown_of
from aws_flash.formats.markdown.marks import mark

_KINDS: Final = {kind.guid: kind for kind in BUILT_IN}
_SHOWN_AS: Final = {"Question": "Front", "Answer": "Back"}
_UNFIT: Final = re.compile(r"[^\w\- ]+")
_LONGEST_NAME: Final = 60
_STEP: Final = 500


def write_file(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    """Write one file; media are left out.

    Raises:
        FileUnwritable: the file may not be written.
        DiskFull: there is no room for it.
    """
    monitor.phase("Writing", len(bundle.notes))
    by_topic = _by_topic(bundle)
    topics = (_topic_text(bundle, one, by_topic[one.guid], monitor) for one in bundle.topics)
    try:
        _write_text(path, "\n".join([_deck(bundle), *topics]))
    except OSError as error:
        raise _unwritable(path, error) from error


def write_folder(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    """Write a folder with a file for each topic and the media.

    Raises:
        FileUnwritable: the folder holds something already, or may not be written to.
        DiskFull: there is no room for it.
    """
    monitor.phase("Writing", len(bundle.notes))
    by_topic = _by_topic(bundle)
    try:
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            raise FileUnwritable(str(path), "the folder is not empty")
        for number, topic in enumerate(bundle.topics, 1):
            text = _topic_text(bundle, topic, by_topic[topic.guid], monitor)
            _write_text(
                path / _file_name(number, len(bundle.topics), topic.name),
                f"{_deck(bundle)}\n{text}",
            )
        _write_media(bundle, path, monitor)
    except OSError as error:
        raise _unwritable(path, error) from error


def _write_media(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    monitor.phase("Writing pictures", len(bundle.media))
    for medium in bundle.media:
        if plain_name(medium.name) == medium.name and not medium.name.lower().endswith(".md"):
            (path / medium.name).write_bytes(medium.load())
        monitor.step()


def _write_text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))


def _unwritable(path: Path, error: OSError) -> DiskFull | FileUnwritable:
    if error.errno == errno.ENOSPC:
        return DiskFull(str(path))
    return FileUnwritable(str(path), error.strerror or str(error))


def _by_topic(bundle: Bundle) -> dict[str, list[BundledNote]]:
    found: dict[str, list[BundledNote]] = defaultdict(list)
    for note in bundle.notes:
        found[note.topic].append(note)
    return found


def _deck(bundle: Bundle) -> str:
    values = {
        "guid": bundle.guid,
        "name": bundle.name,
        "edition": bundle.edition,
        "description": bundle.description,
        "licence": bundle.licence,
        "authors": list(bundle.authors),
        "exam": bundle.exam,
        "statements": list(bundle.statements),
        "media": [medium.name for medium in bundle.media],
    }
    return mark("deck", values)


def _topic_text(
    bundle: Bundle, topic: BundledTopic, notes: Sequence[BundledNote], monitor: Monitor
) -> str:
    values = {
        "guid": topic.guid,
        "parent": topic.parent,
        "name": topic.name,
        "position": topic.position,
        "description": topic.description,
    }
    name = " ".join(topic.name.split()) or "Topic"
    level = "##" if topic.parent else "#"
    lines = [f"{level} {name}", "", mark("topic", values), ""]
    fields = {kind.guid: kind.fields for kind in bundle.kinds}
    for count, note in enumerate(notes, 1):
        lines += _card(note, is_cloze=note.kind in fields and _has_holes(note))
        if count % _STEP == 0:
            monitor.step(_STEP)
    monitor.step(len(notes) % _STEP)
    return "\n".join(lines)


def _card(note: BundledNote, *, is_cloze: bool) -> Iterator[str]:
    kind, fields = _built_in(note, is_cloze=is_cloze)
    values = {"guid": note.guid, "kind": kind, "tags": list(note.tags)}
    yield from ("<!-- Card Start -->", mark("card", values))
    for name, html in fields:
        if html:
            yield from (f"### {_SHOWN_AS.get(name, name)}", "", markdown_of(html), "")
    yield from ("<!-- Card End -->", "")


def _built_in(note: BundledNote, *, is_cloze: bool) -> tuple[str, Sequence[tuple[str, str]]]:
    """Return kind and fields; a kind of another program becomes one of ours."""
    if note.kind in _KINDS:
        held = dict(note.fields)
        return note.kind, [(name, held.get(name, "")) for name in _KINDS[note.kind].fields]
    values = [html for _, html in note.fields] or [""]
    rest = "<br>".join(filter(None, values[1:]))
    if is_cloze:
        return "cloze", (("Text", values[0]), ("Explanation", rest))
    return "basic", (("Question", values[0]), ("Answer", rest))


def _has_holes(note: BundledNote) -> bool:
    return bool(note.fields) and "{{c" in note.fields[0][1]


def _file_name(number: int, count: int, name: str) -> str:
    """Return a name by which the files of a folder stand in the order of their topics."""
    plain = " ".join(_UNFIT.sub(" ", resolve(name)).split())[:_LONGEST_NAME].strip()
    return f"{number:0{len(str(count))}} {plain or 'Topic'}.md"
