"""What a package of Anki cannot hold of a bundle, in sentences."""

from __future__ import annotations

from aws_flash.domain.bundle import Bundle, BundledTopic
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.topic import natural_key
from aws_flash.formats.apkg.writing.decks import level

OURS = frozenset(kind.guid for kind in BUILT_IN)


def losses(bundle: Bundle) -> tuple[str, ...]:
    """Say what stays behind, and what looks different in Anki."""
    told: list[tuple[bool, str]] = [
        (_is_ordered(bundle.topics), "Anki sorts topics by name, so their order is lost."),
        (
            any(level(topic.name) != topic.name for topic in bundle.topics),
            "Colons at the edge of a topic's name, or two in a row, get a sign that looks alike.",
        ),
        (
            _has_twins(bundle.topics),
            "Topics of one name in one place become one.",
        ),
        (
            any(n.provenance and n.kind not in OURS for n in bundle.notes),
            "Sources of cards of other programs stay behind.",
        ),
        (
            any(" " in tag for note in bundle.notes for tag in note.tags),
            "Spaces in tags become underscores.",
        ),
        (
            any(card.skipped_until is not None for card in bundle.cards),
            "Skipped cards are shown at once.",
        ),
        (
            any(card.aside for card in bundle.cards),
            "Cards that their note no longer asks stay behind.",
        ),
        (any(review.undone for review in bundle.reviews), "Answers taken back stay behind."),
    ]
    return tuple(sentence for is_so, sentence in told if is_so)


def _is_ordered(topics: tuple[BundledTopic, ...]) -> bool:
    """Tell whether topics stand in another order than that of their names."""
    last: dict[str | None, BundledTopic] = {}
    for topic in topics:
        before = last.get(topic.parent)
        if before and natural_key(before.name) > natural_key(topic.name):
            return True
        last[topic.parent] = topic
    return False


def _has_twins(topics: tuple[BundledTopic, ...]) -> bool:
    places = {(topic.parent, topic.name.casefold()) for topic in topics}
    return len(places) < len(topics)
