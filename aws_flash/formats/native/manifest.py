"""deck.json: what a deck is, and its tree of topics."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledTopic
from aws_flash.domain.kind import Kind
from aws_flash.domain.topic import MAX_DEPTH
from aws_flash.formats.native.edition import FORMAT, FORMAT_VERSION, deck_in, manifest_object
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.kinds import kind_keys, kinds_in
from aws_flash.formats.native.values import (
    guid_in,
    line_in,
    lines_in,
    list_in,
    needed_line,
    sound_text_in,
)

_KEYS: Final = frozenset(
    {
        "format",
        "format_version",
        "guid",
        "edition",
        "name",
        "description",
        "licence",
        "authors",
        "exam",
        "statements",
        "kinds",
        "topics",
    }
)
_TOPIC_KEYS: Final = frozenset({"guid", "name", "description", "file", "more_files", "topics"})
NOTES_IN_A_FILE: Final = 5000
_SLUG: Final = re.compile(r"[a-z0-9]+")
_REMARK: Final = re.compile(r"\([^()]*\)")
_MAX_SLUG: Final = 60


@dataclass(frozen=True, slots=True)
class ListedTopic:
    """A topic of the manifest, and the files with its notes: mostly one, or none."""

    topic: BundledTopic
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What deck.json says; `unknown` are keys that the form does not have."""

    guid: str
    name: str
    edition: str
    description: str
    licence: str
    authors: tuple[str, ...]
    exam: str
    statements: tuple[str, ...]
    kinds: tuple[Kind, ...]
    topics: tuple[ListedTopic, ...]
    unknown: tuple[str, ...]


def read_manifest(found: object) -> Manifest:
    """Read the content of deck.json.

    Raises:
        Fault: it is of a later version of the form, or does not follow it.
    """
    keys = manifest_object(found)
    deck = deck_in(keys)
    unknown = set(keys) - _KEYS
    return Manifest(
        guid=deck.guid,
        name=deck.name,
        edition=deck.edition,
        description=sound_text_in(keys, "description"),
        licence=line_in(keys, "licence"),
        authors=lines_in(keys, "authors"),
        exam=line_in(keys, "exam"),
        statements=lines_in(keys, "statements"),
        kinds=kinds_in(keys),
        topics=_listed_topics(keys, unknown),
        unknown=tuple(sorted(unknown)),
    )


def _listed_topics(found: dict[str, Any], unknown: set[str]) -> tuple[ListedTopic, ...]:
    """Read the tree from top to bottom, without recursion; unknown keys are added to a set."""
    listed: list[ListedTopic] = []
    waiting = _children(found, parent=None, depth=1)
    while waiting:
        topic_found, parent, position, depth = waiting.pop()
        if not isinstance(topic_found, dict):
            raise Fault("a topic is not an object")
        if depth > MAX_DEPTH:
            raise Fault(f"topics are nested more than {MAX_DEPTH} deep")
        unknown |= topic_found.keys() - _TOPIC_KEYS
        topic = _topic(topic_found, parent, position)
        listed.append(ListedTopic(topic, _files(topic_found, topic)))
        waiting.extend(_children(topic_found, topic.guid, depth + 1))
    _check_single((one.topic.guid for one in listed), "the guid")
    _check_single((file for one in listed for file in one.files), "the file")
    return tuple(listed)


def _children(
    found: dict[str, Any], parent: str | None, depth: int
) -> list[tuple[Any, str | None, int, int]]:
    """Return what waits under a topic, the first one last."""
    below = list_in(found, "topics")
    return [(one, parent, place, depth) for place, one in enumerate(below, start=1)][::-1]


def _topic(found: dict[str, Any], parent: str | None, position: int) -> BundledTopic:
    return BundledTopic(
        guid=guid_in(found, "guid"),
        parent=parent,
        name=needed_line(found, "name"),
        position=position,
        description=sound_text_in(found, "description"),
    )


def _files(found: dict[str, Any], topic: BundledTopic) -> tuple[str, ...]:
    name = found.get("file")
    if name is None:
        return ()
    if not isinstance(name, str):
        raise Fault(f"“file” of the topic “{topic.name}” is not a text")
    return (name, *lines_in(found, "more_files"))


def _check_single(values: Iterable[str], what: str) -> None:
    known: set[str] = set()
    for value in values:
        if value in known:
            raise Fault(f"{what} {value[:80]!a} is there twice")
        known.add(value)


def manifest_keys(bundle: Bundle, files: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the content of deck.json in the order of the form; `files` is by topic guid."""
    below: dict[str | None, list[dict[str, Any]]] = {None: []}
    for topic in bundle.topics:
        file, *more = files.get(topic.guid) or (None,)
        keys = {
            "guid": topic.guid,
            "name": topic.name,
            "description": topic.description,
            "file": file,
            **({"more_files": more} if more else {}),
            "topics": below.setdefault(topic.guid, []),
        }
        below[topic.parent].append(keys)
    told = {
        "description": bundle.description,
        "licence": bundle.licence,
        "authors": list(bundle.authors),
        "exam": bundle.exam,
        "statements": list(bundle.statements),
        "kinds": [kind_keys(kind) for kind in bundle.kinds],
    }
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "guid": bundle.guid,
        "edition": bundle.edition,
        "name": bundle.name,
        **{key: value for key, value in told.items() if value},
        "topics": below[None],
    }


def topic_files(bundle: Bundle) -> dict[str, list[str]]:
    """Return the names of the files of each topic that has notes, by the topic's guid.

    A name tells the topic's place in the tree and its name without remarks in brackets:
    "topics/4.1-kms-keys.json". A single topic above all others has no number. Of a topic with many
    thousand notes the further files end in a number: "topics/4.1-kms-keys_2.json".
    """
    roots = [topic for topic in bundle.topics if topic.parent is None]
    numbers: dict[str | None, str] = {None: ""}
    places: Counter[str | None] = Counter()
    used = Counter(note.topic for note in bundle.notes)
    files: dict[str, list[str]] = {}
    taken: set[str] = set()
    for topic in bundle.topics:
        places[topic.parent] += 1
        number = f"{numbers[topic.parent]}.{places[topic.parent]}".lstrip(".")
        numbers[topic.guid] = "" if roots == [topic] else number
        if topic.guid in used:
            named = "-".join(filter(None, (numbers[topic.guid], _slug(topic.name)))) or "topic"
            while named in taken:  # a topic called "1" beside the first one, which has no letters
                named += "-"
            taken.add(named)
            count = -(-used[topic.guid] // NOTES_IN_A_FILE)
            ends = ["", *(f"_{number}" for number in range(2, count + 1))]
            files[topic.guid] = [f"topics/{named}{end}.json" for end in ends]
    return files


def _slug(name: str) -> str:
    words = _SLUG.findall(_REMARK.sub("", name).lower())
    return "-".join(words)[:_MAX_SLUG].rstrip("-")
