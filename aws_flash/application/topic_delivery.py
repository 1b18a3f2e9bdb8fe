"""The topics of a deck: new ones come in, known ones move on where the user left them alone."""

from __future__ import annotations

from aws_flash.domain.bundle import Bundle, BundledTopic
from aws_flash.domain.deck import DeckTopic
from aws_flash.domain.ids import IdSource
from aws_flash.domain.topic import Topic
from aws_flash.domain.topic_merge import merged
from aws_flash.storage.tables import Tables


def topics_to_add(tables: Tables, bundle: Bundle) -> tuple[dict[str, int], list[BundledTopic]]:
    """Return the ids of all topics by guid, and the topics of the bundle to add to them.

    What the user deleted does not come back, nor does anything new below it.
    """
    known = {topic.guid: topic.id for topic in tables.topics.every()}
    missing = [topic for topic in bundle.topics if topic.guid not in known]
    gone = tables.topics.deleted_guids(topic.guid for topic in missing)
    homes = {None, *known}
    fresh: list[BundledTopic] = []
    for topic in missing:
        if topic.guid not in gone and topic.parent in homes:
            homes.add(topic.guid)
            fresh.append(topic)
    return known, fresh


def deliver_topics(tables: Tables, bundle: Bundle, ids: IdSource) -> dict[str, int]:
    """Bring the topics of a bundle into the collection; return the ids of all topics by guid."""
    known, fresh = topics_to_add(tables, bundle)
    for topic in fresh:
        known[topic.guid] = ids.new_id()
    tables.topics.put_all(_topic(topic, known) for topic in fresh)
    bases = tables.deck_topics.of_deck(bundle.guid)
    tables.topics.put_all(merged(tables.topics.tree(), bases, bundle.topics))
    tables.deck_topics.put_all(
        DeckTopic(
            topic_guid=topic.guid,
            deck_guid=bundle.guid,
            parent_guid=topic.parent,
            name=topic.name,
            position=topic.position,
            description=topic.description,
        )
        for topic in bundle.topics
        if topic.guid in known
    )
    return known


def _topic(topic: BundledTopic, ids: dict[str, int]) -> Topic:
    return Topic(
        id=ids[topic.guid],
        guid=topic.guid,
        parent_id=ids[topic.parent] if topic.parent is not None else None,
        name=topic.name,
        position=topic.position,
        description=topic.description,
    )
