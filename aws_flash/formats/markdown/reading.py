"""Reads a Markdown file, or a folder of them, as a bundle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.errors import FileEmpty
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.encoding import decode
from aws_flash.formats.gathering import Findings, Guids, Topics
from aws_flash.formats.markdown.card import Contents, FoundCard
from aws_flash.formats.markdown.files import markdown_files
from aws_flash.formats.markdown.lines import lines_of
from aws_flash.formats.markdown.marks import text_in, texts_in
from aws_flash.formats.markdown.pictures import with_media
from aws_flash.formats.markdown.rendering import field_html
from aws_flash.formats.markdown.styles import contents_of
from aws_flash.formats.media_folder import MediaFolder
from aws_flash.formats.source import Source, storable

MAX_SIZE: Final = 8 * 2**20
"""Bytes of a file, and of all files of a folder together."""

FORMAT_ID: Final = "markdown"
_KINDS: Final = {kind.guid: kind for kind in BUILT_IN}
_STEP: Final = 200


@dataclass(slots=True)
class _Gathered:
    """What the files gave so far."""

    topics: Topics
    media: MediaFolder
    guids: Guids
    findings: Findings = field(default_factory=Findings)
    notes: list[BundledNote] = field(default_factory=list)
    declared: dict[str, BundledTopic] = field(default_factory=dict)
    deck: dict[str, Any] | None = None


def read(source: Source, monitor: Monitor) -> Bundle:
    """Read a deck.

    Raises:
        FileUnreadable: a file is no text.
        FileEmpty: no cards were found.
        FileUnsafe: there is more than people write.
    """
    folder = source.path if source.is_folder else source.path.parent
    gathered = _Gathered(
        Topics(FORMAT_ID, source.stem),
        MediaFolder(folder),
        Guids(FORMAT_ID, str(source.path)),
    )
    for path, content in _files(source):
        contents = contents_of(lines_of(decode(content, str(path)).text, str(path)))
        monitor.phase("Reading", len(contents.cards))
        where = "" if path == source.path else path.relative_to(folder).as_posix()
        _add(gathered, contents, where, monitor)
    if not gathered.notes:
        raise FileEmpty(str(source.path))
    return _bundle(gathered, source.path)


def _files(source: Source) -> Iterator[tuple[Path, bytes]]:
    if not source.is_folder:
        yield source.path, source.content(MAX_SIZE)
        return
    left = MAX_SIZE
    for path in markdown_files(source.path):
        content = Source(path).content(max(left, 1))
        left -= len(content)
        yield path, content


def _add(gathered: _Gathered, contents: Contents, where: str, monitor: Monitor) -> None:
    place = f"{where}, " if where else ""
    if contents.deck is not None:
        gathered.deck = contents.deck
        for name in texts_in(contents.deck, "media"):
            gathered.media.take(name)
    gathered.declared.update((topic.guid, topic) for topic in contents.topics)
    above = _names_of(where) if where and not contents.topics else ()
    for number, card in enumerate(contents.cards):
        if number % _STEP == 0:
            monitor.step(min(_STEP, len(contents.cards) - number))
        note = _note(gathered, replace(card, path=(*above, *card.path)), place)
        if note is not None:
            gathered.notes.append(note)
    for left in contents.leftovers:
        gathered.findings.add(f"{place}line {left.line}", "These lines make no card.", (left.text,))


def _names_of(where: str) -> tuple[str, ...]:
    """Return the topics that a file's place in the folder stands for."""
    path = Path(where)
    return (*map(storable, path.parent.parts), storable(path.stem))


def _note(gathered: _Gathered, card: FoundCard, place: str) -> BundledNote | None:
    where = f"{place}line {card.line}"
    if card.kind not in _KINDS:
        texts = tuple(text for _, text in card.fields)
        gathered.findings.add(where, f"There is no kind of card named {card.kind!a}.", texts)
        return None
    if not card.topic and not card.fields[0][1].strip():
        gathered.findings.add(where, "It asks nothing.", tuple(text for _, text in card.fields))
        return None
    fields = tuple((name, _html(gathered, text, where)) for name, text in card.fields)
    return BundledNote(
        guid=_guid(gathered, card, where),
        topic=card.topic if card.topic in gathered.declared else gathered.topics.guid_of(card.path),
        kind=card.kind,
        fields=fields,
        tags=card.tags,
        line=card.line,
    )


def _html(gathered: _Gathered, text: str, where: str) -> str:
    def missing(name: str) -> None:
        gathered.findings.add(where, f"{name!a} is not beside the file.")

    return with_media(field_html(text), gathered.media, missing) if text else ""


def _guid(gathered: _Gathered, card: FoundCard, where: str) -> str:
    own = gathered.guids.own(card.guid) if card.guid else None
    if card.guid and own is None:
        gathered.findings.add(where, "Another card has its guid, so it gets a new one.")
    return own or gathered.guids.derived(card.kind, card.fields[0][1])


def _bundle(gathered: _Gathered, path: Path) -> Bundle:
    deck = gathered.deck or {}
    used = {note.topic for note in gathered.notes}
    topics = _used(gathered.topics.in_order(), used)
    return Bundle(
        guid=text_in(deck, "guid"),
        name=text_in(deck, "name") or storable(path.stem),
        edition=text_in(deck, "edition"),
        description=text_in(deck, "description"),
        topics=(*gathered.declared.values(), *topics),
        notes=tuple(gathered.notes),
        media=gathered.media.all(),
        problems=gathered.findings.all(),
        licence=text_in(deck, "licence"),
        authors=texts_in(deck, "authors"),
        exam=text_in(deck, "exam"),
        statements=texts_in(deck, "statements"),
    )


def _used(topics: Sequence[BundledTopic], used: set[str]) -> tuple[BundledTopic, ...]:
    """Return the topics that notes hang on, and those above them."""
    parents = {topic.guid: topic.parent for topic in topics}
    kept: set[str] = set()
    for guid in used & parents.keys():
        at: str | None = guid
        while at is not None and at not in kept:
            kept.add(at)
            at = parents[at]
    return _without_root([topic for topic in topics if topic.guid in kept], used)


def _without_root(topics: Sequence[BundledTopic], used: set[str]) -> tuple[BundledTopic, ...]:
    """Leave out the topic named as the file where it holds nothing but one other topic."""
    root = topics[0].guid if topics else ""
    below = [topic for topic in topics if topic.parent == root]
    if root in used or len(below) != 1:
        return tuple(topics)
    return tuple(
        replace(topic, parent=None, position=1) if topic is below[0] else topic
        for topic in topics[1:]
    )
