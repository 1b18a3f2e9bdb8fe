"""The cards table, each card with its standing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Text, cast, func, select

from aws_flash.domain.card import Card, Standing
from aws_flash.storage.keeper import Row, among, chunks
from aws_flash.storage.schema import cards
from aws_flash.storage.tombstones import TombstoneKeeper


class Cards(TombstoneKeeper[Card]):
    """Cards by id."""

    name = "cards"
    table = cards
    key = cards.c.id
    guid = cast(cards.c.note_id, Text) + ":" + cast(cards.c.ordinal, Text)

    def of_notes(self, note_ids: Iterable[int]) -> list[Card]:
        """Return the cards of these notes, those set aside too, by note and ordinal."""
        found: list[Card] = []
        for some in chunks(note_ids):
            statement = self._select().where(among(cards.c.note_id, some))
            rows = self._connection.execute(statement.order_by(cards.c.note_id, cards.c.ordinal))
            found.extend(map(self._value, rows.all()))
        return found

    def ids_in_topics(self, topic_ids: Collection[int]) -> list[int]:
        """Return the ids of all cards of these topics."""
        statement = select(cards.c.id).where(among(cards.c.topic_id, topic_ids))
        return list(self._connection.scalars(statement.order_by(cards.c.id)))

    def number_in_topics(self, topic_ids: Collection[int]) -> int:
        """Return how many cards these topics show, without those set aside."""
        here = among(cards.c.topic_id, topic_ids)
        return self._connection.scalar(select(func.count()).where(here, ~cards.c.aside)) or 0

    def topics_used(self, topic_ids: Collection[int]) -> set[int]:
        """Return those of the topics that have cards."""
        here = among(cards.c.topic_id, topic_ids)
        return set(self._connection.scalars(select(cards.c.topic_id).where(here).distinct()))

    def last_position(self, topic_id: int) -> int:
        """Return the highest place taken in a topic, 0 when it is empty."""
        statement = select(cards.c.position).where(cards.c.topic_id == topic_id)
        ordered = statement.order_by(cards.c.position.desc()).limit(1)
        return self._connection.scalar(ordered) or 0

    def deleted(self, asked: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
        """Return those of the cards, by note and ordinal, that were deleted."""
        guids = {f"{note_id}:{ordinal}": (note_id, ordinal) for note_id, ordinal in asked}
        return {guids[guid] for guid in self.deleted_guids(guids)}

    def _key_of(self, value: Card) -> int:
        return value.id

    def _row(self, value: Card) -> Row:
        standing = value.standing
        return (
            value.id,
            value.note_id,
            value.ordinal,
            value.topic_id,
            value.position,
            standing.box,
            standing.rest,
            standing.due,
            standing.lapses,
            standing.streak,
            value.flag,
            value.suspended,
            value.skipped_until,
            value.aside,
        )

    def _value(self, row: Sequence[Any]) -> Card:
        card_id, note_id, ordinal, topic_id, position, *standing = row[:10]
        flag, suspended, skipped_until, aside = row[10:]
        return Card(
            id=card_id,
            note_id=note_id,
            ordinal=ordinal,
            topic_id=topic_id,
            position=position,
            standing=Standing(*standing),
            flag=flag,
            suspended=suspended,
            skipped_until=skipped_until,
            aside=aside,
        )
