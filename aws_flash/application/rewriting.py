"""Rewriting: a note gets the deck's new text; its cards stay in line, their progress stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from aws_flash.domain.card import Card
from aws_flash.domain.ids import IdSource
from aws_flash.domain.leitner import after_change, moment_after
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.review import Review, ReviewKind
from aws_flash.storage.tables import Tables


class Rewriting:
    """Works within one transaction."""

    def __init__(self, tables: Tables, ids: IdSource, now: int) -> None:
        """Write through `tables`; `now` is UTC milliseconds."""
        self._tables = tables
        self._ids = ids
        self._now = now
        self._kinds = tables.kinds.known()

    def rewrite(self, notes: Sequence[Note]) -> None:
        """Store notes with another text than they have, and bring their cards in line with it."""
        before = self._tables.notes.get_all(note.id for note in notes)
        asked = [self.wanted(before[note.id]) for note in notes]
        self._tables.notes.put_all(notes)
        self.align_cards(notes, asked)

    def align_cards(self, notes: Sequence[Note], asked_before: Iterable[Collection[int]]) -> None:
        """Set aside the cards that notes no longer ask, and add those that they ask newly.

        A card that was asked before and is not there was deleted by the user.
        """
        cards: dict[int, list[Card]] = {note.id: [] for note in notes}
        for card in self._tables.cards.of_notes(cards):
            cards[card.note_id].append(card)
        aligned: list[Card] = []
        for note, asked in zip(notes, asked_before, strict=True):
            wanted = self.wanted(note)
            there = cards[note.id]
            aligned.extend(replace(card, aside=card.ordinal not in wanted) for card in there)
            missing = {*wanted} - {*asked} - {card.ordinal for card in there}
            aligned.extend(
                Card(self._ids.new_id(), note.id, ordinal, there[0].topic_id, there[0].position)
                for ordinal in sorted(missing)
                if there
            )
        self._tables.cards.put_all(aligned)

    def wanted(self, note: Note) -> tuple[int, ...]:
        """Return the ordinals of the cards that a note asks."""
        return ordinals_of(note.fields, self._kinds[note.kind_id])

    def bring_forward(self, note_ids: Iterable[int], today: int) -> None:
        """Let the cards of changed facts be due within a week, each with a row that says so."""
        cards = [card for card in self._tables.cards.of_notes(note_ids) if not card.aside]
        sooner = [replace(card, standing=after_change(card.standing, today)) for card in cards]
        moved = [
            (card, after)
            for card, after in zip(cards, sooner, strict=True)
            if card.standing != after.standing
        ]
        latest = self._tables.reviews.last_moments([card.id for card, _ in moved])
        self._tables.cards.put_all(after for _, after in moved)
        self._tables.reviews.put_all(
            Review(
                id=self._ids.new_id(),
                card_id=card.id,
                topic_id=card.topic_id,
                at=moment_after(self._now, latest.get(card.id)),
                day=today,
                kind=ReviewKind.FACT_CHANGED,
                rating=None,
                before=card.standing,
                after=after.standing,
            )
            for card, after in moved
        )
