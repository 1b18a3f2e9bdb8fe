"""Taking in: one bundle written within one transaction, as its merge plan and the wishes say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from aws_flash.application.batches import batches
from aws_flash.application.importing.arriving_progress import ArrivingProgress
from aws_flash.application.importing.arriving_topics import ArrivingTopics
from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote
from aws_flash.domain.card import NEW, Card
from aws_flash.domain.deck import DeckNote
from aws_flash.domain.ids import IdSource
from aws_flash.domain.imports import Clash, Wishes
from aws_flash.domain.kind import Kind
from aws_flash.domain.media_use import with_names
from aws_flash.domain.merge import Difference
from aws_flash.domain.merge_plan import MergePlan, content_of
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.storage.tables import Tables

MARKS = frozenset({"marked", "leech"})
_BOTH_LETTERS = 6


class TakingIn:
    """Writes one bundle; counts what it wrote."""

    def __init__(
        self, tables: Tables, bundle: Bundle, wishes: Wishes, ids: IdSource, now: datetime
    ) -> None:
        """Write through `tables`; `now` is local time."""
        self._tables = tables
        self._bundle = bundle
        self._wishes = wishes
        self._ids = ids
        self._now = int(now.timestamp() * 1000)
        self._kinds = self._known_kinds()
        self._progress = (
            ArrivingProgress(tables, bundle, ids, now) if wishes.with_progress else None
        )
        self._topics = ArrivingTopics(tables, bundle, wishes.topic, ids)
        self._listed: dict[str, list[BundledCard]] = {}
        for card in bundle.cards:
            self._listed.setdefault(card.note, []).append(card)
        self._places: Counter[int] = Counter()
        self.cards_added = 0
        self.reviews_added = 0

    @property
    def topics_added(self) -> int:
        """How many topics were made."""
        return self._topics.added

    def take_in(self, plan: MergePlan, renamed: Mapping[str, str], monitor: Monitor) -> None:
        """Write what the plan says; `renamed` are new names of media by old ones."""
        theirs = {note.guid: note for note in self._bundle.notes}
        monitor.phase("Adding cards", len(plan.added))
        for some in batches(plan.added):
            self._add(some, renamed)
            monitor.step(len(some))
        taken = [*plan.changed, *(plan.clashing if self._wishes.clash is Clash.THEIRS else ())]
        monitor.phase("Updating cards", len(taken))
        for batch in batches(taken):
            self._change([(one, theirs[one.guid]) for one in batch], renamed)
            monitor.step(len(batch))
        if self._wishes.clash is Clash.BOTH:
            twins = [self._twin(theirs[one.guid]) for one in plan.clashing]
            here = self._tables.notes.ids_by_guid(note.guid for note in twins)
            self._add([note for note in twins if note.guid not in here], renamed)
        if self._progress:
            self.reviews_added += self._progress.bring(monitor)

    def _known_kinds(self) -> dict[str, Kind]:
        """Return all kinds by guid; those that came along are added first."""
        known = {kind.guid: kind for kind in self._tables.kinds.known().values()}
        fresh = [
            replace(kind, id=self._ids.new_id())
            for kind in self._bundle.kinds
            if kind.guid not in known
        ]
        self._tables.kinds.put_all(fresh)
        return {**known, **{kind.guid: kind for kind in fresh}}

    def _add(self, theirs: Sequence[BundledNote], renamed: Mapping[str, str]) -> None:
        """Add notes that are not here, with their cards and, if it is wanted, their progress."""
        ids = self._ids.new_ids(len(theirs))
        pairs = zip(ids, theirs, strict=True)
        notes = [self._note(note_id, note, renamed) for note_id, note in pairs]
        cards = [c for note, one in zip(notes, theirs, strict=True) for c in self._cards(note, one)]
        self._tables.notes.add_all(notes)
        self._tables.cards.add_all(cards)
        self._remember(theirs)
        self.cards_added += len(cards)
        if self._progress:
            self.reviews_added += self._progress.bring_to_new(cards, {n.id: n.guid for n in notes})

    def _note(self, note_id: int, theirs: BundledNote, renamed: Mapping[str, str]) -> Note:
        return Note(
            id=note_id,
            guid=theirs.guid,
            kind_id=self._kinds[theirs.kind].id,
            fields=with_names(theirs.fields, renamed) if renamed else theirs.fields,
            tags=self._tags(theirs),
            created=self._now if theirs.created is None else theirs.created,
            modified=self._now if theirs.modified is None else theirs.modified,
            provenance=theirs.provenance,
        )

    def _tags(self, theirs: BundledNote) -> tuple[str, ...]:
        if self._wishes.with_marks:
            return theirs.tags
        return tuple(tag for tag in theirs.tags if tag.casefold() not in MARKS)

    def _cards(self, note: Note, theirs: BundledNote) -> Iterator[Card]:
        """Yield the cards of a new note: those the file lists, or those that its kind asks."""
        listed = self._listed.get(theirs.guid)
        if listed is None:
            kind = self._kinds[theirs.kind]
            listed = [BundledCard(theirs.guid, number) for number in ordinals_of(note.fields, kind)]
        ids = self._ids.new_ids(len(listed))
        for card_id, card in zip(ids, listed, strict=True):
            topic_id = self._topics.id_of(theirs.topic if card.topic is None else card.topic)
            yield Card(
                id=card_id,
                note_id=note.id,
                ordinal=card.ordinal,
                topic_id=topic_id,
                position=self._next_place(topic_id),
                standing=self._progress.standing(card.progress) if self._progress else NEW,
                flag=card.flag,
                suspended=card.suspended,
                skipped_until=card.skipped_until,
                aside=card.aside,
            )

    def _next_place(self, topic_id: int) -> int:
        if topic_id not in self._places:
            self._places[topic_id] = self._tables.cards.last_position(topic_id)
        self._places[topic_id] += 1
        return self._places[topic_id]

    def _change(
        self, taken: Sequence[tuple[Difference, BundledNote]], renamed: Mapping[str, str]
    ) -> None:
        """Give notes the text of the file; their cards keep box, rest and due day."""
        ids = self._tables.notes.ids_by_guid(one.guid for one, _ in taken)
        mine = self._tables.notes.get_all(ids.values())
        fresh = [
            replace(
                mine[ids[one.guid]],
                kind_id=self._kinds[theirs.kind].id,
                fields=with_names(theirs.fields, renamed),
                tags=tuple(dict.fromkeys((*mine[ids[one.guid]].tags, *self._tags(theirs)))),
                modified=self._now if theirs.modified is None else theirs.modified,
                provenance=theirs.provenance,
            )
            for one, theirs in taken
        ]
        self._tables.notes.put_all(fresh)
        self._align_cards(mine, fresh, {theirs.guid: theirs for _, theirs in taken})
        self._remember([theirs for _, theirs in taken])

    def _align_cards(
        self, mine: Mapping[int, Note], notes: Sequence[Note], theirs: Mapping[str, BundledNote]
    ) -> None:
        """Set aside the cards that notes no longer ask, and add those that they ask newly.

        `mine` are the notes as they were, by id.
        """
        here: dict[int, list[Card]] = {note.id: [] for note in notes}
        for card in self._tables.cards.of_notes(here):
            here[card.note_id].append(card)
        deleted = self._deleted(mine, here)
        aligned: list[Card] = []
        for note in notes:
            wanted = self._ordinals(note, theirs[note.guid])
            known = {*(card.ordinal for card in here[note.id]), *deleted.get(note.id, ())}
            aligned.extend(replace(c, aside=c.ordinal not in wanted) for c in here[note.id])
            fresh = [c for c in self._cards(note, theirs[note.guid]) if c.ordinal not in known]
            self.cards_added += len(fresh)
            aligned.extend(fresh)
        self._tables.cards.put_all(aligned)

    def _deleted(
        self, mine: Mapping[int, Note], here: Mapping[int, Sequence[Card]]
    ) -> dict[int, list[int]]:
        """Return the ordinals that the user deleted, by note: asked before, and not here.

        An ordinal that was not asked went with a change that was taken back. One without a
        tombstone never came: a file may list some of a note's cards alone.
        """
        kinds = {kind.id: kind for kind in self._kinds.values()}
        missing = [
            (note.id, ordinal)
            for note in mine.values()
            for ordinal in {*ordinals_of(note.fields, kinds[note.kind_id])}
            - {card.ordinal for card in here[note.id]}
        ]
        deleted: dict[int, list[int]] = {}
        for note_id, ordinal in self._tables.cards.deleted(missing):
            deleted.setdefault(note_id, []).append(ordinal)
        return deleted

    def _ordinals(self, note: Note, theirs: BundledNote) -> Collection[int]:
        listed = self._listed.get(note.guid)
        if listed is not None:
            return {card.ordinal for card in listed if not card.aside}
        return ordinals_of(note.fields, self._kinds[theirs.kind])

    def _twin(self, note: BundledNote) -> BundledNote:
        """Return the file's note as one beside the user's, the same one at every import."""
        guid = f"{note.guid}~{content_of(note).fingerprint[:_BOTH_LETTERS]}"
        if note.guid in self._listed:
            self._listed[guid] = self._listed[note.guid]
        return replace(note, guid=guid)

    def _remember(self, brought: Iterable[BundledNote]) -> None:
        """Keep what was brought of each note: an edit of the user's shows against it later."""
        prints = {note.guid: content_of(note).fingerprint for note in brought}
        known = self._tables.deck_notes.get_all(prints).values()
        self._tables.deck_notes.put_all(
            replace(one, fingerprint=prints.pop(one.note_guid)) for one in known
        )
        deck = self._bundle.guid
        self._tables.deck_notes.add_all(DeckNote(guid, deck, told) for guid, told in prints.items())
