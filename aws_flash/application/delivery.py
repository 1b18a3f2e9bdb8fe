"""The delivery of a deck: its bundle compared with the collection, and brought into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.card import Card
from aws_flash.domain.deck import Deck, DeckNote
from aws_flash.domain.ids import IdSource
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.merge import (
    GONE,
    Content,
    DeckUpdate,
    Difference,
    compare,
    with_later_check,
)
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.topic import Topic
from aws_flash.storage.tables import Tables

_KINDS = {kind.guid: kind for kind in BUILT_IN}
_KINDS_BY_ID = {kind.id: kind for kind in BUILT_IN}


def compared(tables: Tables, bundle: Bundle) -> DeckUpdate:
    """Return what the bundle would do to the collection.

    A new note of a topic that the user deleted does not come in. From a bundle with faults nothing
    counts as dropped: what is missing may only be unreadable.
    """
    theirs = {note.guid: _content(note) for note in bundle.notes}
    delivered = tables.deck_notes.of_deck(bundle.guid)
    bases = {guid: note.fingerprint for guid, note in delivered.items()}
    mine = _contents(tables, {*theirs, *bases})
    unknown = theirs.keys() - mine.keys() - bases.keys()
    bases.update(dict.fromkeys(tables.notes.deleted_guids(unknown), GONE))
    update = compare(bases, mine, theirs)
    known, fresh = _topics(tables, bundle)
    homes = {*known, *(topic.guid for topic in fresh)}
    topic_of = {note.guid: note.topic for note in bundle.notes}
    added = tuple(guid for guid in update.added if topic_of[guid] in homes)
    dropped = () if bundle.problems else _still_asked(tables, update.dropped)
    return replace(update, added=added, dropped=dropped)


def _still_asked(tables: Tables, guids: Sequence[str]) -> tuple[str, ...]:
    """Return those of the notes that have a card which is not set aside yet."""
    ids = tables.notes.ids_by_guid(guids)
    asked = {card.note_id for card in tables.cards.of_notes(ids.values()) if not card.aside}
    return tuple(guid for guid in guids if ids[guid] in asked)


def _topics(tables: Tables, bundle: Bundle) -> tuple[dict[str, int], list[BundledTopic]]:
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


def _content(note: BundledNote) -> Content:
    return Content(note.kind, note.fields, note.provenance)


def _contents(tables: Tables, guids: Iterable[str]) -> dict[str, Content]:
    kinds = tables.kinds.known()
    return {
        guid: Content(kinds[note.kind_id].guid, note.fields, note.provenance)
        for guid, note in _notes(tables, guids).items()
    }


def _notes(tables: Tables, guids: Iterable[str]) -> dict[str, Note]:
    ids = tables.notes.ids_by_guid(guids)
    return {note.guid: note for note in tables.notes.get_all(ids.values()).values()}


class Delivery:
    """Writes one bundle within one transaction."""

    def __init__(self, tables: Tables, bundle: Bundle, ids: IdSource, now: int) -> None:
        """Write through `tables`; `now` is UTC milliseconds."""
        self._tables = tables
        self._bundle = bundle
        self._ids = ids
        self._now = now
        self._theirs = {note.guid: note for note in bundle.notes}

    def deliver(self, update: DeckUpdate) -> None:
        """Do what an update says, and remember what was delivered."""
        self._add(update.added, self._add_topics())
        self._change(update.updated)
        self._look_again(update.unchanged)
        self._set_aside(update.dropped)
        bundle = self._bundle
        there = self._tables.notes.ids_by_guid(self._theirs)
        self._tables.deck_notes.put_all(
            DeckNote(note.guid, bundle.guid, _content(note).fingerprint)
            for note in bundle.notes
            if note.guid in there
        )
        if not bundle.problems:
            self._tables.decks.put_all([Deck(bundle.guid, bundle.name, bundle.edition)])

    def _add_topics(self) -> dict[str, int]:
        """Add new topics and return the ids of all; the others stay as the user has them."""
        ids, fresh = _topics(self._tables, self._bundle)
        for topic in fresh:
            ids[topic.guid] = self._ids.new_id()
        self._tables.topics.put_all(_topic(topic, ids) for topic in fresh)
        return ids

    def _add(self, guids: Sequence[str], topic_ids: Mapping[str, int]) -> None:
        places = self._places()
        notes = [self._note(self._theirs[guid]) for guid in guids]
        self._tables.notes.put_all(notes)
        self._tables.cards.put_all(
            Card(self._ids.new_id(), note.id, ordinal, topic_ids[theirs.topic], places[note.guid])
            for note in notes
            for theirs in [self._theirs[note.guid]]
            for ordinal in ordinals_of(note.fields, _KINDS[theirs.kind])
        )

    def _places(self) -> dict[str, int]:
        """Return each note's place in its topic, from 1."""
        counted: Counter[str] = Counter()
        places: dict[str, int] = {}
        for note in self._bundle.notes:
            counted[note.topic] += 1
            places[note.guid] = counted[note.topic]
        return places

    def _note(self, theirs: BundledNote) -> Note:
        return Note(
            id=self._ids.new_id(),
            guid=theirs.guid,
            kind_id=_KINDS[theirs.kind].id,
            fields=theirs.fields,
            tags=theirs.tags,
            created=self._now,
            modified=self._now,
            provenance=theirs.provenance,
        )

    def _change(self, updated: Sequence[Difference]) -> None:
        """Give notes the new text; tags stay, they are the user's to sort by."""
        mine = _notes(self._tables, (one.guid for one in updated))
        fresh = [
            replace(
                mine[one.guid],
                kind_id=_KINDS[one.theirs.kind].id,
                fields=one.theirs.fields,
                provenance=with_later_check(one.theirs.provenance, one.mine.provenance),
                modified=self._now,
            )
            for one in updated
        ]
        self._tables.notes.put_all(fresh)
        asked = (ordinals_of(one.mine.fields, _KINDS[one.mine.kind]) for one in updated)
        self._align_cards(fresh, asked)

    def _look_again(self, guids: Sequence[str]) -> None:
        """Date what was checked again, and bring back what an earlier edition had dropped."""
        notes = _notes(self._tables, guids)
        checked = [
            replace(note, provenance=with_later_check(theirs.provenance, note.provenance))
            for note in notes.values()
            for theirs in [self._theirs[note.guid]]
        ]
        self._tables.notes.put_all(checked)
        self._align_cards(checked, map(self._wanted, checked))

    def _align_cards(self, notes: Sequence[Note], asked_before: Iterable[Collection[int]]) -> None:
        """Set aside the cards that notes no longer ask, and add those that they ask newly.

        A card that was asked before and is not there was deleted by the user.
        """
        cards: dict[int, list[Card]] = {note.id: [] for note in notes}
        for card in self._tables.cards.of_notes(cards):
            cards[card.note_id].append(card)
        aligned: list[Card] = []
        for note, asked in zip(notes, asked_before, strict=True):
            wanted = self._wanted(note)
            there = cards[note.id]
            aligned.extend(replace(card, aside=card.ordinal not in wanted) for card in there)
            missing = {*wanted} - {*asked} - {card.ordinal for card in there}
            aligned.extend(
                Card(self._ids.new_id(), note.id, ordinal, there[0].topic_id, there[0].position)
                for ordinal in sorted(missing)
                if there
            )
        self._tables.cards.put_all(aligned)

    def _wanted(self, note: Note) -> tuple[int, ...]:
        return ordinals_of(note.fields, _KINDS_BY_ID[note.kind_id])

    def _set_aside(self, guids: Sequence[str]) -> None:
        note_ids = self._tables.notes.ids_by_guid(guids).values()
        cards = self._tables.cards.of_notes(note_ids)
        self._tables.cards.put_all(replace(card, aside=True) for card in cards)


def _topic(topic: BundledTopic, ids: dict[str, int]) -> Topic:
    return Topic(
        id=ids[topic.guid],
        guid=topic.guid,
        parent_id=ids[topic.parent] if topic.parent is not None else None,
        name=topic.name,
        position=topic.position,
        description=topic.description,
    )
