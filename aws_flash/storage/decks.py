"""The decks that came with the program, and what each last delivered of its notes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from aws_flash.domain.deck import Deck, DeckNote
from aws_flash.storage.keeper import Keeper
from aws_flash.storage.schema import deck_notes, decks


class Decks(Keeper[str, Deck]):
    """Decks by guid."""

    name = "decks"
    table = decks
    key = decks.c.guid

    def _key_of(self, value: Deck) -> str:
        return value.guid

    def _row(self, value: Deck) -> dict[str, object]:
        return {"guid": value.guid, "name": value.name, "edition": value.edition}

    def _value(self, row: Row[*tuple[Any, ...]]) -> Deck:
        return Deck(*row)


class DeckNotes(Keeper[str, DeckNote]):
    """What decks last delivered, by the note's guid."""

    name = "deck_notes"
    table = deck_notes
    key = deck_notes.c.note_guid

    def of_deck(self, deck_guid: str) -> dict[str, DeckNote]:
        """Return what one deck delivered, by the note's guid."""
        rows = self._connection.execute(self._select().where(deck_notes.c.deck_guid == deck_guid))
        return {value.note_guid: value for value in map(self._value, rows)}

    def _key_of(self, value: DeckNote) -> str:
        return value.note_guid

    def _row(self, value: DeckNote) -> dict[str, object]:
        return {
            "note_guid": value.note_guid,
            "deck_guid": value.deck_guid,
            "fingerprint": value.fingerprint,
        }

    def _value(self, row: Row[*tuple[Any, ...]]) -> DeckNote:
        return DeckNote(*row)
