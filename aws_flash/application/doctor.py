"""The doctor: reads all that a collection holds, and says what is wrong, each with its cure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from aws_flash.application.clock import Clock
from aws_flash.domain.card import NEW, Card, Standing
from aws_flash.domain.doctor import (
    Check,
    Finding,
    History,
    circles,
    differing,
    gather,
    with_standings,
    without_history,
)
from aws_flash.domain.ids import IdSource
from aws_flash.domain.leitner import moment_after
from aws_flash.domain.review import DaySum, Review, ReviewKind
from aws_flash.domain.topic import Topic
from aws_flash.storage.keeper import Keeper
from aws_flash.storage.tables import Tables

RESCUED = "Rescued"
_EVER = (-(2**62), 2**62)
_SAMPLES = 5


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong, and what mends it."""

    finding: Finding
    mend: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How much was read, and what is wrong, in the order in which it must be mended."""

    cards: int
    reviews: int
    troubles: tuple[Trouble, ...]


class Doctor:
    """Looks through the tables of one transaction; its cures need one that writes."""

    def __init__(self, tables: Tables, clock: Clock, ids: IdSource) -> None:
        """Look through these tables; time and ids are for the rows that cures write."""
        self._tables = tables
        self._clock = clock
        self._ids = ids
        self._unreadable: dict[str, list[Any]] = {}

    def examine(self) -> Diagnosis:
        """Read everything; the file must have no broken pages."""
        topics: list[Topic] = self._values(self._tables.topics)
        cards: list[Card] = self._values(self._tables.cards)
        by_card = self._tables.reviews.by_card()
        history = gather(by_card)
        self._note(self._tables.reviews, by_card.unreadable)
        stale = self._stale_notes()
        found = (
            *self._rows(),
            *self._links(),
            *self._tree(topics),
            *self._history(cards, history),
            *self._standings(cards, history),
            *self._sums(history),
            *self._search(stale),
            *self._indexes(),
        )
        return Diagnosis(len(cards), history.reviews, found)

    def examine_words(self) -> list[Trouble]:
        """Return what is wrong within the search index; needs a transaction that writes."""
        upkeep = self._tables.upkeep
        lost = [] if upkeep.words_are_found() else ["words that are not found"]
        return _any(Check.SEARCH, lost, upkeep.find_words_again)

    def keep_standings(self) -> None:
        """Write the rows that lead to where cards stand, where their reviews lead elsewhere."""
        history = gather(self._tables.reviews.by_card())
        cards = list(self._tables.cards.sift(self._tables.cards.key))
        self._write_history(differing(cards, history), history)

    def _values(self, keeper: Keeper[Any, Any]) -> list[Any]:
        sifted = keeper.sift(keeper.key)
        values = list(sifted)
        self._note(keeper, sifted.unreadable)
        return values

    def _stale_notes(self) -> list[int]:
        notes = self._tables.notes.sift(self._tables.notes.key)
        stale = self._tables.upkeep.stale_notes(notes)
        self._note(self._tables.notes, notes.unreadable)
        return stale

    def _note(self, keeper: Keeper[Any, Any], unreadable: list[Any]) -> None:
        self._unreadable[keeper.name] = unreadable

    def _rows(self) -> list[Trouble]:
        tables = self._tables
        delivered = (tables.decks, tables.deck_notes, tables.deck_topics, tables.fact_changes)
        imported = (tables.imports, tables.import_traces)
        for keeper in (tables.kinds, tables.plans, tables.media, *delivered, *imported):
            self._values(keeper)
        self._note(tables.settings, tables.settings.unreadable())
        named = [f"{name} {key}" for name, keys in self._unreadable.items() for key in keys]
        return _any(Check.ROWS, named, self._erase_unreadable)

    def _erase_unreadable(self) -> None:
        for keeper in self._tables.keepers:
            self._tables.upkeep.erase_values(keeper, self._unreadable[keeper.name])
        self._mend_links()

    def _links(self) -> list[Trouble]:
        links = self._tables.upkeep.broken_links()
        return _any(Check.LINKS, (f"{one.table} {one.rowid}" for one in links), self._mend_links)

    def _mend_links(self) -> None:
        """Keep what can stand alone: a card gets a new topic, a topic becomes a root."""
        upkeep = self._tables.upkeep
        links = upkeep.broken_links()
        homeless = [one.rowid for one in links if (one.table, one.parent) == ("cards", "topics")]
        adrift = [one.rowid for one in links if one.table == "topics"]
        if homeless:
            rescued = Topic(self._ids.new_id(), self._ids.new_guid(), None, RESCUED)
            self._tables.topics.put_all([rescued])
            upkeep.hang_cards_on(rescued.id, homeless)
        upkeep.make_roots(adrift)
        for one in upkeep.broken_links():
            upkeep.erase_rows(one.table, [one.rowid])

    def _tree(self, topics: list[Topic]) -> list[Trouble]:
        first = circles(topics)
        return _any(Check.TREE, map(str, first), lambda: self._tables.upkeep.make_roots(first))

    def _history(self, cards: list[Card], history: History) -> list[Trouble]:
        bare = without_history(cards, history)
        return _any(Check.HISTORY, map(str, bare), lambda: self._write_history(bare, history))

    def _write_history(self, card_ids: Iterable[int], history: History) -> None:
        """Write the row that is missing: that each card was put where it stands."""
        reviews = self._tables.reviews
        now, today = self._clock.now(), self._clock.today(self._tables.settings.read())
        reviews.put_all(
            Review(
                id=self._ids.new_id(),
                card_id=card.id,
                topic_id=card.topic_id,
                at=moment_after(now, reviews.last_moment(card.id)),
                day=today,
                kind=ReviewKind.SET_BOX,
                rating=None,
                before=history.standings.get(card.id, NEW),
                after=card.standing,
            )
            for card in self._tables.cards.get_all(card_ids).values()
        )

    def _standings(self, cards: list[Card], history: History) -> list[Trouble]:
        right = differing(cards, history)
        return _any(Check.STANDINGS, map(str, right), lambda: self._write_standings(right))

    def _write_standings(self, right: dict[int, Standing]) -> None:
        cards = self._tables.cards.get_all(right)
        self._tables.cards.put_all(with_standings(cards.values(), right))

    def _sums(self, history: History) -> list[Trouble]:
        held = frozenset(one for one in self._tables.reviews.sums(*_EVER) if one != _nothing(one))
        wrong = sorted({(one.day, one.topic_id) for one in held ^ history.sums})
        named = (f"day {day} topic {topic_id}" for day, topic_id in wrong)
        return _any(Check.DAY_SUMS, named, lambda: self._tables.reviews.write_sums(history.sums))

    def _search(self, stale: list[int]) -> list[Trouble]:
        return _any(Check.SEARCH, map(str, stale), lambda: self._index_again(stale))

    def _index_again(self, stale: list[int]) -> None:
        notes = self._tables.notes.get_all(stale)
        self._tables.upkeep.index_again(stale, notes.values())

    def _indexes(self) -> list[Trouble]:
        upkeep = self._tables.upkeep
        return _any(Check.FILE, upkeep.broken_indexes(), upkeep.make_indexes_again)


def finding_of(check: Check, wrong: Sequence[str]) -> Finding:
    """Return a finding that shows the first few of what is wrong."""
    return Finding(check, len(wrong), tuple(wrong[:_SAMPLES]))


def _any(check: Check, wrong: Iterable[str], mend: Callable[[], None]) -> list[Trouble]:
    listed = list(wrong)
    return [Trouble(finding_of(check, listed), mend)] if listed else []


def _nothing(one: DaySum) -> DaySum:
    return DaySum(one.day, one.topic_id)
