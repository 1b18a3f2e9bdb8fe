"""Topics, notes and problems while a file is read: each known again when it is read once more."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Final

from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledNote,
    BundledTopic,
    Problem,
    Progress,
)
from aws_flash.domain.errors import FileEmpty, FileUnsafe
from aws_flash.domain.topic import MAX_DEPTH

MAX_TOLD: Final = 500
"""As many faults of one sort as somebody may want to read; the others are counted."""
MAX_TOPICS: Final = 20_000
"""What a tree can show; a file with more makes topics of its cards."""
MAX_NOTES: Final = 250_000
"""Ten times the largest decks that people share; so many are in memory at once."""
LONGEST_NAME: Final = 300

_LONGEST_WHERE: Final = 120
_BETWEEN: Final = "\x1f"


class Topics:
    """The topics of one file so far; each is known by a hash of its path."""

    def __init__(self, format_id: str, root: str) -> None:
        """Begin with one topic for all that has none of its own, named as the deck is."""
        self._format_id = format_id
        self._made: dict[tuple[str, ...], BundledTopic] = {}
        self._known: dict[tuple[str, ...], str] = {}
        self._children: Counter[str | None] = Counter()
        self._root = (_name(root) or "Cards",)
        self.root = self._make(self._root, None).guid

    def guid_of(self, path: tuple[str, ...]) -> str:
        """Return the guid of the topic at the end of a path of names under the first topic.

        What lies deeper than a tree may be hangs on the last topic above; so does all once there
        are too many.
        """
        if path not in self._known:
            self._known[path] = self._found(path)
        return self._known[path]

    def _found(self, path: tuple[str, ...]) -> str:
        names = tuple(filter(None, map(_name, path)))[: MAX_DEPTH - 1]
        guid = self.root
        for length in range(1, len(names) + 1):
            found = self._made.get((*self._root, *names[:length]))
            if found is None and len(self._made) >= MAX_TOPICS:
                return guid
            guid = (found or self._make((*self._root, *names[:length]), guid)).guid
        return guid

    def in_order(self) -> tuple[BundledTopic, ...]:
        """Return all topics in tree order, the children of one parent as they came."""
        return in_tree_order(self._made.values())

    def _make(self, path: tuple[str, ...], parent: str | None) -> BundledTopic:
        self._children[parent] += 1
        guid = digest(self._format_id, "topic", *path)
        topic = BundledTopic(guid, parent, path[-1], self._children[parent])
        self._made[path] = topic
        return topic


class Guids:
    """Identities of the notes of one file: the file's own, or made of what a note says first."""

    def __init__(self, format_id: str, path: str) -> None:
        """Begin without any; `path` is the file that errors speak of."""
        self._format_id = format_id
        self._path = path
        self._taken: set[str] = set()
        self._repeats: Counter[str] = Counter()

    def own(self, written: str) -> str | None:
        """Take the guid that the file gives; None where another note has it already.

        Raises:
            FileUnsafe: there is no end of notes.
        """
        guid = written if 0 < len(written) <= 64 and written.isprintable() else None
        guid = guid or digest(self._format_id, "own", written)
        if guid in self._taken:
            return None
        return self._take(guid)

    def derived(self, *content: str) -> str:
        """Make a guid of content; the same content again gives another one. Raises as `own`."""
        first = digest(self._format_id, *content)
        while True:
            number = self._repeats[first]
            self._repeats[first] += 1
            guid = digest(self._format_id, *content, str(number)) if number else first
            if guid not in self._taken:
                return self._take(guid)

    def _take(self, guid: str) -> str:
        self._taken.add(guid)
        check_count(len(self._taken), self._path)
        return guid


class Findings:
    """Problems in the order in which they were found, never without end."""

    def __init__(self) -> None:
        """Begin with none."""
        self._told: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(self, where: str, why: str, cells: tuple[str, ...] = ()) -> None:
        """Note that a part of the file is faulty."""
        self._counts[why] += 1
        if self._counts[why] <= MAX_TOLD:
            self._told.append(Problem(shown(where), why, cells))

    def all(self) -> tuple[Problem, ...]:
        """Return the problems, and how many more there are of each sort."""
        more = ((why, count - MAX_TOLD) for why, count in self._counts.items())
        rest = (Problem(f"{count} more", why) for why, count in more if count > 0)
        return (*self._told, *rest)


class Gathering:
    """All that was found so far in a file of plain notes, each with the cards that it asks."""

    def __init__(self, format_id: str, name: str, path: str) -> None:
        """Begin without any; `name` is that of the deck, `path` the file that errors speak of."""
        self.name = name
        self.topics = Topics(format_id, name)
        self.guids = Guids(format_id, path)
        self._path = path
        self.findings = Findings()
        self._notes: list[BundledNote] = []
        self._cards: list[BundledCard] = []

    def add(self, note: BundledNote, *learned: Progress | None) -> None:
        """Add a note and its cards, from ordinal 0 on, each with how well it is known."""
        self._notes.append(note)
        for ordinal, progress in enumerate(learned):
            self._cards.append(BundledCard(note.guid, ordinal, progress=progress))

    def bundle(self, description: str = "") -> Bundle:
        """Return all as a bundle.

        Raises:
            FileEmpty: there is nothing at all in the file.
        """
        problems = self.findings.all()
        if not self._notes and not problems:
            raise FileEmpty(self._path)
        return Bundle(
            guid="",
            name=self.name,
            edition="",
            description=description,
            topics=self.topics.in_order() if self._notes else (),
            notes=tuple(self._notes),
            problems=problems,
            cards=tuple(self._cards),
        )


def check_count(count: int, path: str) -> None:
    """Refuse a file with more notes, cards or entries than is sensible; raises FileUnsafe."""
    if count > MAX_NOTES:
        raise FileUnsafe(path, "holds more cards than is sensible")


def basic_fields(question: str, answer: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of a basic note, or of one asked both ways."""
    return (("Question", question), ("Answer", answer), ("Explanation", ""))


def in_tree_order(topics: Iterable[BundledTopic]) -> tuple[BundledTopic, ...]:
    """Return topics from top to bottom of their tree, the children of one parent as they came."""
    children: dict[str | None, list[BundledTopic]] = {}
    for topic in topics:
        children.setdefault(topic.parent, []).append(topic)
    ordered: list[BundledTopic] = []
    waiting = children.get(None, [])[::-1]
    while waiting:
        topic = waiting.pop()
        ordered.append(topic)
        waiting.extend(reversed(children.get(topic.guid, ())))
    return tuple(ordered)


def shown(text: str) -> str:
    """Return a stranger's text as it can be shown: no signs that cannot be seen, not endless."""
    seen = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:_LONGEST_WHERE])
    return seen if len(text) <= _LONGEST_WHERE else f"{seen}…"


def digest(format_id: str, *parts: str) -> str:
    """Return an identity made of the parts: the same ones always give the same."""
    written = _BETWEEN.join(parts).encode("utf-8", "replace")
    return f"{format_id}:{hashlib.sha256(written).hexdigest()[:20]}"


def tag_of(text: str) -> str:
    """Return a name as one tag: no spaces, nothing that cannot be seen."""
    joined = "_".join(text.split())
    return "".join(sign for sign in joined if sign.isprintable())[:LONGEST_NAME]


def _name(written: str) -> str:
    seen = "".join(sign if sign.isprintable() else " " for sign in written[: 2 * LONGEST_NAME])
    return " ".join(seen.split())[:LONGEST_NAME]
