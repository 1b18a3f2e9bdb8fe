"""First cards: of each note the first card that is asked, with all that is shown of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from aws_flash.domain.card import Card
from aws_flash.domain.kind import Kind
from aws_flash.domain.note import Note
from aws_flash.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class FirstCard:
    """A note, its first card that is asked, and the names of the topics above that."""

    note: Note
    kind: Kind
    card: Card
    path: tuple[str, ...]
    was_seen: bool


def first_cards(tables: Tables, note_ids: Collection[int]) -> dict[int, FirstCard]:
    """Return the first card of each note by the note's id.

    One that is neither suspended nor set aside comes before the others; `was_seen` says whether any
    card of the note was ever asked. A note without cards is left out.
    """
    notes = tables.notes.get_all(note_ids)
    kinds = tables.kinds.known()
    cards: dict[int, list[Card]] = {}
    for card in tables.cards.of_notes(notes):
        cards.setdefault(card.note_id, []).append(card)
    firsts = {key: min(some, key=_keeps_back) for key, some in cards.items()}
    paths = {
        topic_id: tuple(topic.name for topic in tables.topics.path(topic_id))
        for topic_id in {card.topic_id for card in firsts.values()}
    }
    return {
        key: FirstCard(
            note=notes[key],
            kind=kinds[notes[key].kind_id],
            card=card,
            path=paths[card.topic_id],
            was_seen=any(one.standing.box for one in cards[key]),
        )
        for key, card in firsts.items()
    }


def _keeps_back(card: Card) -> tuple[bool, bool, int]:
    return card.aside, card.suspended, card.ordinal
