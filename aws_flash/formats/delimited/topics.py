"""Topics out of paths, each made once and known by a hash of its path."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.bundle import BundledTopic
from aws_flash.domain.topic import MAX_DEPTH
from aws_flash.formats.delimited.fault import Faulty
from aws_flash.formats.delimited.own import SEPARATOR
from aws_flash.formats.gathering import digest, in_tree_order

MAX_TOPICS: Final = 20_000
"""More topics than anyone could find a card in; a column of texts taken for topics has them."""

_DEEPEST_JOIN: Final = " / "


class Topics:
    """The topics of one table so far."""

    def __init__(self) -> None:
        """Begin without any."""
        self._made: dict[tuple[str, ...], BundledTopic] = {}
        self._children: dict[str | None, int] = {}

    def guid_of(self, path: tuple[str, ...]) -> str:
        """Return the guid of the topic at the end of a path, empty for an empty path.

        What lies deeper than a tree may be is joined into one name.

        Raises:
            Faulty: there are more topics than is sensible.
        """
        known = self._made.get(path)
        if known is not None:
            return known.guid
        if len(path) > MAX_DEPTH:
            return self.guid_of((*path[: MAX_DEPTH - 1], _DEEPEST_JOIN.join(path[MAX_DEPTH - 1 :])))
        if len(self._made) + len(path) > MAX_TOPICS:
            raise Faulty(f"its topic is one more than the {MAX_TOPICS} that a file may have")
        guid: str | None = None
        for length in range(1, len(path) + 1):
            guid = self._made_at(path[:length], guid).guid
        return guid or ""

    def in_order(self) -> tuple[BundledTopic, ...]:
        """Return all topics in tree order, the children of one parent as they came."""
        return in_tree_order(self._made.values())

    def _made_at(self, path: tuple[str, ...], parent: str | None) -> BundledTopic:
        topic = self._made.get(path)
        if topic is None:
            position = self._children.get(parent, 0) + 1
            self._children[parent] = position
            topic = BundledTopic(digest("delimited", *path), parent, path[-1], position)
            self._made[path] = topic
        return topic


def foreign_path(cell: str) -> tuple[str, ...]:
    """Return the path that another program writes: names between "::", spaces around them off."""
    return tuple(name for part in cell.split(SEPARATOR) if (name := part.strip()))
