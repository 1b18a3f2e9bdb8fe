"""Anki's review log, row by row: what was answered, and where that led.

Rows without an answer (an interval set or a card reset by hand, or by Anki's optimiser) set a
standing too, so they come along as imported ones. A repeat on the day of a miss is no answer of its
own, as with us.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from aws_flash.domain.bundle import BundledReview, Progress
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.review import LONGEST_ANSWER, Rating, ReviewKind
from aws_flash.formats.apkg.cards import LONGEST_REST
from aws_flash.formats.apkg.days import AnkiDays
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.known import Known
from aws_flash.formats.local_days import LAST_DAY
from aws_flash.formats.sqlite_file.columns import whole
from aws_flash.formats.sqlite_file.database import SqliteFile

_LEARN, _REVIEW, _EARLY, _BY_HAND = 0, 1, 3, 4
_AGAIN: Final = 1
_LATEST: Final = 7_258_118_400_000  # in 2200
# Not an interval that could be: a card was made new again, which Anki tells by an ease of nought.
_RESET: Final = -(2**63)
_QUARTER: Final = 900_000  # milliseconds, in which the local day stays the same
_COLUMNS: Final = tuple(
    map(whole, ("id", "cid", "ease", "ivl", "lastIvl", "time", "type", "factor"))
)


@dataclass(slots=True)
class _Trail:
    """A card, and what its rows have led to so far."""

    note: str
    ordinal: int
    streak: int = 0
    lapses: int = 0
    begun: bool = False
    missed_on: int = -1
    last: Progress | None = None


class History:
    """The reviews of the cards of known notes; then `streaks` has what they led to."""

    def __init__(self, known: dict[int, Known], days: AnkiDays) -> None:
        """Take the notes by Anki's id."""
        self._known = known
        self._days = days
        self._trails: dict[int, _Trail] = {}
        self._shared: dict[tuple[int, int, int, int, int | None], Progress] = {}
        self._day, self._until = 0, 0

    @property
    def streaks(self) -> dict[int, int]:
        """Answers known in a row, up to the last one, by Anki's id of a card."""
        return {card_id: trail.streak for card_id, trail in self._trails.items() if trail.streak}

    def read(
        self, file: SqliteFile, findings: Findings, monitor: Monitor
    ) -> Iterator[BundledReview]:
        """Yield the reviews, oldest first; those of cards that are gone are counted."""
        if not file.count("revlog"):
            return
        self._trails = self._begun(file)
        for rows in file.batches("revlog", *_COLUMNS):
            monitor.step(len(rows))
            for row in rows:
                trail = self._trails.get(row[1])
                if trail is None:
                    findings.add(f"answer {row[0]}", "its card is no longer in the file")
                elif 0 < row[0] <= _LATEST:
                    yield self._review(trail, row)
                else:
                    findings.add(f"answer {row[0]}", "its time is no date")

    def _begun(self, file: SqliteFile) -> dict[int, _Trail]:
        """Return a trail for each card whose note is known."""
        trails: dict[int, _Trail] = {}
        for card_id, note_id, number in file.rows("cards", whole("id"), whole("nid"), whole("ord")):
            note = self._known.get(note_id)
            ordinal = None if note is None else note.kind.ordinal(number)
            if note is not None and ordinal is not None:
                trails[card_id] = _Trail(note.guid, ordinal)
        return trails

    def _review(self, trail: _Trail, row: tuple[Any, ...]) -> BundledReview:
        at, _, ease, interval, rested, took, written, factor = row
        if not self._until - _QUARTER <= at < self._until:
            self._day, self._until = self._days.at(at // 1000), at - at % _QUARTER + _QUARTER
        day = self._day
        before = trail.last if trail.begun else self._first(rested, day, written)
        if ease < _AGAIN or written >= _BY_HAND:
            kind, rating, interval = ReviewKind.IMPORTED, None, interval if factor else _RESET
        else:
            kind, rating = _answered(trail, ease, day, written)
        trail.last = self._after(trail, ease, interval, day, rating)
        trail.begun = True
        return BundledReview(
            note=trail.note,
            ordinal=trail.ordinal,
            at=at,
            kind=kind,
            rating=rating,
            before=before,
            after=trail.last,
            took=took if 0 <= took <= LONGEST_ANSWER else LONGEST_ANSWER * (took > 0),
            day=day,
        )

    def _after(
        self, trail: _Trail, ease: int, interval: int, day: int, rating: Rating | None
    ) -> Progress | None:
        """Return where a row led; below 0 is in seconds, within the steps of learning."""
        if rating is None and interval == _RESET:
            trail.streak = 0
            return None
        rest = interval if 0 <= interval <= LONGEST_REST else LONGEST_REST * (interval > 0)
        return self._progress(rest, day + rest, trail, 1 if rest == 0 or ease == _AGAIN else None)

    def _first(self, rested: int, day: int, written: int) -> Progress | None:
        """Return where a card stood before its first row: on that day, its interval was over."""
        if written == _LEARN or rested == 0:
            return None
        rest = min(max(rested, 0), LONGEST_REST)
        return self._progress(rest, day, _Trail("", 0), None if rest else 1)

    def _progress(self, rest: int, due: int, trail: _Trail, box: int | None) -> Progress:
        """Return progress: one value for all the rows, often very many, that led to the same."""
        key = (rest, min(LAST_DAY, due), trail.lapses, trail.streak, box)
        known = self._shared.get(key)
        if known is None:
            known = self._shared[key] = Progress(*key)
        return known


def _answered(trail: _Trail, ease: int, day: int, written: int) -> tuple[ReviewKind, Rating]:
    """Return what sort of answer a row is, and count it."""
    kind = ReviewKind.EARLY if written == _EARLY else ReviewKind.ANSWER
    if trail.missed_on == day and written not in {_REVIEW, _EARLY}:
        kind = ReviewKind.RELEARN
    if ease > _AGAIN:
        trail.streak += 1
        return kind, Rating.KNEW
    trail.lapses += written == _REVIEW
    trail.streak, trail.missed_on = 0, day
    return kind, Rating.MISSED
