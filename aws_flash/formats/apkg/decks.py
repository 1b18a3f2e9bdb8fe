"""Anki's decks as a tree of topics: from JSON up to schema 14, from a table from 15 on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from aws_flash.domain.bundle import BundledTopic
from aws_flash.domain.topic import MAX_DEPTH, natural_key
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.json_text import object_in, text_of, whole_of
from aws_flash.formats.apkg.wire import Message, WireFault
from aws_flash.formats.sqlite_file.columns import octets, text, whole
from aws_flash.formats.sqlite_file.database import SqliteFile

MAX_DECKS: Final = 50_000
"""Decks that are looked at; cards of others are kept together in one topic."""
MAX_NAME: Final = 200
"""Letters of a name that are kept; more than a screen is wide."""
MAX_PATH: Final = 20_000
"""Letters of a name with all its levels that are looked at."""
LOST: Final = "Other cards"
OWN_GUID: Final = "awsflash"
"""Where a deck that we wrote says what it is known by."""

_OTHER: Final = 255
"""The field in which Anki keeps what it does not know, as JSON."""

_SIGNS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_NATIVE: Final = "\x1f"
_LEGACY: Final = "::"
_GUID_LETTERS: Final = 16
_OF_ANKI: Final = "anki:"
_OF_PATH: Final = "anki:path:"

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck as a file has it, its name split at the levels and cleaned."""

    id: int
    path: Path
    description: str
    guid: str = ""
    """What it is known by where we wrote it; else its id says that."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Topics in tree order, and the guid of the topic that each deck became."""

    topics: tuple[BundledTopic, ...]
    guids: dict[int, str]


def legacy_decks(found: dict[str, Any], findings: Findings) -> Iterator[Deck]:
    """Yield the decks of a collection that keeps them as JSON; every collection has one."""
    if not found:
        findings.add("decks", "the list of decks cannot be read, so all cards come together")
    for key, deck in islice(found.items(), MAX_DECKS):
        if isinstance(deck, dict):
            path = _path(text_of(deck.get("name")), _LEGACY, findings)
            deck_id = whole_of(deck.get("id"), whole_of(key))
            yield Deck(deck_id, path, text_of(deck.get("desc")), _own(deck))


def stored_decks(file: SqliteFile, findings: Findings) -> Iterator[Deck]:
    """Yield the decks of a collection that keeps them in a table."""
    rows = file.rows("decks", whole("id"), text("name"), octets("kind"), octets("common"))
    for deck_id, name, raw, common in islice(rows, MAX_DECKS):
        own = _own(object_in(_octets(common, _OTHER)))
        yield Deck(deck_id, _path(name, _NATIVE, findings), _description(raw), own)


def tree_of(decks: Iterable[Deck], used: set[int]) -> Tree:
    """Return the topics of the decks with cards, and of the decks above these.

    Decks of one name are one topic. A deck that is used and not listed becomes one too.
    """
    listed = sorted(decks, key=lambda deck: deck.id)
    lost = used - {deck.id for deck in listed}
    listed += [Deck(deck_id, (LOST,), "") for deck_id in sorted(lost)[:1]]
    owners: dict[Path, Deck] = {}
    for deck in listed:
        owners.setdefault(deck.path, deck)
    wanted = {
        deck.path[:depth]
        for deck in listed
        if deck.id in used
        for depth in range(1, len(deck.path) + 1)
    }
    ordered = sorted(wanted, key=lambda path: [(natural_key(level), level) for level in path])
    guids: dict[Path, str] = {}
    taken: set[str] = set()
    for path in ordered:
        guid = guids[path] = _guid(path, owners.get(path), taken)
        taken.add(guid)
    topics = (_topic(path, guids, owners.get(path)) for path in ordered)
    known = {deck.id: guids[deck.path] for deck in listed if deck.path in guids}
    return Tree(tuple(topics), known | dict.fromkeys(lost, guids.get((LOST,), "")))


def _topic(path: Path, guids: dict[Path, str], owner: Deck | None) -> BundledTopic:
    return BundledTopic(
        guid=guids[path],
        parent=guids[path[:-1]] if len(path) > 1 else None,
        name=path[-1] if len(path[-1]) <= MAX_NAME else f"{path[-1][: MAX_NAME - 1]}…",
        position=0,
        description=owner.description if owner else "",
    )


def _guid(path: Path, owner: Deck | None, taken: set[str]) -> str:
    for guid in (owner.guid, f"{_OF_ANKI}{owner.id}") if owner else ():
        if guid and guid not in taken:
            return guid
    digest = hashlib.sha256(_NATIVE.join(path).encode()).hexdigest()
    return f"{_OF_PATH}{digest[:_GUID_LETTERS]}"


def _own(said: dict[str, Any]) -> str:
    """Return the guid that we wrote with a deck; Anki keeps what it does not know."""
    guid = text_of(said.get(OWN_GUID)).strip()
    is_id = guid.startswith(_OF_ANKI) and not guid.startswith(_OF_PATH)
    return "" if len(guid) > MAX_NAME or is_id else guid


def _octets(raw: bytes, number: int) -> bytes:
    try:
        return Message(raw).octets(number)
    except WireFault:
        return b""


def _path(name: str, separator: str, findings: Findings) -> Path:
    """Split a name into levels, each of them something that can be read."""
    levels = [_level(level) for level in name[:MAX_PATH].split(separator)]
    if len(levels) > MAX_DEPTH:
        findings.add(f"deck {name}", f"it nests more than {MAX_DEPTH} deep; the rest became one")
        levels[MAX_DEPTH - 1 :] = [_LEGACY.join(levels[MAX_DEPTH - 1 :])]
    return tuple(levels)


def _level(name: str) -> str:
    return " ".join(_SIGNS.sub(" ", name).split()) or "Unnamed"


def _description(raw: bytes) -> str:
    """Return what a deck says of itself; decks that gather cards of others say nothing."""
    try:
        return Message(Message(raw).octets(1)).text(4)
    except WireFault:
        return ""
