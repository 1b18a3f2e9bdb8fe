"""Drafts as a bundle: topics from headings, guids from words, hints for what was guessed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from aws_flash.domain.bundle import BundledNote, BundledTopic
from aws_flash.formats.notes_outline.draft import Draft
from aws_flash.formats.notes_outline.inline import inline
from aws_flash.formats.notes_outline.outline import Item, Section

_LONGEST_NAME: Final = 200
_DIGITS: Final = 24


@dataclass(slots=True)
class _Topic:
    guid: str
    parent: _Topic | None
    name: str
    below: list[_Topic] = field(default_factory=list)
    used: bool = False


def guid_of(*parts: str) -> str:
    """Return an identity made of words: the same words always give the same."""
    written = "\0".join(parts).encode("utf-8", "surrogatepass")
    return "notes-" + hashlib.sha256(written).hexdigest()[:_DIGITS]


def topics_of(
    sections: Sequence[Section], used: Set[int], stem: str
) -> tuple[tuple[BundledTopic, ...], dict[int, str]]:
    """Return the topics in tree order, and the guid of each section's topic.

    `used` are the places of sections that have drafts; topics that have none, and none below them,
    are left out. Two sections of one name below one topic share theirs.
    """
    roots: list[_Topic] = []
    known: dict[str, _Topic] = {}
    made: list[_Topic] = []
    for section in sections:
        parent = made[section.above] if section.above is not None else None
        guid = guid_of("topic", parent.guid if parent else "", _identity(section))
        topic = known.get(guid)
        if topic is None:
            topic = known[guid] = _Topic(guid, parent, _name(section, stem))
            (parent.below if parent else roots).append(topic)
        made.append(topic)
    for place in used:
        _mark_used(made[place])
    return tuple(_in_order(roots)), {place: topic.guid for place, topic in enumerate(made)}


def notes_of(drafts: Sequence[tuple[int, Draft]], topics: dict[int, str]) -> Iterator[BundledNote]:
    """Yield the notes; a draft comes with the place of its section.

    The guid is made of what was said, and a count where the same is said again, so that it stays
    when lines are moved.
    """
    said: Counter[tuple[str, str]] = Counter()
    for place, draft in drafts:
        key = (draft.kind, " ".join(draft.said.lower().split()))
        said[key] += 1
        yield BundledNote(
            guid=guid_of("note", *key, str(said[key])),
            topic=topics[place],
            kind=draft.kind,
            fields=draft.fields,
            tags=tuple(dict.fromkeys(map(str, draft.tags))),
            line=draft.line,
        )


def _mark_used(topic: _Topic | None) -> None:
    while topic is not None and not topic.used:
        topic.used = True
        topic = topic.parent


def _in_order(roots: Sequence[_Topic]) -> Iterator[BundledTopic]:
    stack = list(_numbered(roots))
    while stack:
        position, topic = stack.pop()
        yield BundledTopic(
            topic.guid, topic.parent.guid if topic.parent else None, topic.name, position
        )
        stack += _numbered(topic.below)


def _numbered(topics: Sequence[_Topic]) -> list[tuple[int, _Topic]]:
    """Return topics in use with their positions, the last first."""
    return list(enumerate((topic for topic in topics if topic.used), 1))[::-1]


def _name(section: Section, stem: str) -> str:
    name = inline(section.heading).text.strip().removesuffix(":").strip()
    if not name:
        name = f"Notes from line {section.line}" if section.line > 1 else stem
    return name[:_LONGEST_NAME]


def _identity(section: Section) -> str:
    """Return what tells a section from others: its heading, else the words that it begins with."""
    if section.heading.strip():
        return section.heading
    first = section.blocks[0] if section.blocks else None
    return "\n" + (first.text if isinstance(first, Item) else "table" if first else "")
