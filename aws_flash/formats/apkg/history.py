"""Anki's review log, row by row: what was answered, and where that led.

Rows without an answer (an interval set or a card reset by hand, or by Anki's optimiser) set a
standing too, so they come along as imported ones. A repeat on the day of a miss is no answer of its
own, as with us.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.bundle import BundledReview, Progress
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.review import LONGEST_ANSWER, Rating, ReviewKind
from aws_flash.formats.apkg.cards import LONGEST_REST
from aws_flash.formats.apkg.days import AnkiDays, within
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.known import Known
from aws_flash.formats.sqlite_file.columns import whole
from aws_flash.formats.sqlite_file.database import ROWS_AT_ONCE, SqliteFile

_LEARN, _REVIEW, _EARLY, _BY_HAND = 0, 1, 3, 4
_AGAIN: Final = 1
_LATEST: Final = 7_258_118_400_000  # in 2200
_COLUMNS: Final = tuple(map(whole, ("id", "cid", "ease", "ivl", "lastIvl", "time", "type")))


@dataclass(slots=True)
class _Trail:
    """What the rows of a card have led to so far."""

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

    @property
    def streaks(self) -> dict[int, int]:
        """Answers known in a row, up to the last one, by Anki's id of a card."""
        return {card_id: trail.streak for card_id, trail in self._trails.items()}

    def read(
        self, file: SqliteFile, findings: Findings, monitor: Monitor
    ) -> Iterator[BundledReview]:
        """Yield the reviews, oldest first; those of cards that are gone are counted."""
        owners = self._owners(file)
        for number, row in enumerate(file.rows("revlog", *_COLUMNS), 1):
            at, card_id, *answered = row
            if number % ROWS_AT_ONCE == 0:
                monitor.step(ROWS_AT_ONCE)
            owner = owners.get(card_id)
            if owner is None:
                findings.add(f"answer {at}", "its card is no longer in the file")
            elif not 0 < at <= _LATEST:
                findings.add(f"answer {at}", "its time is no date")
            else:
                yield self._review(owner, at, self._trail(card_id), answered)

    def _owners(self, file: SqliteFile) -> dict[int, tuple[str, int]]:
        owners: dict[int, tuple[str, int]] = {}
        for card_id, note_id, written in file.rows(
            "cards", whole("id"), whole("nid"), whole("ord")
        ):
            note = self._known.get(note_id)
            ordinal = None if note is None else note.kind.ordinal(written)
            if note is not None and ordinal is not None:
                owners[card_id] = (note.guid, ordinal)
        return owners

    def _trail(self, card_id: int) -> _Trail:
        trail = self._trails.get(card_id)
        if trail is None:
            trail = self._trails[card_id] = _Trail()
        return trail

    def _review(
        self, owner: tuple[str, int], at: int, trail: _Trail, answered: list[int]
    ) -> BundledReview:
        ease, interval, before_interval, took, written = answered
        day = self._days.at(at // 1000)
        before = trail.last if trail.begun else self._first(before_interval, day, written)
        kind = _kind(ease, written, day, trail)
        self._follow(trail, kind, ease, written, day)
        trail.last = self._after(kind, ease, interval, day, trail)
        trail.begun = True
        return BundledReview(
            note=owner[0],
            ordinal=owner[1],
            at=at,
            kind=kind,
            rating=_rating(kind, ease),
            before=before,
            after=trail.last,
            took=min(max(took, 0), LONGEST_ANSWER),
            day=day,
        )

    def _follow(self, trail: _Trail, kind: ReviewKind, ease: int, written: int, day: int) -> None:
        """Count what a row adds to a card's streak and lapses."""
        if kind is ReviewKind.IMPORTED:
            return
        if ease == _AGAIN:
            trail.lapses += written == _REVIEW
            trail.streak, trail.missed_on = 0, day
        else:
            trail.streak += 1

    def _after(
        self, kind: ReviewKind, ease: int, interval: int, day: int, trail: _Trail
    ) -> Progress | None:
        """Return where a row led; below 0 is in seconds, within the steps of learning."""
        if kind is ReviewKind.IMPORTED and interval == 0:
            trail.streak = 0
            return None
        rest = min(max(interval, 0), LONGEST_REST)
        in_steps = rest == 0 or ease == _AGAIN
        return self._progress(rest, day + rest, trail, 1 if in_steps else None)

    def _first(self, interval: int, day: int, written: int) -> Progress | None:
        """Return where a card stood before its first row: on that day, its interval was over."""
        if written == _LEARN or interval == 0:
            return None
        rest = min(max(interval, 0), LONGEST_REST)
        return self._progress(rest, day, _Trail(), None if rest else 1)

    def _progress(self, rest: int, due: int, trail: _Trail, box: int | None) -> Progress:
        """Return progress: one value for all the rows, often very many, that led to the same."""
        key = (rest, within(due), trail.lapses, trail.streak, box)
        known = self._shared.get(key)
        if known is None:
            known = self._shared[key] = Progress(*key)
        return known


def _kind(ease: int, written: int, day: int, trail: _Trail) -> ReviewKind:
    if ease < _AGAIN or written >= _BY_HAND:
        return ReviewKind.IMPORTED
    if written == _EARLY:
        return ReviewKind.EARLY
    repeated = written != _REVIEW and trail.missed_on == day
    return ReviewKind.RELEARN if repeated else ReviewKind.ANSWER


def _rating(kind: ReviewKind, ease: int) -> Rating | None:
    if kind is ReviewKind.IMPORTED:
        return None
    return Rating.MISSED if ease == _AGAIN else Rating.KNEW
