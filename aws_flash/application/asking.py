"""Asking: everything that a card on screen needs, read and settled at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aws_flash.domain import session as sessions
from aws_flash.domain.card import Card
from aws_flash.domain.days import date_of
from aws_flash.domain.face import Face, face_of
from aws_flash.domain.leitner import Calendar, Outcome, days_to_count, grade, relearn
from aws_flash.domain.note import Note
from aws_flash.domain.provenance import Provenance
from aws_flash.domain.review import Rating
from aws_flash.domain.session import Session
from aws_flash.domain.shelf_life import age_in_months, is_stale
from aws_flash.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Asked:
    """A card as it is shown: its face, its place in the tree, and what each rating will do.

    The outcomes are settled here, so that the dates on the buttons are the dates stored.
    `months_unchecked` are the whole months since the fact was checked, when its shelf life is over.
    """

    card: Card
    note: Note
    face: Face
    path: tuple[str, ...]
    today: int
    if_missed: Outcome
    if_knew: Outcome
    months_unchecked: int | None = None


def ask(tables: Tables, card: Card, session: Session, today: int) -> Asked:
    """Return the session's current card, ready to be shown."""
    note = tables.notes.get_all([card.note_id])[card.note_id]
    path = tuple(topic.name for topic in tables.topics.path(card.topic_id))
    missed, knew = _outcomes(tables, card, session, today)
    return Asked(
        card=card,
        note=note,
        face=face_of(note, tables.kinds.of(note), card.ordinal, path),
        path=path,
        today=today,
        if_missed=missed,
        if_knew=knew,
        months_unchecked=_months_unchecked(note.provenance, date_of(today), tables),
    )


def _months_unchecked(told: Provenance | None, today: date, tables: Tables) -> int | None:
    if told is None or told.checked_on is None:
        return None
    stale = is_stale(told, today, tables.settings.read().shelf_lives)
    return age_in_months(told.checked_on, today) if stale else None


def _outcomes(tables: Tables, card: Card, session: Session, today: int) -> tuple[Outcome, Outcome]:
    if sessions.is_repeat(session):
        return relearn(card.standing, Rating.MISSED), relearn(card.standing, Rating.KNEW)
    settings = tables.settings.read()
    days = days_to_count(card.standing, today, settings)
    # Counting costs most of an answer in a large collection: a single day needs no comparing.
    loads = tables.counts.due_by_day(days.start, days.stop - 1) if len(days) > 1 else {}
    calendar = Calendar(today, loads)
    return (
        grade(card.standing, Rating.MISSED, card.id, calendar, settings),
        grade(card.standing, Rating.KNEW, card.id, calendar, settings),
    )
