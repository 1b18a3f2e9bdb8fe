"""Progress of an import: its history as review rows, and a last row that sets the standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, tzinfo

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

_QUARTER = 15 * 60 * 1000


class ArrivingProgress:
    """Brings boxes, due days and reviews to cards that are here.

    A card that has answers of its own here keeps its standing, unless the file knows of a later
    answer. A review that is here already (same card, time and kind) does not come twice.
    """

    def __init__(self, tables: Tables, bundle: Bundle, ids: IdSource, now: datetime) -> None:
        """Write through `tables`; `now` is local time, whose zone gives old reviews their day."""
        self._tables = tables
        self._bundle = bundle
        self._ids = ids
        self._now = int(now.timestamp() * 1000)
        self._zone: tzinfo | None = now.tzinfo
        self._settings: Settings = tables.settings.read()
        self._days: dict[int, int] = {}

    def bring(self, monitor: Monitor) -> int:
        """Write all progress of the bundle and return how many reviews came."""
        progress = {
            (card.note, card.ordinal): card.progress
            for card in self._bundle.cards
            if card.progress is not None
        }
        history: dict[tuple[str, int], list[BundledReview]] = {}
        for review in self._bundle.reviews:
            history.setdefault((review.note, review.ordinal), []).append(review)
        keys = list(dict.fromkeys((*progress, *history)))
        monitor.phase("Bringing your progress", len(keys))
        brought = 0
        for some in batches(keys):
            brought += self._bring(some, progress, history)
            monitor.step(len(some))
        return brought

    def _bring(
        self,
        keys: list[tuple[str, int]],
        progress: Mapping[tuple[str, int], Progress],
        history: Mapping[tuple[str, int], list[BundledReview]],
    ) -> int:
        cards = self._cards(keys)
        known = self._known(card.id for card in cards.values())
        rows: list[Review] = []
        moved: list[Card] = []
        for key, card in cards.items():
            here = known.get(card.id, [])
            came = [*self._came(card, history.get(key, ()), here)]
            rows.extend(came)
            wanted = self._wanted(card, progress.get(key), came, here)
            if rebuild((*here, *came)) != wanted:
                rows.append(self._setting(card, wanted, (*here, *came)))
            if wanted != card.standing:
                moved.append(replace(card, standing=wanted))
        self._tables.reviews.put_all(rows)
        self._tables.cards.put_all(moved)
        return len(rows)

    def _cards(self, keys: list[tuple[str, int]]) -> dict[tuple[str, int], Card]:
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
        self, card: Card, reviews: Iterable[BundledReview], here: list[Review]
    ) -> Iterator[Review]:
        """Yield the rows of a card's history that are not here yet."""
        taken = {(review.at, review.kind) for review in here}
        for review in sorted(reviews, key=lambda one: one.at):
            if (review.at, review.kind) not in taken:
                taken.add((review.at, review.kind))
                yield self._row(card, review)

    def _row(self, card: Card, review: BundledReview) -> Review:
        return Review(
            id=self._ids.new_id(),
            card_id=card.id,
            topic_id=card.topic_id,
            at=review.at,
            day=self._day(review.at) if review.day is None else review.day,
            kind=review.kind,
            rating=review.rating,
            before=standing_of(review.before, self._settings),
            after=standing_of(review.after, self._settings),
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
        return standing_of(progress, self._settings)

    def _setting(self, card: Card, wanted: Standing, rows: Iterable[Review]) -> Review:
        """Return the row that sets a standing to which the other rows alone do not lead."""
        at = moment_after(self._now, max((row.at for row in rows), default=None))
        return Review(
            id=self._ids.new_id(),
            card_id=card.id,
            topic_id=card.topic_id,
            at=at,
            day=self._day(at),
            kind=ReviewKind.IMPORTED,
            rating=None,
            before=card.standing,
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
