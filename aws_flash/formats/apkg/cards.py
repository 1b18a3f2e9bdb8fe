"""Anki's cards: which there are, where they are at home, and how far they have been learned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from aws_flash.domain.bundle import BundledCard, Progress
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.apkg.custom_data import kept
from aws_flash.formats.apkg.days import AnkiDays
from aws_flash.formats.apkg.decks import Tree
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.known import Known
from aws_flash.formats.sqlite_file.columns import beginning, whole
from aws_flash.formats.sqlite_file.database import SqliteFile

LONGEST_REST: Final = 36_500
"""Days: what Anki allows at most."""
FLAGS: Final = 7
"""The lowest bits of a card's flags say which of seven it has."""

MAX_DATA: Final = 1000
"""Letters of what a card says of itself that are looked at; Anki writes three hundred at most."""

_NEW, _LEARNING, _RELEARNING = 0, 1, 3
_SUSPENDED: Final = -1
_SEEN: Final = -1
_NOWHERE: Final = (_SEEN, 0, 0)
_HOMES: Final = tuple(map(whole, ("nid", "ord", "did", "odid", "type", "due", "odue")))
_COLUMNS: Final = (
    *map(whole, ("id", "nid", "ord", "did", "odid", "type", "queue")),
    *map(whole, ("due", "odue", "ivl", "lapses", "flags")),
    beginning("data", MAX_DATA),
)


class Homes:
    """In which deck each note's first card is at home, and when it would be shown if it is new."""

    def __init__(self, file: SqliteFile, listed: set[int], monitor: Monitor) -> None:
        """Read the cards; `listed` are the ids of the decks that the file has."""
        self._first: dict[int, tuple[int, int, int]] = {}
        self._listed = listed
        self.used: set[int] = set()
        for rows in file.batches("cards", *_HOMES):
            monitor.step(0)
            for note, ordinal, deck, home, kind, due, home_due in rows:
                own = self.own(deck, home) if home else deck
                self.used.add(own)
                if note not in self._first or ordinal < self._first[note][2]:
                    place = (home_due if home and home_due else due) if kind == _NEW else _SEEN
                    self._first[note] = (place, own, ordinal)

    def own(self, deck: int, home: int) -> int:
        """Return the deck that a card belongs to: its home, where a deck only borrows it."""
        return home if home and (home in self._listed or deck not in self._listed) else deck

    def first(self, note: int) -> tuple[int, int]:
        """Return a note's place among the new ones, and the deck of its first card, 0 without.

        Notes that were seen already come before the new ones.
        """
        place, deck, _ = self._first.get(note, _NOWHERE)
        return place, deck


class Cards:
    """Turns rows into cards of known notes."""

    def __init__(self, known: dict[int, Known], homes: Homes, tree: Tree, days: AnkiDays) -> None:
        """Take the notes by Anki's id, and where cards are at home."""
        self._known = known
        self._homes = homes
        self._guids = tree.guids
        self._days = days

    def read(
        self, file: SqliteFile, streaks: dict[int, int], findings: Findings, monitor: Monitor
    ) -> Iterator[BundledCard]:
        """Yield the cards; `streaks` are the answers known in a row by Anki's id of a card."""
        taken: set[tuple[str, int]] = set()
        for rows in file.batches("cards", *_COLUMNS):
            monitor.step(len(rows))
            for row in rows:
                card = self._card(row, streaks, findings)
                if card and (card.note, card.ordinal) not in taken:
                    taken.add((card.note, card.ordinal))
                    yield card
                elif card:
                    findings.add(f"card {row[0]}", "its note has the same card twice")

    def _card(
        self, row: tuple[Any, ...], streaks: dict[int, int], findings: Findings
    ) -> BundledCard | None:
        card_id, note_id, written, deck, home, kind, queue, *learned, flags, data = row
        note = self._known.get(note_id)
        ordinal = None if note is None else note.kind.ordinal(written)
        if note is None or ordinal is None:
            why = "its note is not in the file" if note is None else "its kind has no such card"
            findings.add(f"card {card_id}", why)
            return None
        topic = self._guids[self._homes.own(deck, home) if home else deck]
        progress = None
        if kind != _NEW:
            progress = self._progress(kind, home, learned, streaks.get(card_id, 0))
            progress = kept(data, progress) if data else progress
        return BundledCard(
            note=note.guid,
            ordinal=ordinal,
            topic=None if topic == note.topic else topic,
            flag=flags & FLAGS,
            suspended=queue == _SUSPENDED,
            progress=progress,
        )

    def _progress(self, kind: int, home: int, learned: list[int], streak: int) -> Progress:
        due, home_due, interval, lapses = learned
        rest = min(max(interval, 0), LONGEST_REST)
        return Progress(
            rest=min(rest, 1) if kind == _LEARNING else rest,
            due=self._days.due(home_due if home and home_due else due),
            lapses=min(max(lapses, 0), LONGEST_REST),
            streak=0 if kind == _RELEARNING else streak,
            box=1 if kind in {_LEARNING, _RELEARNING} else None,
        )
