"""Topics by their paths, for lists in which a topic is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from aws_flash.domain.views import TreeRow

_BETWEEN = " \u203a "


class TopicPath(NamedTuple):
    """A topic, and the names from the top down to it."""

    topic_id: int
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The names on one line; see `below_root`."""
        return path_text(below_root(self.names))


def below_root(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names without the first where two others say enough: it names the whole deck."""
    return tuple(names[1:] if len(names) > 2 else names)


def path_text(names: Sequence[str]) -> str:
    """Return names on one line, with small arrows between them."""
    return _BETWEEN.join(names)


def topic_paths(rows: Iterable[TreeRow]) -> tuple[TopicPath, ...]:
    """Return the path of each row; parents come before their children."""
    found: dict[int, TopicPath] = {}
    for row in rows:
        above = found.get(row.parent_id) if row.parent_id is not None else None
        names = (*above.names, row.name) if above else (row.name,)
        found[row.topic_id] = TopicPath(row.topic_id, names)
    return tuple(found.values())
