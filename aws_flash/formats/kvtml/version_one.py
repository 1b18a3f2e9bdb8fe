"""KVTML 1, as KVocTrain and older KWordQuiz wrote it: one element a row, grades in attributes."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import check_count
from aws_flash.formats.kvtml.vocabulary import Entry, Grade, Translation, Vocabulary, whole
from aws_flash.formats.local_days import day_at
from aws_flash.formats.xml_file import XmlElement, root_attributes, stream_of

_PARTS: Final = ("lesson", "e")
_ORIGINAL: Final = 0


def read_version_one(content: bytes, path: str, monitor: Monitor) -> Vocabulary:
    """Return what the file holds; raises FileUnreadable, FileUnsafe, Cancelled."""
    told = root_attributes(content[: 64 * 2**10])
    found = Vocabulary(
        title=told.get("title", "").strip(),
        author=told.get("author", "").strip(),
        licence=told.get("license", "").strip(),
        comment=told.get("remark", "").strip(),
    )
    lessons: dict[str, str] = {}
    for element in stream_of(content, _PARTS, path):
        if element.tag == "lesson":
            lessons.update(_lessons(element))
        else:
            entry = _entry(element, found)
            lesson = lessons.get(element.get("m", ""))
            entry.lesson = (lesson,) if lesson else ()
            found.entries[str(len(found.entries))] = entry
            check_count(len(found.entries), path)
            monitor.step()
    return found


def _lessons(element: Element) -> dict[str, str]:
    return {
        child.get("no", ""): (child.text or "").strip()
        for child in element.findall("desc")
        if child.get("no")
    }


def _entry(element: XmlElement, found: Vocabulary) -> Entry:
    entry = Entry(line=element.line)
    for number, child in enumerate(one for one in element if one.tag in {"o", "t"}):
        language = child.get("l", "").strip()
        if language or number not in found.languages:
            found.languages[number] = language or f"Language {number + 1}"
        entry.translations[number] = Translation(
            text="".join(child.itertext()).strip(),
            comment=child.get("r", "").strip(),
            pronunciation=child.get("p", "").strip(),
            example=child.get("x", "").strip(),
            paraphrase=child.get("y", "").strip(),
        )
        if number != _ORIGINAL:
            _read_grades(child, entry, number)
    if element.get("t"):
        entry.types.append(element.get("t", ""))
    return entry


def _read_grades(element: Element, entry: Entry, number: int) -> None:
    """Each attribute has two halves: asked from the original, and asked for it."""
    for half, (to, asked_from) in enumerate(((number, _ORIGINAL), (_ORIGINAL, number))):
        grade, count, errors, at = (whole(_half(element, name, half)) for name in "gcwd")
        translation = entry.translations.get(to)
        if translation is not None and (grade or count):
            asked_on = day_at(at) if at > 0 else None
            translation.grades[asked_from] = Grade(grade, count, errors, asked_on)


def _half(element: Element, name: str, half: int) -> str:
    parts = element.get(name, "").split(";")
    return parts[half] if half < len(parts) else ""
