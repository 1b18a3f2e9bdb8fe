"""A departure: what is to leave the collection, gathered into a bundle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aws_flash.application.batches import batches
from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledMedium,
    BundledNote,
    BundledReview,
    BundledTopic,
    Progress,
)
from aws_flash.domain.card import Card, Standing
from aws_flash.domain.kind import BUILT_IN, Kind
from aws_flash.domain.media_use import media_used
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.note import Note
from aws_flash.domain.review import Review
from aws_flash.domain.topic import Topic, branch, in_tree_order
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.tables import Tables

_BUILT_IN = frozenset(kind.guid for kind in BUILT_IN)


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user wants to export.

    `topics` are ids, each with all below it, empty for everything. `with_progress` takes boxes, due
    days and history along, `with_media` pictures and sounds.
    """

    topics: tuple[int, ...] = ()
    with_progress: bool = False
    with_media: bool = True


@dataclass(frozen=True, slots=True)
class Departure:
    """Gathers within one view of the collection; `files` are its media."""

    tables: Tables
    files: MediaFiles
    monitor: Monitor

    def bundle(self, selection: Selection, name: str) -> Bundle:
        """Return what was selected; topics above a selected one do not come along."""
        topics = self._topics(selection)
        cards = self._cards(topics)
        guids = {topic.id: topic.guid for topic in topics}
        kinds = self.tables.kinds.known()
        notes = self._notes(cards)
        fields = [note.fields for note in notes]
        used = {kinds[note.kind_id].guid for note in notes} - _BUILT_IN
        return Bundle(
            guid="",
            name=name,
            edition="",
            description="",
            topics=tuple(_bundled_topics(topics)),
            notes=tuple(_bundled_notes(notes, cards, kinds, guids)),
            kinds=tuple(kind for kind in kinds.values() if kind.guid in used),
            media=tuple(self._media(fields)) if selection.with_media else (),
            cards=tuple(_bundled_cards(notes, cards, guids, selection)),
            reviews=tuple(self._reviews(notes, cards, guids)) if selection.with_progress else (),
        )

    def _topics(self, selection: Selection) -> list[Topic]:
        every = list(self.tables.topics.every())
        if not selection.topics:
            return in_tree_order(every)
        wanted = {one for root in selection.topics for one in branch(every, root)}
        return [topic for topic in in_tree_order(every) if topic.id in wanted]

    def _cards(self, topics: Sequence[Topic]) -> list[Card]:
        """Return all cards of the topics in the order in which they are learned."""
        self.monitor.phase("Gathering cards", len(topics))
        places = {topic.id: place for place, topic in enumerate(topics)}
        found: list[Card] = []
        for some in batches(self.tables.cards.ids_in_topics(list(places))):
            found.extend(self.tables.cards.get_all(some).values())
            self.monitor.step(0)
        return sorted(found, key=lambda card: (places[card.topic_id], card.position, card.id))

    def _notes(self, cards: Sequence[Card]) -> list[Note]:
        ids = list(dict.fromkeys(card.note_id for card in cards))
        self.monitor.phase("Gathering notes", len(ids))
        found: list[Note] = []
        for some in batches(ids):
            notes = self.tables.notes.get_all(some)
            found.extend(notes[note_id] for note_id in some if note_id in notes)
            self.monitor.step(len(some))
        return found

    def _media(self, fields: Iterable[tuple[tuple[str, str], ...]]) -> Iterable[BundledMedium]:
        names = dict.fromkeys(name for one in fields for name in media_used(one))
        known = self.tables.media.get_all(names)
        for name in names:
            if name in known:
                path = self.files.path_of(known[name].digest)
                yield BundledMedium(name, known[name].size, self.files.loader(path))

    def _reviews(
        self, notes: Sequence[Note], cards: Sequence[Card], topics: dict[int, str]
    ) -> Iterable[BundledReview]:
        """Yield the history of the cards, oldest first, of one moment in the order of guids.

        So the order does not hang on ids, and a copy of the collection gives the same. `topics` are
        the guids of those that come along, by id.
        """
        guids = {note.id: note.guid for note in notes}
        by_id = {card.id: card for card in cards if card.note_id in guids}
        found = [review for review in self._reviews_of(by_id) if review.card_id in by_id]

        def place(review: Review) -> tuple[int, str, int, int]:
            card = by_id[review.card_id]
            return review.at, guids[card.note_id], card.ordinal, review.id

        for review in sorted(found, key=place):
            card = by_id[review.card_id]
            yield BundledReview(
                note=guids[card.note_id],
                ordinal=card.ordinal,
                at=review.at,
                kind=review.kind,
                rating=review.rating,
                before=_progress(review.before),
                after=_progress(review.after),
                took=review.took,
                day=review.day,
                topic=topics.get(review.topic_id),
                undone=review.undone,
            )

    def _reviews_of(self, card_ids: Collection[int]) -> Iterator[Review]:
        """Yield the reviews of cards, and others too where almost all are wanted.

        To pass by some is quicker then than to look for each of the rest.
        """
        self.monitor.phase("Gathering your progress", len(card_ids))
        if len(card_ids) > self.tables.cards.count() // 2:
            for reviews in batches(self.tables.reviews.every()):
                self.monitor.step(0)
                yield from reviews
        else:
            for some in batches(card_ids):
                yield from self.tables.reviews.of_cards(some)
                self.monitor.step(len(some))


def _bundled_topics(topics: Iterable[Topic]) -> Iterable[BundledTopic]:
    """Yield the topics with their place among those of one parent, from 1."""
    guids: dict[int, str] = {}
    places: Counter[str | None] = Counter()
    for topic in topics:
        parent = None if topic.parent_id is None else guids.get(topic.parent_id)
        places[parent] += 1
        guids[topic.id] = topic.guid
        yield BundledTopic(topic.guid, parent, topic.name, places[parent], topic.description)


def _bundled_notes(
    notes: Iterable[Note], cards: Iterable[Card], kinds: dict[int, Kind], guids: dict[int, str]
) -> Iterable[BundledNote]:
    home: dict[int, str] = {}
    for card in cards:
        home.setdefault(card.note_id, guids[card.topic_id])
    for note in notes:
        yield BundledNote(
            guid=note.guid,
            topic=home[note.id],
            kind=kinds[note.kind_id].guid,
            fields=note.fields,
            tags=note.tags,
            provenance=note.provenance,
            created=note.created,
            modified=note.modified,
        )


def _bundled_cards(
    notes: Iterable[Note], cards: Iterable[Card], guids: dict[int, str], selection: Selection
) -> Iterable[BundledCard]:
    """Yield the cards as they are here; those set aside only for their progress."""
    names = {note.id: note.guid for note in notes}
    for card in cards:
        if card.note_id in names and (selection.with_progress or not card.aside):
            yield BundledCard(
                note=names[card.note_id],
                ordinal=card.ordinal,
                topic=guids[card.topic_id],
                flag=card.flag if selection.with_progress else 0,
                suspended=card.suspended and selection.with_progress,
                progress=_progress(card.standing) if selection.with_progress else None,
                aside=card.aside,
                skipped_until=card.skipped_until if selection.with_progress else None,
            )


@lru_cache(10_000)
def _progress(standing: Standing) -> Progress | None:
    if standing.due is None:
        return None
    return Progress(standing.rest, standing.due, standing.lapses, standing.streak, standing.box)
