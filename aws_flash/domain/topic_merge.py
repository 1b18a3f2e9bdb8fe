"""What a deck's new edition does to a topic: what the user changed stays, the rest moves on.

Three states are compared, part by part: as the deck last delivered the topic (the base), as it
stands in the collection (mine), and as the new edition has it (theirs).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from aws_flash.domain.bundle import BundledTopic
from aws_flash.domain.deck import DeckTopic
from aws_flash.domain.topic import MAX_DEPTH, Topic


def merged(
    mine: Iterable[Topic], bases: Mapping[str, DeckTopic], theirs: Iterable[BundledTopic]
) -> list[Topic]:
    """Return all topics of the collection, those of the deck brought up to date.

    `bases` are by guid; a topic without one stays as it is. A move that would close a circle, nest
    too deep, or lead under a topic that is not there is left out.
    """
    topics = {topic.guid: topic for topic in mine}
    guids = {topic.id: topic.guid for topic in topics.values()}
    for new in theirs:
        base, own = bases.get(new.guid), topics.get(new.guid)
        if base is None or own is None:
            continue
        told = replace(
            own,
            name=new.name if own.name == base.name else own.name,
            description=_later(base.description, own.description, new.description),
        )
        topics[new.guid] = _placed(told, base, new, topics, guids)
    return list(topics.values())


def _later(base: str, mine: str, theirs: str) -> str:
    return theirs if mine == base else mine


def _placed(
    own: Topic,
    base: DeckTopic,
    new: BundledTopic,
    topics: Mapping[str, Topic],
    guids: Mapping[int, str],
) -> Topic:
    parent = None if own.parent_id is None else guids.get(own.parent_id)
    if parent != base.parent_guid:
        return own
    if new.parent == base.parent_guid:
        return replace(own, position=new.position) if own.position == base.position else own
    if not _may_hang(own, new.parent, topics, guids):
        return own
    parent_id = None if new.parent is None else topics[new.parent].id
    return replace(own, parent_id=parent_id, position=new.position)


def _may_hang(
    moved: Topic, parent: str | None, topics: Mapping[str, Topic], guids: Mapping[int, str]
) -> bool:
    """Tell whether a topic, with all below it, may hang under another."""
    if parent is not None and parent not in topics:
        return False
    above = _line(parent, topics, guids)
    if moved.guid in above:
        return False
    lines = (_line(topic.guid, topics, guids) for topic in topics.values())
    below = max(line.index(moved.guid) for line in lines if moved.guid in line)
    return len(above) + 1 + below <= MAX_DEPTH


def _line(guid: str | None, topics: Mapping[str, Topic], guids: Mapping[int, str]) -> list[str]:
    """Return a topic and those above it, upwards; of a circle each topic once."""
    line: list[str] = []
    while guid is not None and guid in topics and guid not in line:
        line.append(guid)
        parent_id = topics[guid].parent_id
        guid = None if parent_id is None else guids.get(parent_id)
    return line
