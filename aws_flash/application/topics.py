"""Topics: what a user does to the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from aws_flash.application.operations import Operations
from aws_flash.application.removing import remove_cards
from aws_flash.domain.changes import Action, Done, Step
from aws_flash.domain.errors import Gone, Refused
from aws_flash.domain.ids import IdSource
from aws_flash.domain.topic import MAX_DEPTH, Topic, branch, children_of, depths
from aws_flash.storage.tables import Tables


class TopicTree:
    """Adds, renames, moves and deletes topics; each a step that can be undone."""

    def __init__(self, operations: Operations, ids: IdSource) -> None:
        """Work through `operations`; ids are passed in."""
        self._operations = operations
        self._ids = ids

    def add(self, name: str, parent_id: int | None = None) -> Done[int]:
        """Add a topic at the end of its siblings and return its id.

        Raises:
            Refused: the name is empty, or the tree would be too deep.
            Gone: the parent is not there.
        """
        name = _checked(name)

        def body(tables: Tables) -> int:
            topics = tables.topics.tree()
            _check_parent(depths(topics), parent_id, added_depth=1)
            siblings = children_of(topics).get(parent_id, [])
            topic = Topic(
                id=self._ids.new_id(),
                guid=self._ids.new_guid(),
                parent_id=parent_id,
                name=name,
                position=_after(siblings),
            )
            tables.topics.put_all([topic])
            return topic.id

        return self._operations.run(Step(Action.ADD_TOPIC, name), body)

    def find(self, names: Sequence[str]) -> int | None:
        """Return the topic that a path of names leads to, None if there is none.

        The path may begin anywhere in the tree; the highest such topic is meant. Case and spaces
        at the ends do not count.
        """
        wanted = [name.strip().casefold() for name in names]
        topics = self._operations.read(lambda tables: tables.topics.tree())
        paths: dict[int | None, list[str]] = {None: []}
        for topic in topics:
            paths[topic.id] = [*paths.get(topic.parent_id, []), topic.name.strip().casefold()]
        ending = [topic.id for topic in topics if paths[topic.id][-len(wanted) :] == wanted]
        return min(ending, key=lambda topic_id: len(paths[topic_id]), default=None)

    def make(self, names: Sequence[str]) -> int:
        """Add topics along a path of names where they are missing, and return the last one's id.

        Raises:
            Refused: a name is empty, or the tree would be too deep.
        """
        found: int | None = None
        for length in range(1, len(names) + 1):
            there = self.find(names[:length])
            found = self.add(names[length - 1], found).value if there is None else there
        if found is None:
            raise Refused("the name is empty")
        return found

    def rename(self, topic_id: int, name: str) -> Done[None]:
        """Give a topic another name.

        Raises:
            Refused: the name is empty.
            Gone: the topic is not there.
        """
        name = _checked(name)

        def body(tables: Tables) -> None:
            tables.topics.put_all([replace(_topic(tables, topic_id), name=name)])

        return self._operations.run(Step(Action.RENAME_TOPIC, name), body)

    def move(self, topic_id: int, parent_id: int | None, place: int) -> Done[None]:
        """Move a topic with all below it under a parent, before its child number `place`.

        `place` counts the parent's children without the topic itself. From then on these children
        keep the order that the user gave them.

        Raises:
            Refused: into itself or something below it, or too deep.
            Gone: the topic or the parent is not there.
        """
        name = self._operations.read(lambda tables: _topic(tables, topic_id).name)

        def body(tables: Tables) -> None:
            topics = tables.topics.tree()
            moved = _topic(tables, topic_id)
            below, depth = branch(topics, topic_id), depths(topics)
            if parent_id in below:
                raise Refused("a topic cannot be moved into itself")
            deepest = max(depth[one] for one in below)
            _check_parent(depth, parent_id, added_depth=deepest - depth[topic_id] + 1)
            others = [t for t in children_of(topics).get(parent_id, []) if t.id != topic_id]
            others.insert(max(0, place), replace(moved, parent_id=parent_id))
            tables.topics.put_all(
                replace(topic, position=number) for number, topic in enumerate(others, start=1)
            )

        return self._operations.run(Step(Action.MOVE_TOPIC, name), body)

    def delete(self, topic_id: int) -> Done[int]:
        """Move a topic, all below it and their cards to the trash; return how many cards.

        Reviews stay, so that history and statistics do.

        Raises:
            Gone: the topic is not there.
        """
        name, cards = self._operations.read(lambda tables: _told(tables, topic_id))

        def body(tables: Tables) -> int:
            below = branch(tables.topics.tree(), topic_id)
            missed = remove_cards(tables, tables.cards.ids_in_topics(below))
            tables.topics.remove_all(reversed(below))
            return missed

        return self._operations.run(Step(Action.DELETE_TOPIC, name, cards), body)


def _told(tables: Tables, topic_id: int) -> tuple[str, int]:
    name = _topic(tables, topic_id).name
    return name, tables.cards.number_in_topics(branch(tables.topics.tree(), topic_id))


def _topic(tables: Tables, topic_id: int) -> Topic:
    topic = tables.topics.get_all([topic_id]).get(topic_id)
    if topic is None:
        raise Gone("topic")
    return topic


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refused("a topic needs a name")
    return name


def _check_parent(depth: Mapping[int | None, int], parent_id: int | None, added_depth: int) -> None:
    if parent_id not in depth:
        raise Gone("topic")
    if depth[parent_id] + added_depth > MAX_DEPTH:
        raise Refused(f"topics nest at most {MAX_DEPTH} deep")


def _after(siblings: list[Topic]) -> int:
    """Return the position at the end; 0 while the siblings are sorted by name."""
    last = max((topic.position for topic in siblings), default=0)
    return last + 1 if last else 0
