"""Topics of an import: found here by guid, else made, and only where a card needs them."""

from __future__ import annotations

import hashlib

from aws_flash.domain.bundle import Bundle, BundledTopic
from aws_flash.domain.errors import Gone
from aws_flash.domain.ids import IdSource
from aws_flash.domain.topic import MAX_DEPTH, Topic, depths
from aws_flash.storage.tables import Tables

NO_TOPIC = ""
_GUID_LETTERS = 10


class ArrivingTopics:
    """Gives each topic of a bundle its id here; what hangs nowhere goes to the destination."""

    def __init__(self, tables: Tables, bundle: Bundle, under: int | None, ids: IdSource) -> None:
        """Hang new topics under the topic with the id `under`, None for the top of the tree.

        Raises:
            Gone: that topic is not there.
        """
        if under is not None and not tables.topics.get_all([under]):
            raise Gone("topic")
        self._tables = tables
        self._bundle = bundle
        self._under = under
        self._ids = ids
        self._own = _guid_of_name(bundle.name)
        self._theirs = {topic.guid: topic for topic in bundle.topics}
        topics = list(tables.topics.every())
        self._known = {topic.guid: topic.id for topic in topics}
        self._depths = depths(topics)
        self.added = 0

    def id_of(self, guid: str) -> int:
        """Return the id of a topic of the bundle, which is made if it is not there.

        Cards of a file that knows no topics go straight to the destination, or into a topic named
        after the file.
        """
        if guid == NO_TOPIC:
            if self._under is not None:
                return self._under
            guid = self._own
        if guid not in self._known:
            self._make(guid)
        return self._known[guid]

    def _make(self, guid: str) -> None:
        """Make a topic and those above it that are missing, the highest first."""
        missing: list[BundledTopic] = []
        above: str | None = guid
        while above is not None and above not in self._known:
            topic = self._theirs.get(above) or BundledTopic(above, None, self._bundle.name, 0)
            if topic in missing:  # a circle in a file of a stranger
                break
            missing.append(topic)
            above = topic.parent
        for topic in reversed(missing):
            self._add(topic)

    def _add(self, topic: BundledTopic) -> None:
        parent = self._under if topic.parent is None else self._known.get(topic.parent, self._under)
        if self._depths[parent] >= MAX_DEPTH:  # deeper ones hang side by side on the last level
            parent = self._parent_at_limit(parent)
        made = Topic(
            id=self._ids.new_id(),
            guid=topic.guid,
            parent_id=parent,
            name=topic.name.strip() or "?",
            position=topic.position,
            description=topic.description,
        )
        self._tables.topics.put_all([made])
        self._known[topic.guid] = made.id
        self._depths[made.id] = self._depths[parent] + 1
        self.added += 1

    def _parent_at_limit(self, topic_id: int | None) -> int | None:
        while topic_id is not None and self._depths[topic_id] >= MAX_DEPTH:
            topic_id = self._tables.topics.get_all([topic_id])[topic_id].parent_id
        return topic_id


def _guid_of_name(name: str) -> str:
    """Return the guid of the topic that is named after a file: the same for every import of it."""
    return hashlib.sha256(f"file:{name}".encode()).hexdigest()[:_GUID_LETTERS]
