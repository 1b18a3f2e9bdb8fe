"""Authoring: a user's own cards, and edits to any card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from aws_flash.application.clock import Clock
from aws_flash.application.operations import Operations
from aws_flash.application.removing import remove_cards
from aws_flash.domain.card import Card
from aws_flash.domain.changes import Action, Done, Step
from aws_flash.domain.days import date_of
from aws_flash.domain.errors import Gone, Refused
from aws_flash.domain.ids import IdSource
from aws_flash.domain.kind import BASIC, Family, Kind
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.plain_text import plain
from aws_flash.domain.provenance import Provenance
from aws_flash.storage.tables import Tables


class Authoring:
    """Adds, edits and deletes cards; editing never resets a card's progress."""

    def __init__(self, operations: Operations, clock: Clock, ids: IdSource) -> None:
        """Work through `operations`; time and ids are passed in."""
        self._operations = operations
        self._clock = clock
        self._ids = ids

    def add_card(self, question: str, answer: str, topic_id: int) -> Done[int]:
        """Add a card with a question and an answer, both HTML, and return the note's id.

        Raises:
            Refused: the question or the answer shows nothing.
            Gone: the topic is not there.
        """
        fields = {"Question": question, "Answer": answer, "Explanation": ""}
        _check_shown(fields, ("Question", "Answer"))

        def body(tables: Tables) -> int:
            if not tables.topics.get_all([topic_id]):
                raise Gone("topic")
            note = self._fresh_note(fields, BASIC)
            tables.notes.put_all([note])
            place = tables.cards.last_position(topic_id) + 1
            tables.cards.put_all(self._fresh_cards(note, BASIC, topic_id, place))
            return note.id

        return self._operations.run(Step(Action.ADD_CARD), body)

    def look_up(self, note_id: int) -> tuple[Note, Family]:
        """Return a note to be edited, and its family.

        Raises:
            Gone: the note is not there.
        """

        def body(tables: Tables) -> tuple[Note, Family]:
            note = _note(tables, note_id)
            return note, tables.kinds.of(note).family

        return self._operations.read(body)

    def edit(self, note_id: int, fields: Mapping[str, str]) -> Done[Note]:
        """Change some fields of a note.

        A card that the note no longer asks (a hole that is gone) is set aside with its progress and
        comes back with it when it is asked again; a new one is added.

        Raises:
            Gone: the note is not there.
        """
        return self._operations.run(
            Step(Action.EDIT_CARD), lambda tables: self._edit(tables, note_id, fields)
        )

    def correct(self, note_id: int, fields: Mapping[str, str]) -> Done[Note]:
        """Change some fields as `edit` does, after a look at the source: it was checked today."""

        def body(tables: Tables) -> Note:
            note = self._edit(tables, note_id, fields)
            told = note.provenance or Provenance()
            today = date_of(self._clock.today(tables.settings.read()))
            checked = replace(note, provenance=replace(told, checked_on=today))
            tables.notes.put_all([checked])
            return checked

        return self._operations.run(Step(Action.EDIT_CARD), body)

    def delete_cards(self, card_ids: Sequence[int]) -> Done[int]:
        """Move cards to the trash, and notes that have no other card; return how many cards."""
        step = Step(Action.DELETE_CARDS, count=len(card_ids))
        return self._operations.run(step, lambda tables: remove_cards(tables, card_ids))

    def _edit(self, tables: Tables, note_id: int, fields: Mapping[str, str]) -> Note:
        note = _note(tables, note_id)
        merged = tuple((name, fields.get(name, html)) for name, html in note.fields)
        if merged == note.fields:
            return note
        edited = replace(note, fields=merged, modified=self._clock.now())
        tables.notes.put_all([edited])
        self._put_cards(tables, edited, tables.kinds.of(note))
        return edited

    def _put_cards(self, tables: Tables, note: Note, kind: Kind) -> None:
        """Bring a note's cards in line with what it asks now."""
        cards = tables.cards.of_notes([note.id])
        wanted = ordinals_of(note.fields, kind)
        tables.cards.put_all(replace(card, aside=card.ordinal not in wanted) for card in cards)
        known = {card.ordinal for card in cards}
        if cards and (missing := [number for number in wanted if number not in known]):
            beside = cards[0]
            tables.cards.put_all(
                Card(self._ids.new_id(), note.id, number, beside.topic_id, beside.position)
                for number in missing
            )

    def _fresh_note(self, fields: Mapping[str, str], kind: Kind) -> Note:
        now = self._clock.now()
        return Note(
            id=self._ids.new_id(),
            guid=self._ids.new_guid(),
            kind_id=kind.id,
            fields=tuple(fields.items()),
            tags=(),
            created=now,
            modified=now,
        )

    def _fresh_cards(self, note: Note, kind: Kind, topic_id: int, place: int) -> list[Card]:
        return [
            Card(self._ids.new_id(), note.id, ordinal, topic_id, place)
            for ordinal in ordinals_of(note.fields, kind)
        ]


def _note(tables: Tables, note_id: int) -> Note:
    note = tables.notes.get_all([note_id]).get(note_id)
    if note is None:
        raise Gone("card")
    return note


def _check_shown(fields: Mapping[str, str], names: Sequence[str]) -> None:
    for name in names:
        if not plain(fields[name]).strip():
            raise Refused(f"the {name.lower()} is empty")
