"""The decks that came with the program, and what each last delivered of its notes and topics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aws_flash.domain.deck import Deck, DeckNote, DeckTopic
from aws_flash.storage.keeper import Keeper, Row
from aws_flash.storage.schema import deck_notes, deck_topics, decks


class Decks(Keeper[str, Deck]):
    """Decks by guid."""

    name = "decks"
    table = decks
    key = decks.c.guid

    def _key_of(self, value: Deck) -> str:
        return value.guid

    def _row(self, value: Deck) -> Row:
        return (value.guid, value.name, value.edition)

    def _value(self, row: Sequence[Any]) -> Deck:
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

    def _row(self, value: DeckNote) -> Row:
        return (
            value.note_guid,
            value.deck_guid,
            value.fingerprint,
            value.fact,
            value.topic_guid,
            None if value.tags is None else " ".join(value.tags),
        )

    def _value(self, row: Sequence[Any]) -> DeckNote:
        note_guid, deck_guid, fingerprint, fact, topic_guid, written = row
        tags = None if written is None else tuple(written.split())
        return DeckNote(note_guid, deck_guid, fingerprint, fact, topic_guid, tags)


class DeckTopics(Keeper[str, DeckTopic]):
    """What decks last delivered of topics, by the topic's guid."""

    name = "deck_topics"
    table = deck_topics
    key = deck_topics.c.topic_guid

    def of_deck(self, deck_guid: str) -> dict[str, DeckTopic]:
        """Return what one deck delivered, by the topic's guid."""
        rows = self._connection.execute(self._select().where(deck_topics.c.deck_guid == deck_guid))
        return {value.topic_guid: value for value in map(self._value, rows)}

    def _key_of(self, value: DeckTopic) -> str:
        return value.topic_guid

    def _row(self, value: DeckTopic) -> Row:
        return (
            value.topic_guid,
            value.deck_guid,
            value.parent_guid,
            value.name,
            value.position,
            value.description,
        )

    def _value(self, row: Sequence[Any]) -> DeckTopic:
        return DeckTopic(*row)
