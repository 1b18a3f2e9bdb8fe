"""What a file offers, counted once on the worker, so that a tick is counted at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aws_flash.application.importing.preview import Preview
    from aws_flash.domain.bundle import Bundle, BundledNote

MARKS = frozenset({"marked", "leech"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A file's content and its preview.

    `by_topic` holds the notes of each topic in their order, `added` the guids of those that would
    be new; `has_marks` says that some have the tags "marked" or "leech".
    """

    bundle: Bundle
    preview: Preview
    by_topic: dict[str, list[BundledNote]]
    added: frozenset[str]
    cards_added: int
    cards_same: int
    has_marks: bool


def offer_of(bundle: Bundle, preview: Preview) -> Offer:
    """Return what a file offers."""
    by_topic: defaultdict[str, list[BundledNote]] = defaultdict(list)
    for note in bundle.notes:
        by_topic[note.topic].append(note)
    added = frozenset(note.guid for note in preview.plan.added)
    return Offer(
        bundle=bundle,
        preview=preview,
        by_topic=dict(by_topic),
        added=added,
        cards_added=sum(preview.cards[guid] for guid in added),
        cards_same=sum(preview.cards[guid] for guid in preview.plan.same),
        has_marks=any(tag.casefold() in MARKS for note in bundle.notes for tag in note.tags),
    )
