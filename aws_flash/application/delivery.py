"""The delivery of a deck: what a comparison says, brought into the collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aws_flash.application.comparing import notes_of
from aws_flash.application.rewriting import Rewriting
from aws_flash.application.topic_delivery import deliver_topics
from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.card import Card
from aws_flash.domain.deck import Deck, DeckNote
from aws_flash.domain.fact_change import FactChange, following
from aws_flash.domain.ids import IdSource
from aws_flash.domain.merge import DeckUpdate, Difference, with_later_check
from aws_flash.domain.merge_plan import content_of
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is delivered: UTC milliseconds, and the number of the local day."""

    now: int
    today: int


class Delivery:
    """Writes one bundle within one transaction."""

    def __init__(self, tables: Tables, bundle: Bundle, ids: IdSource, moment: Moment) -> None:
        """Write through `tables`, at this moment."""
        self._tables = tables
        self._bundle = bundle
        self._ids = ids
        self._moment = moment
        self._rewriting = Rewriting(tables, ids, moment.now)
        self._kinds = {kind.guid: kind for kind in tables.kinds.known().values()}
        self._theirs = {note.guid: note for note in bundle.notes}
        self._bases = tables.deck_notes.of_deck(bundle.guid)

    def deliver(self, update: DeckUpdate) -> None:
        """Do what an update says, and remember what was delivered."""
        topic_ids = deliver_topics(self._tables, self._bundle, self._ids)
        self._add(update.added, topic_ids)
        self._change(update.updated)
        self._look_again(update.unchanged)
        self._set_aside(update.dropped)
        there = self._tables.notes.ids_by_guid(self._theirs)
        self._place(there, topic_ids)
        self._tell(update, there)
        self._tables.deck_notes.put_all(
            self._delivered(note) for note in self._bundle.notes if note.guid in there
        )
        if not self._bundle.problems:
            bundle = self._bundle
            self._tables.decks.put_all([Deck(bundle.guid, bundle.name, bundle.edition)])

    def _delivered(self, note: BundledNote) -> DeckNote:
        content = content_of(note)
        return DeckNote(
            note_guid=note.guid,
            deck_guid=self._bundle.guid,
            fingerprint=content.fingerprint,
            fact=content.fact,
            topic_guid=note.topic,
            tags=note.tags,
        )

    def _add(self, guids: Sequence[str], topic_ids: Mapping[str, int]) -> None:
        places = self._places()
        notes = [self._note(self._theirs[guid]) for guid in guids]
        self._tables.notes.put_all(notes)
        self._tables.cards.put_all(
            Card(self._ids.new_id(), note.id, ordinal, topic_ids[theirs.topic], places[note.guid])
            for note in notes
            for theirs in [self._theirs[note.guid]]
            for ordinal in ordinals_of(note.fields, self._kinds[theirs.kind])
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
            kind_id=self._kinds[theirs.kind].id,
            fields=theirs.fields,
            tags=theirs.tags,
            created=self._moment.now,
            modified=self._moment.now,
            provenance=theirs.provenance,
        )

    def _change(self, updated: Sequence[Difference]) -> None:
        """Give notes the new text; cards of a new fact are due within a week."""
        mine = notes_of(self._tables, (one.guid for one in updated))
        self._rewriting.rewrite(
            [
                replace(
                    mine[one.guid],
                    kind_id=self._kinds[one.theirs.kind].id,
                    fields=one.theirs.fields,
                    tags=self._tags(mine[one.guid]),
                    provenance=with_later_check(one.theirs.provenance, one.mine.provenance),
                    modified=self._moment.now,
                )
                for one in updated
            ]
        )
        changed = [mine[one.guid].id for one in updated if one.is_new_fact]
        self._rewriting.bring_forward(changed, self._moment.today)

    def _look_again(self, guids: Sequence[str]) -> None:
        """Date what was checked again, and bring back what an earlier edition had dropped."""
        checked = [
            replace(
                note,
                tags=self._tags(note),
                provenance=with_later_check(theirs.provenance, note.provenance),
            )
            for note in notes_of(self._tables, guids).values()
            for theirs in [self._theirs[note.guid]]
        ]
        self._tables.notes.put_all(checked)
        self._rewriting.align_cards(checked, map(self._rewriting.wanted, checked))

    def _tags(self, note: Note) -> tuple[str, ...]:
        """Return the deck's tags, unless the user has others than were delivered."""
        base = self._bases.get(note.guid)
        left_alone = base is not None and base.tags == note.tags
        return self._theirs[note.guid].tags if left_alone else note.tags

    def _set_aside(self, guids: Sequence[str]) -> None:
        note_ids = self._tables.notes.ids_by_guid(guids).values()
        cards = self._tables.cards.of_notes(note_ids)
        self._tables.cards.put_all(replace(card, aside=True) for card in cards)
        self._tables.fact_changes.remove_all(note_ids)

    def _place(self, there: Mapping[str, int], topic_ids: Mapping[str, int]) -> None:
        """Let cards follow their note to its place in the deck, unless the user moved them.

        An earlier version of the program did not keep where a note was, and could not move it.
        """
        places = self._places()
        guids = {note_id: guid for guid, note_id in there.items()}
        moved: list[Card] = []
        for card in self._tables.cards.of_notes(guids):
            guid = guids[card.note_id]
            base, topic_id = self._bases.get(guid), topic_ids.get(self._theirs[guid].topic)
            if base is not None and topic_id is not None:
                was_in = base.topic_guid
                if was_in is None or topic_ids.get(was_in) == card.topic_id:
                    moved.append(replace(card, topic_id=topic_id, position=places[guid]))
        self._tables.cards.put_all(moved)

    def _tell(self, update: DeckUpdate, there: Mapping[str, int]) -> None:
        """Keep what changed until the user has seen it, and clashes until they are settled."""
        differing = (*update.changed, *update.clashing)
        clashing = {one.guid for one in update.clashing}
        fresh = [
            FactChange(
                note_id=there[one.guid],
                at=self._moment.now,
                before=one.mine,
                after=one.theirs,
                is_clash=one.guid in clashing,
            )
            for one in differing
        ]
        earlier = self._tables.fact_changes.get_all(one.note_id for one in fresh)
        told = {one.note_id: following(earlier.get(one.note_id), one) for one in fresh}
        self._tables.fact_changes.remove_all(key for key, one in told.items() if one is None)
        self._tables.fact_changes.put_all(one for one in told.values() if one is not None)
