"""Progress of an import: its history as review rows, and a last row that sets the standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from operator import attrgetter

from aws_flash.application.batches import batches
from aws_flash.domain.arrived_progress import standing_of
from aws_flash.domain.bundle import Bundle, BundledReview, Progress
from aws_flash.domain.card import Card, Standing
from aws_flash.domain.days import day_of
from aws_flash.domain.ids import IdSource
from aws_flash.domain.leitner import moment_after, rebuild
from aws_flash.domain.monitor import Monitor
from aws_flash.domain.review import LONGEST_ANSWER, Review, ReviewKind
from aws_flash.domain.settings import Settings
from aws_flash.storage.tables import Tables

Key = tuple[str, int]
"""The guid of a note, and the ordinal of one of its cards."""

_QUARTER = 15 * 60 * 1000


class ArrivingProgress:
    """Brings boxes, due days and reviews to cards that are here.

    A card that has answers of its own here keeps its standing, unless the file knows of a later
    answer. A review that is here already (same card, time and kind) does not come twice.
    """

    def __init__(self, tables: Tables, bundle: Bundle, ids: IdSource, now: datetime) -> None:
        """Write through `tables`; `now` is local time, whose zone gives old reviews their day."""
        self._tables = tables
        self._ids = ids
        self._now = int(now.timestamp() * 1000)
        self._zone: tzinfo | None = now.tzinfo
        self._settings: Settings = tables.settings.read()
        self._days: dict[int, int] = {}
        self._standings: dict[Progress | None, Standing] = {}
        self._progress = {
            (card.note, card.ordinal): card.progress
            for card in bundle.cards
            if card.progress is not None
        }
        self._history: dict[Key, list[BundledReview]] = {}
        for review in bundle.reviews:
            self._history.setdefault((review.note, review.ordinal), []).append(review)

    def standing(self, progress: Progress | None) -> Standing:
        """Return where a card stands that was learned elsewhere."""
        held = self._standings.get(progress)
        if held is None:
            held = self._standings[progress] = standing_of(progress, self._settings)
        return held

    def bring_to_new(self, cards: Iterable[Card], guids: Mapping[int, str]) -> int:
        """Write the rows that led to the standings of cards just added; return how many.

        `guids` are those of their notes, by id.
        """
        rows: list[Review] = []
        for card in cards:
            key = guids[card.note_id], card.ordinal
            self._progress.pop(key, None)
            came = [*self._came(card, self._history.pop(key, ()), ())]
            rows.extend(self._leading(card, card.standing, came))
        self._tables.reviews.add_all(rows)
        return len(rows)

    def bring(self, monitor: Monitor) -> int:
        """Write all other progress of the bundle and return how many reviews came."""
        keys = list(dict.fromkeys((*self._progress, *self._history)))
        monitor.phase("Bringing your progress", len(keys))
        brought = 0
        for some in batches(keys):
            brought += self._bring(some)
            monitor.step(len(some))
        return brought

    def _bring(self, keys: list[Key]) -> int:
        cards = self._cards(keys)
        known = self._known(card.id for card in cards.values())
        rows: list[Review] = []
        moved: list[Card] = []
        for key, card in cards.items():
            here = known.get(card.id, [])
            came = [*self._came(card, self._history.get(key, ()), here)]
            wanted = self._wanted(card, self._progress.get(key), came, here)
            rows.extend(self._leading(card, wanted, came, here))
            if wanted != card.standing:
                moved.append(replace(card, standing=wanted))
        self._tables.reviews.add_all(rows)
        self._tables.cards.put_all(moved)
        return len(rows)

    def _leading(
        self, card: Card, wanted: Standing, came: list[Review], here: Sequence[Review] = ()
    ) -> list[Review]:
        """Return the rows that came, and one that sets the standing if they do not lead to it."""
        rows = [*here, *came]
        led = rebuild(rows)
        return came if led == wanted else [*came, self._setting(card, led, wanted, rows)]

    def _cards(self, keys: list[Key]) -> dict[Key, Card]:
        """Return the cards that are here, by the guid of their note and their ordinal."""
        ids = self._tables.notes.ids_by_guid({guid for guid, _ in keys})
        guids = {note_id: guid for guid, note_id in ids.items()}
        wanted = set(keys)
        found = {
            (guids[card.note_id], card.ordinal): card for card in self._tables.cards.of_notes(guids)
        }
        return {key: card for key, card in found.items() if key in wanted}

    def _known(self, card_ids: Iterable[int]) -> dict[int, list[Review]]:
        known: dict[int, list[Review]] = {}
        for review in self._tables.reviews.of_cards(card_ids):
            known.setdefault(review.card_id, []).append(review)
        return known

    def _came(
        self, card: Card, reviews: Iterable[BundledReview], here: Sequence[Review]
    ) -> Iterator[Review]:
        """Yield the rows of a card's history that are not here yet."""
        taken = {(review.at, review.kind) for review in here}
        ordered = sorted(reviews, key=attrgetter("at"))
        for row_id, review in zip(self._ids.new_ids(len(ordered)), ordered, strict=True):
            if (review.at, review.kind) not in taken:
                taken.add((review.at, review.kind))
                yield self._row(row_id, card, review)

    def _row(self, row_id: int, card: Card, review: BundledReview) -> Review:
        return Review(
            id=row_id,
            card_id=card.id,
            topic_id=card.topic_id,
            at=review.at,
            day=self._day(review.at) if review.day is None else review.day,
            kind=review.kind,
            rating=review.rating,
            before=self.standing(review.before),
            after=self.standing(review.after),
            took=min(max(review.took, 0), LONGEST_ANSWER),
            undone=review.undone,
        )

    def _wanted(
        self, card: Card, progress: Progress | None, came: list[Review], here: list[Review]
    ) -> Standing:
        """Return where the card is to stand."""
        latest_here = max((row.at for row in here if not row.undone), default=0)
        latest_came = max((row.at for row in came if not row.undone), default=0)
        if progress is None or (latest_here and latest_came <= latest_here):
            return card.standing
        return self.standing(progress)

    def _setting(
        self, card: Card, led: Standing, wanted: Standing, rows: Iterable[Review]
    ) -> Review:
        """Return the row that sets a standing where the other rows have led to another."""
        at = moment_after(self._now, max((row.at for row in rows), default=None))
        return Review(
            id=self._ids.new_id(),
            card_id=card.id,
            topic_id=card.topic_id,
            at=at,
            day=self._day(at),
            kind=ReviewKind.IMPORTED,
            rating=None,
            before=led,
            after=wanted,
        )

    def _day(self, at: int) -> int:
        """Return the local day of a moment; asked once for every quarter of an hour.

        Nowhere does a day begin within one.
        """
        quarter = at // _QUARTER
        day = self._days.get(quarter)
        if day is None:
            moment = datetime.fromtimestamp(at / 1000, self._zone)
            day = self._days[quarter] = day_of(moment, self._settings.day_begins_at)
        return day
