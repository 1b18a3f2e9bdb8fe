"""Rechecking: facts past their shelf life are compared with their sources again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from aws_flash.application.clock import Clock
from aws_flash.application.first_cards import first_cards
from aws_flash.application.operations import Operations
from aws_flash.domain.changes import Action, Done, Step
from aws_flash.domain.days import date_of
from aws_flash.domain.face import Face, Side, face_of
from aws_flash.domain.plain_text import plain
from aws_flash.domain.provenance import Provenance, Source, Volatility
from aws_flash.domain.settings import Settings
from aws_flash.domain.shelf_life import age_in_months
from aws_flash.storage.tables import Tables

MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class Recheck:
    """A fact that wants checking again.

    `card_id` is the first card of the note that is asked, `question` and `answer` what it says, as
    plain text (a text with gaps is one question, its gaps filled), and `path` the topics above it,
    from the top down. `months` is the whole months since the check.
    """

    note_id: int
    card_id: int
    question: str
    answer: str
    path: tuple[str, ...]
    checked_on: date
    months: int
    volatility: Volatility
    sources: tuple[Source, ...]


class Rechecking:
    """Lists stale facts, and what the user finds of them; each a step that can be undone."""

    def __init__(self, operations: Operations, clock: Clock) -> None:
        """Work through `operations`; the clock says which day it is."""
        self._operations = operations
        self._clock = clock

    def waiting(self, limit: int = MOST_LISTED) -> tuple[Recheck, ...]:
        """Return the facts past their shelf life, those checked longest ago first.

        Those that are not asked any more, all their cards suspended or set aside, are left out.
        """
        return self._operations.read(lambda tables: self._waiting(tables, limit))

    def number(self) -> int:
        """Return how many facts are past their shelf life."""
        return self._operations.read(self._number)

    def still_true(self, note_ids: Collection[int]) -> Done[int]:
        """Date facts as checked today; return how many."""

        def body(tables: Tables) -> int:
            today = self._date(tables.settings.read())
            notes = tables.notes.get_all(note_ids).values()
            checked = [
                replace(note, provenance=replace(note.provenance, checked_on=today))
                for note in notes
                if note.provenance is not None
            ]
            tables.notes.put_all(checked)
            return len(checked)

        return self._operations.run(Step(Action.STILL_TRUE, count=len(note_ids)), body)

    def set_aside(self, note_ids: Collection[int]) -> Done[int]:
        """Suspend all cards of facts that hold no longer; return how many facts have any."""

        def body(tables: Tables) -> int:
            cards = tables.cards.of_notes(note_ids)
            tables.cards.put_all(replace(card, suspended=True) for card in cards)
            return len({card.note_id for card in cards})

        return self._operations.run(Step(Action.SET_ASIDE, count=len(note_ids)), body)

    def _date(self, settings: Settings) -> date:
        return date_of(self._clock.today(settings))

    def _number(self, tables: Tables) -> int:
        settings = tables.settings.read()
        return tables.facts.number_stale(settings.shelf_lives.oldest_fresh(self._date(settings)))

    def _waiting(self, tables: Tables, limit: int) -> tuple[Recheck, ...]:
        settings = tables.settings.read()
        today = self._date(settings)
        note_ids = tables.facts.stale_notes(settings.shelf_lives.oldest_fresh(today), limit)
        firsts = first_cards(tables, note_ids)
        found: list[Recheck] = []
        for note_id in note_ids:
            first = firsts[note_id]
            told = first.note.provenance or Provenance()
            face = face_of(first.note, first.kind, first.card.ordinal, first.path)
            if told.checked_on is not None and told.volatility is not None:
                found.append(
                    Recheck(
                        note_id=note_id,
                        card_id=first.card.id,
                        question=_line(_asked(face).html),
                        answer=_answer(face),
                        path=first.path,
                        checked_on=told.checked_on,
                        months=age_in_months(told.checked_on, today),
                        volatility=told.volatility,
                        sources=told.sources,
                    )
                )
        return tuple(found)


def _asked(face: Face) -> Side:
    return face.answer if face.fills_gap else face.question


def _answer(face: Face) -> str:
    if face.fills_gap:
        return ""
    right = (option.text for option in face.options if option.right)
    return " · ".join(line for line in map(_line, (face.answer.html, *right)) if line)


def _line(html: str) -> str:
    return " ".join(plain(html).split())
