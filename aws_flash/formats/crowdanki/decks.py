"""The tree of decks, without recursion on its depth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from aws_flash.domain.bundle import BundledTopic
from aws_flash.domain.topic import MAX_DEPTH
from aws_flash.formats.crowdanki.kinds import objects_in, text_in
from aws_flash.formats.gathering import LONGEST_NAME, MAX_TOPICS, digest

_BETWEEN: Final = "::"


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck as the file has it, and the topic that it is here."""

    written: dict[str, Any]
    topic: BundledTopic
    depth: int


class Tree:
    """All decks from the top down, the children of one in their order."""

    def __init__(self) -> None:
        """Begin without any."""
        self._positions: Counter[str | None] = Counter()
        self._guids: set[str] = set()

    def decks(self, root: dict[str, Any], stem: str) -> Iterator[Deck]:
        """Yield the decks of a file; what is too deep or too much joins the deck above."""
        top = self._topic(root, None, _leaf(root, "") or stem)
        waiting = [Deck(root, top, 1)]
        while waiting:
            deck = waiting.pop()
            yield deck
            children = [self._child(one, deck) for one in objects_in(deck.written.get("children"))]
            waiting.extend(reversed(children))

    def _child(self, written: dict[str, Any], above: Deck) -> Deck:
        if above.depth >= MAX_DEPTH or len(self._guids) >= MAX_TOPICS:
            return Deck(written, above.topic, above.depth)
        name = _leaf(written, text_in(above.written, "name")) or "Deck"
        return Deck(written, self._topic(written, above.topic.guid, name), above.depth + 1)

    def _topic(self, written: dict[str, Any], parent: str | None, name: str) -> BundledTopic:
        self._positions[parent] += 1
        position = self._positions[parent]
        uuid = text_in(written, "crowdanki_uuid").strip()
        guid = digest("crowdanki", "deck", uuid) if uuid else ""
        if not guid or guid in self._guids:
            guid = digest("crowdanki", "deck", parent or "", name, str(position))
        self._guids.add(guid)
        return BundledTopic(guid, parent, name, position, text_in(written, "desc"))


def _leaf(written: dict[str, Any], above: str) -> str:
    """Return the name of a deck without those above it, with which some versions write it."""
    name = text_in(written, "name").removeprefix(f"{above}{_BETWEEN}")
    seen = "".join(sign if sign.isprintable() else " " for sign in name.rpartition(_BETWEEN)[2])
    return " ".join(seen.split())[:LONGEST_NAME]
