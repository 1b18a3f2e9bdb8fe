"""Removing: cards go to the trash, and with them the notes that ask nothing any more."""

from __future__ import annotations

from collections.abc import Iterable

from aws_flash.storage.tables import Tables


def remove_cards(tables: Tables, card_ids: Iterable[int]) -> int:
    """Remove cards, and notes that have no other card; return how many cards a user misses.

    Cards that were set aside count for nothing: they go with the last one that their note asks.
    """
    removed = tables.cards.get_all(card_ids)
    notes = {card.note_id for card in removed.values()}
    tables.cards.remove_all(removed)
    left = tables.cards.of_notes(notes)
    kept = {card.note_id for card in left if not card.aside}
    tables.cards.remove_all(card.id for card in left if card.note_id not in kept)
    tables.notes.remove_all(notes - kept)
    return sum(not card.aside for card in removed.values())
