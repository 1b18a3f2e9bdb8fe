"""Vocabulary as a bundle: which columns ask which, and how well each is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, Progress
from aws_flash.domain.errors import FileEmpty
from aws_flash.domain.html.escaping import escape_value
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import Findings, Guids, Topics, tag_of
from aws_flash.formats.html_field import plain_html
from aws_flash.formats.kvtml.version_one import read_version_one
from aws_flash.formats.kvtml.version_two import read_version_two
from aws_flash.formats.kvtml.vocabulary import Entry, Translation, Vocabulary
from aws_flash.formats.media_folder import MediaFolder
from aws_flash.formats.source import Source
from aws_flash.formats.xml_file import MAX_SIZE, root_attributes

FORMAT: Final = "kvtml"
MAX_LANGUAGES: Final = 20
"""Columns that may ask each other; people learn a handful of languages."""

Pair = tuple[int, int]


def read_vocabulary(source: Source, monitor: Monitor) -> Bundle:
    """Return what the file holds; raises FileUnreadable, FileUnsafe, Cancelled."""
    findings = Findings()
    path = str(source.path)
    content = source.content(MAX_SIZE)
    monitor.phase("Reading")
    if root_attributes(source.head).get("version", "").startswith("2"):
        vocabulary = read_version_two(content, path, findings, monitor)
    else:
        vocabulary = read_version_one(content, path, monitor)
    return _Making(vocabulary, source, findings).bundle()


class _Making:
    """One run from vocabulary to notes."""

    def __init__(self, vocabulary: Vocabulary, source: Source, findings: Findings) -> None:
        self._vocabulary = vocabulary
        self._name = vocabulary.title or source.stem
        self._path = str(source.path)
        self._findings = findings
        self._topics = Topics(FORMAT, self._name)
        self._guids = Guids(FORMAT, self._path)
        self._media = MediaFolder(source.path.parent)
        self._missing: set[str] = set()
        self._notes: list[BundledNote] = []
        self._cards: list[BundledCard] = []

    def bundle(self) -> Bundle:
        found = self._vocabulary
        asked = _asked(found)
        for lesson in found.lessons:
            self._topics.guid_of(lesson)
        for entry in found.entries.values():
            self._add(entry, asked)
        if not self._notes and not self._findings.all():
            raise FileEmpty(self._path)
        return Bundle(
            guid="",
            name=self._name,
            edition="",
            description=found.comment,
            topics=self._topics.in_order() if self._notes else (),
            notes=tuple(self._notes),
            media=self._media.all(),
            problems=self._findings.all(),
            licence=found.licence,
            authors=(found.author,) if found.author else (),
            cards=tuple(self._cards),
        )

    def _add(self, entry: Entry, asked: dict[Pair, bool]) -> None:
        before = len(self._notes)
        if any(one.says_something for one in entry.translations.values()):
            if not asked and len(entry.translations) == 1:
                self._add_explained(entry)
            for pair, both_ways in asked.items():
                self._add_pair(entry, pair, both_ways=both_ways)
            if len(self._notes) == before:
                texts = tuple(one.text for one in entry.translations.values() if one.text)
                self._findings.add(f"line {entry.line}", "it has one side only", texts[:1])

    def _add_explained(self, entry: Entry) -> None:
        """A list of words in one language asks what its comments say."""
        (translation,) = entry.translations.values()
        if translation.comment:
            sides = (self._side(translation, entry), plain_html(translation.comment))
            self._put(entry, sides, "", {0: _progress(entry, (0, 0))}, "")

    def _add_pair(self, entry: Entry, pair: Pair, *, both_ways: bool) -> None:
        question, answer = (entry.translations.get(number) for number in pair)
        if question is None or answer is None:
            return
        if not question.says_something or not answer.says_something:
            return
        sides = (self._side(question, entry), self._side(answer, entry))
        learned = {0: _progress(entry, pair)}
        if both_ways:
            learned[1] = _progress(entry, pair[::-1])
        others = "" if pair == (0, 1) else f"{pair[0]}-{pair[1]}"
        self._put(entry, sides, _explanation(question, answer), learned, others)

    def _put(
        self,
        entry: Entry,
        sides: tuple[str, str],
        explanation: str,
        learned: dict[int, Progress | None],
        others: str,
    ) -> None:
        guid = self._guids.derived(sides[0], others)
        fields = (("Question", sides[0]), ("Answer", sides[1]), ("Explanation", explanation))
        self._notes.append(
            BundledNote(
                guid=guid,
                topic=self._topics.guid_of(entry.lesson),
                kind="reversed" if len(learned) > 1 else "basic",
                fields=fields,
                tags=tuple(dict.fromkeys(filter(None, map(tag_of, entry.types)))),
                line=entry.line,
            )
        )
        self._cards.extend(
            BundledCard(guid, ordinal, suspended=entry.inactive, progress=progress)
            for ordinal, progress in learned.items()
        )

    def _side(self, translation: Translation, entry: Entry) -> str:
        parts = [plain_html(translation.text)]
        if translation.image:
            name = self._medium(translation.image, entry)
            parts.append(f'{"<br>" * bool(parts[0])}<img src="{escape_value(name)}">')
        if translation.sound:
            name = self._medium(translation.sound, entry)
            parts.append(f"[sound:{plain_html(name)}]")
        return "".join(parts)

    def _medium(self, written: str, entry: Entry) -> str:
        name = self._media.take(written)
        if name is None and written not in self._missing:
            self._missing.add(written)
            self._findings.add(f"line {entry.line}", f"{written[:80]} is not beside the file")
        return name or written.replace("\\", "/").rpartition("/")[2]


def _asked(found: Vocabulary) -> dict[Pair, bool]:
    """Return which column asks which, and whether the other way too.

    Those that were ever practised; where nothing was, the first column asks each other.
    """
    columns = _columns(found)
    practised = {pair for entry in found.entries.values() for pair in _practised(entry, columns)}
    pairs: dict[Pair, bool] = {}
    for place, first in enumerate(columns):
        for second in columns[place + 1 :]:
            ways = {(first, second), (second, first)} & practised
            if len(ways) == 2:
                pairs[first, second] = True
            elif ways:
                pairs[ways.pop()] = False
            elif first == columns[0]:
                pairs[first, second] = False
    return pairs


def _columns(found: Vocabulary) -> list[int]:
    """Return the numbers of all columns: some files leave out what a column is called."""
    used = {number for entry in found.entries.values() for number in entry.translations}
    return sorted(used | set(found.languages))[:MAX_LANGUAGES]


def _practised(entry: Entry, columns: list[int]) -> Iterator[Pair]:
    for number, translation in entry.translations.items():
        for asked_from, grade in translation.grades.items():
            if grade.progress() is None:
                continue
            others = (asked_from,) if asked_from is not None else _others(number, columns)
            yield from ((other, number) for other in others if other in columns)


def _others(number: int, columns: list[int]) -> tuple[int, ...]:
    """Return from which column a text is asked where its grade does not say: the first other."""
    return tuple(column for column in columns if column != number)[:1]


def _progress(entry: Entry, pair: Pair) -> Progress | None:
    translation = entry.translations.get(pair[1])
    if translation is None:
        return None
    grade = translation.grades.get(pair[0]) or translation.grades.get(None)
    return grade.progress() if grade else None


def _explanation(question: Translation, answer: Translation) -> str:
    """All else that is said of both texts, a line each."""
    lines = (
        text
        for translation in (question, answer)
        for text in (
            translation.pronunciation,
            translation.comment,
            translation.example,
            translation.paraphrase,
        )
        if text
    )
    return "<br>".join(map(plain_html, dict.fromkeys(lines)))
