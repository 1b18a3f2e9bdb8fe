"""Topics of a bundle as decks of Anki, which knows a deck's place by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledTopic
from aws_flash.formats.apkg.writing.ids import Ids, hashed, own_id

DEFAULT: Final = 1
"""The deck that each collection has."""
_DEFAULT_NAME: Final = "Default"
_LOOSE: Final = "Cards"
_NO_TOPIC: Final = "loose:"
# Two colons part the levels of a name, so a colon that could be taken for them gets another sign.
_COLONS: Final = re.compile("^:|:(?=:|$)|(?<=:):")
_COLON: Final = "\ua789"


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck; `guid` is that of the topic where Anki's id does not say it."""

    id: int
    path: tuple[str, ...]
    description: str = ""
    guid: str = ""


class Decks:
    """All decks in tree order, and in which one the cards of each topic are."""

    def __init__(self, bundle: Bundle) -> None:
        """Take the topics; those whose names have the same path share a deck."""
        self._ids = Ids()
        self._by_path: dict[tuple[str, ...], Deck] = {}
        self._of_topic: dict[str, int] = {}
        self._loose = (level(bundle.name.strip() or _LOOSE),)
        for topic in sorted(bundle.topics, key=_anki_first):
            if (number := own_id(topic.guid)) is not None:
                self._ids.take(number)
        for topic, path in _paths(bundle.topics):
            self._of_topic[topic.guid] = self._deck(topic, path).id

    def of(self, topic: str) -> int:
        """Return the id of the deck of a topic; cards without one have a deck of their own."""
        known = self._of_topic.get(topic)
        if known is None:
            stand_in = BundledTopic(f"{_NO_TOPIC}{self._loose[0]}", None, self._loose[0], 0)
            known = self._of_topic[topic] = self._deck(stand_in, self._loose).id
        return known

    def all(self) -> Iterator[Deck]:
        """Yield the decks, among them the one that each collection has."""
        decks = list(self._by_path.values())
        if all(deck.id != DEFAULT for deck in decks):
            yield Deck(DEFAULT, (_DEFAULT_NAME,))
        yield from decks

    def _deck(self, topic: BundledTopic, path: tuple[str, ...]) -> Deck:
        key = tuple(name.casefold() for name in path)
        if key not in self._by_path:
            number, guid = own_id(topic.guid), ""
            if number is None:
                guid = "" if topic.guid.startswith(_NO_TOPIC) else topic.guid
                is_default = key == (_DEFAULT_NAME.casefold(),)
                number = DEFAULT if is_default else self._ids.take(hashed(topic.guid))
            self._by_path[key] = Deck(number, path, topic.description, guid)
        return self._by_path[key]


def level(name: str) -> str:
    """Return a topic's name as one level of a deck's name."""
    return _COLONS.sub(_COLON, name)


def _anki_first(topic: BundledTopic) -> bool:
    return own_id(topic.guid) is None


def _paths(topics: tuple[BundledTopic, ...]) -> Iterator[tuple[BundledTopic, tuple[str, ...]]]:
    """Yield each topic with the names from the top down to it."""
    by_guid = {topic.guid: topic for topic in topics}
    for topic in topics:
        names: list[str] = []
        above: BundledTopic | None = topic
        while above is not None and len(names) <= len(topics):
            names.append(level(above.name))
            above = by_guid.get(above.parent or "")
        yield topic, tuple(reversed(names))
