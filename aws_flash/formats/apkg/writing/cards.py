"""Cards of a bundle as rows of Anki, with box, rest and due day as Anki's interval and due day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledCard, Progress
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.formats.apkg.custom_data import interval, written
from aws_flash.formats.apkg.writing.answers import Answered
from aws_flash.formats.apkg.writing.decks import Decks
from aws_flash.formats.apkg.writing.ids import Ids
from aws_flash.formats.apkg.writing.notes import STEP, Row, Written

_NEW, _REVIEW, _SUSPENDED = 0, 2, -1
_EASE: Final = 2500
"""Tenths of a per cent: what Anki gives a card when it begins to review it."""
_LAST_PLACE: Final = 999_999
"""Anki takes a larger place among the new ones for a fault."""
_UNSENT: Final = -1


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the collection that is written: `first` is its day 0."""

    first: int

    @property
    def created(self) -> int:
        """The second at which the collection says that it was made: 4 in the morning, UTC."""
        return self.first * 86_400 + 4 * 3_600


class Cards:
    """The cards of notes that were written; after `rows`, `ids` has each by guid and ordinal."""

    def __init__(self, decks: Decks, days: Days, answers: dict[tuple[str, int], Answered]) -> None:
        """Take where cards go, and the answers of each card that has some."""
        self.ids: dict[tuple[str, int], int] = {}
        self._decks = decks
        self._days = days
        self._answers = answers
        self._free = Ids()

    def rows(self, bundle: Bundle, notes: dict[str, Written], monitor: Monitor) -> Iterator[Row]:
        """Yield the rows of the table `cards`, each note's together."""
        listed: dict[str, list[BundledCard]] = defaultdict(list)
        for card in bundle.cards:
            listed[card.note].append(card)
        for guid, note in notes.items():
            if note.place % STEP == 0:
                monitor.step(STEP)
            for card in cards_of(note, listed.get(guid, [])):
                if (guid, card.ordinal) not in self.ids:
                    yield self._row(note, card)

    def _row(self, note: Written, card: BundledCard) -> Row:
        own = self.ids[card.note, card.ordinal] = self._free.take(note.id)
        number = card.ordinal - note.type.kind.by_hole
        deck = self._decks.of(card.topic or note.note.topic)
        changed = (note.note.modified or note.note.created or 0) // 1000
        place = (own, note.id, deck, number, changed, _UNSENT)
        if card.progress is None:
            due = min(note.place, _LAST_PLACE)
            learned: Row = (_NEW, _SUSPENDED if card.suspended else _NEW, due, 0, 0, 0, 0)
            return (*place, *learned, 0, 0, 0, card.flag, "{}")
        answered = self._answers.get((card.note, card.ordinal))
        last = None if answered is None else answered.last // 1000
        learned = self._learned(card, card.progress, answered)
        return (*place, *learned, 0, 0, 0, card.flag, written(card.progress, last))

    def _learned(self, card: BundledCard, progress: Progress, answered: Answered | None) -> Row:
        return (
            _REVIEW,
            _SUSPENDED if card.suspended else _REVIEW,
            progress.due - self._days.first,
            interval(progress),
            _EASE,
            answered.times if answered else max(1, progress.lapses + progress.streak),
            progress.lapses,
        )


def cards_of(note: Written, listed: list[BundledCard]) -> list[BundledCard]:
    """Return the cards that a note has in Anki, in order, one at least.

    Those set aside stay behind, and so do those that its kind has no template for: Anki would
    throw them away.
    """
    kind = note.type.kind
    if not listed:
        asked = ordinals_of(note.note.fields, kind)
        return [BundledCard(note.note.guid, ordinal) for ordinal in asked]
    least, most = (1, 500) if kind.by_hole else (0, len(kind.templates) - 1)
    shown = [card for card in listed if not card.aside and least <= card.ordinal <= most]
    shown.sort(key=lambda card: card.ordinal)
    return shown or [BundledCard(note.note.guid, least, listed[0].topic)]
