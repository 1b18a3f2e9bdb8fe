"""A preview: what a file holds and what an import of it would do; nothing is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.imports import Clash, Wishes
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.merge_plan import MergePlan
from aws_flash.domain.ordinals import ordinals_of


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic of a file, with how many notes and cards hang on it.

    `branch` counts the cards on it and on all below it.
    """

    guid: str
    name: str
    depth: int
    notes: int
    cards: int
    branch: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds, and what would become of it.

    `cards` is by the guid of the note; `topics` in tree order, those without cards only where
    others hang below them.
    """

    plan: MergePlan
    cards: dict[str, int]
    topics: tuple[TopicCount, ...]
    reviews: int
    has_progress: bool

    @property
    def cards_in_file(self) -> int:
        """How many cards the file holds."""
        return sum(self.cards.values())

    @property
    def topics_in_file(self) -> int:
        """How many topics have cards of their own."""
        return sum(1 for topic in self.topics if topic.cards)

    def updated(self, wishes: Wishes) -> int:
        """Return how many notes would get the text of the file."""
        clashing = len(self.plan.clashing) if wishes.clash is Clash.THEIRS else 0
        return len(self.plan.changed) + clashing

    def added(self, wishes: Wishes) -> int:
        """Return how many cards would be added."""
        added = sum(self.cards[note.guid] for note in self.plan.added)
        if wishes.clash is Clash.BOTH:
            added += sum(self.cards[one.guid] for one in self.plan.clashing)
        return added


def preview_of(bundle: Bundle, plan: MergePlan) -> Preview:
    """Return the preview of a bundle with its plan."""
    cards = cards_of(bundle)
    return Preview(
        plan=plan,
        cards=cards,
        topics=_topics(bundle, cards),
        reviews=len(bundle.reviews),
        has_progress=any(card.progress is not None for card in bundle.cards),
    )


def cards_of(bundle: Bundle) -> dict[str, int]:
    """Return how many cards each note asks: those listed, else those of its kind."""
    listed = Counter(card.note for card in bundle.cards)
    kinds = {kind.guid: kind for kind in (*BUILT_IN, *bundle.kinds)}
    return {
        note.guid: listed.get(note.guid) or len(ordinals_of(note.fields, kinds[note.kind]))
        for note in bundle.notes
    }


def _topics(bundle: Bundle, cards: dict[str, int]) -> tuple[TopicCount, ...]:
    notes: Counter[str] = Counter()
    hung: Counter[str] = Counter()
    home = {note.guid: note.topic for note in bundle.notes}
    elsewhere = {card.note for card in bundle.cards}
    for note in bundle.notes:
        notes[note.topic] += 1
        if note.guid not in elsewhere:
            hung[note.topic] += cards[note.guid]
    for card in bundle.cards:
        if card.note in home:
            hung[home[card.note] if card.topic is None else card.topic] += 1
    depths, branches, used = _depths(bundle), _branches(bundle, hung), _branches(bundle, notes)
    counts = [
        TopicCount(guid, topic.name, depths[guid], notes[guid], hung[guid], branches[guid])
        for topic in bundle.topics
        for guid in [topic.guid]
        if branches[guid] or used[guid]
    ]
    if notes[""] or hung[""]:
        counts.insert(0, TopicCount("", bundle.name, 1, notes[""], hung[""], hung[""]))
    return tuple(counts)


def _branches(bundle: Bundle, own: Counter[str]) -> Counter[str]:
    """Return the count of each topic with those of all below it."""
    branches = Counter(own)
    for topic in reversed(bundle.topics):
        if topic.parent is not None:
            branches[topic.parent] += branches[topic.guid]
    return branches


def _depths(bundle: Bundle) -> dict[str, int]:
    """Return how deep each topic stands; they come in tree order, parents first."""
    depths: dict[str, int] = {}
    for topic in bundle.topics:
        depths[topic.guid] = 1 + (depths.get(topic.parent, 0) if topic.parent is not None else 0)
    return depths
