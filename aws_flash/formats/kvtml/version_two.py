"""KVTML 2, as Parley and KWordQuiz write it since 2007."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element

from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import Findings, check_count
from aws_flash.formats.kvtml.vocabulary import Entry, Grade, Translation, Vocabulary, whole
from aws_flash.formats.local_days import day_at, day_of_wall
from aws_flash.formats.xml_file import XmlElement, stream_of

_PARTS: Final = ("information", "identifier", "entry", "lessons", "wordtypes")
_TYPE_SEPARATOR: Final = "::"
_SECONDS_A_DAY: Final = 86_400


def read_version_two(content: bytes, path: str, findings: Findings, monitor: Monitor) -> Vocabulary:
    """Return what the file holds; raises FileUnreadable, FileUnsafe, Cancelled."""
    found = Vocabulary()
    for element in stream_of(content, _PARTS, path):
        if element.tag == "information":
            _read_information(element, found)
        elif element.tag == "identifier":
            _read_language(element, found)
        elif element.tag == "entry":
            _read_entry(element, found, findings)
            check_count(len(found.entries), path)
            monitor.step()
        else:
            _read_groups(element, found)
    return found


def _read_information(element: Element, found: Vocabulary) -> None:
    found.title = _text(element, "title")
    found.author = _text(element, "author")
    found.licence = _text(element, "license")
    found.comment = _text(element, "comment")


def _read_language(element: Element, found: Vocabulary) -> None:
    number = whole(element.get("id"), len(found.languages))
    name = _text(element, "name") or _text(element, "locale")
    found.languages.setdefault(number, name or f"Language {number + 1}")


def _read_entry(element: XmlElement, found: Vocabulary, findings: Findings) -> None:
    key = element.get("id", "")
    if key in found.entries:
        # Lists of synonyms mention entries: those have no texts.
        if element.find("translation/text") is not None:
            findings.add(f"line {element.line}", "its number is that of another entry")
        return
    entry = Entry(inactive=_text(element, "inactive") == "true", line=element.line)
    for translation in element.findall("translation"):
        number = whole(translation.get("id"), -1)
        if number >= 0:
            entry.translations[number] = _translation(translation)
    found.entries[key] = entry


def _translation(element: Element) -> Translation:
    return Translation(
        text=_text(element, "text"),
        comment=_text(element, "comment"),
        pronunciation=_text(element, "pronunciation"),
        example=_text(element, "example"),
        paraphrase=_text(element, "paraphrase"),
        image=_text(element, "image"),
        sound=_text(element, "sound"),
        grades={_asked_from(grade): _grade(grade) for grade in element.findall("grade")},
    )


def _asked_from(element: Element) -> int | None:
    number = whole(element.get("fromid", element.get("fromId")), -1)
    return number if number >= 0 else None


def _grade(element: Element) -> Grade:
    number = whole(element.findtext("currentgrade", element.findtext("currentgradeint")))
    seconds = whole(element.findtext("interval"))
    return Grade(
        grade=number,
        count=whole(element.findtext("count")),
        errors=whole(element.findtext("errorcount")),
        asked_on=_day(_text(element, "date")),
        rest=max(1, seconds // _SECONDS_A_DAY) if seconds > 0 else None,
    )


def _day(written: str) -> int | None:
    seconds = whole(written)
    if seconds > 0:
        return day_at(seconds)
    try:
        return day_of_wall(datetime.fromisoformat(written))
    except ValueError:
        return None


def _read_groups(element: Element, found: Vocabulary) -> None:
    """Lessons give an entry its topic, kinds of word a tag each."""
    for path, key in _members(element):
        if not key:
            if element.tag == "lessons" and path:
                found.lessons.append(path)
            continue
        entry = found.entries.get(key)
        if entry is None:
            continue
        if element.tag == "wordtypes":
            entry.types.append(_TYPE_SEPARATOR.join(path))
        elif not entry.lesson:
            entry.lesson = path


def _members(root: Element) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each group with its path from the top, and its entries; a group itself has no key."""
    waiting: list[tuple[tuple[str, ...], Element]] = [((), root)]
    while waiting:
        path, element = waiting.pop()
        yield path, ""
        inner: list[tuple[tuple[str, ...], Element]] = []
        for child in element:
            if child.tag == "entry":
                yield path, child.get("id", "")
            elif child.tag == "entryid":
                yield path, (child.text or "").strip()
            elif child.tag in {"container", "lesson"}:
                inner.append(((*path, _text(child, "name")), child))
        waiting.extend(reversed(inner))


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()
