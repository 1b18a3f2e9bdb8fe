"""The queue: which cards a session asks, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice

from aws_flash.domain.pace import Pace

DUE_PER_NEW = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be asked: due, or new with its place in the deck.

    `order` is the place in deck order: topics as the tree shows them, then the place in the topic.
    """

    card_id: int
    note_id: int
    topic_id: int
    box: int
    due: int | None
    order: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a session may hold.

    `seconds` is what is left of the day's budget, `new_allowed` the new cards that may still come
    today, `notes_seen` the notes of which a card was answered today.
    """

    seconds: float
    new_allowed: int
    pace: Pace = field(default_factory=Pace)
    notes_seen: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """The cards of a session in the order to be shown, and what became of the others.

    `due` and `new` count the cards chosen, `left_out` the due cards that the budget had no room for
    (they stay due). `siblings` would have had room and wait for tomorrow, because another card of
    their note is asked today; the first `due_siblings` of them are due, the others new.
    """

    cards: tuple[int, ...] = ()
    due: int = 0
    new: int = 0
    left_out: int = 0
    siblings: tuple[int, ...] = ()
    due_siblings: int = 0


@dataclass(frozen=True, slots=True)
class _Taken:
    """One pass over candidates: those taken, the siblings held back, and how many were left."""

    cards: list[int]
    notes: set[int]
    siblings: list[int]
    left: int


def choose(due: Iterable[Candidate], new: Iterable[Candidate], limits: Limits) -> Choice:
    """Choose the cards of an ordinary session.

    First due cards, oldest due day first, ties by lower box, then by id; then new cards in deck
    order, up to the budget. At least one card is chosen, unless all of them are siblings of cards
    seen today. Shown is one new card after every three due ones. `left_out` counts among the
    candidates given.
    """
    pace = limits.pace
    room = max(_fitting(limits.seconds, pace.seconds_due), 1)
    first = _take(sorted(due, key=_oldest_first), room, limits.notes_seen)
    spare = limits.seconds - len(first.cards) * pace.seconds_due
    room = min(_fitting(spare, pace.seconds_new), limits.new_allowed)
    if not first.cards and limits.new_allowed > 0:
        room = max(room, 1)
    second = _take(sorted(new, key=_deck_order), room, limits.notes_seen | first.notes)
    return Choice(
        cards=interleaved(first.cards, second.cards),
        due=len(first.cards),
        new=len(second.cards),
        left_out=first.left,
        siblings=(*first.siblings, *second.siblings),
        due_siblings=len(first.siblings),
    )


def choose_ahead(seen: Iterable[Candidate], limits: Limits) -> Choice:
    """Choose cards to study ahead of their day, soonest due first, up to the budget.

    `seen` are cards seen before, without those answered today. No new cards come. Cards whose
    sibling was answered today come only after all others.
    """
    listed = sorted(seen, key=_oldest_first)
    fresh = [card for card in listed if card.note_id not in limits.notes_seen]
    others = [card for card in listed if card.note_id in limits.notes_seen]
    room = max(_fitting(limits.seconds, limits.pace.seconds_due), 1)
    taken = _take([*fresh, *others], room, frozenset())
    return Choice(
        cards=tuple(taken.cards),
        due=len(taken.cards),
        left_out=taken.left,
        siblings=tuple(taken.siblings),
        due_siblings=len(taken.siblings),
    )


def interleaved(due: Sequence[int], new: Sequence[int]) -> tuple[int, ...]:
    """Return due and new cards in the order to be shown: one new after every three due ones."""
    shown: list[int] = []
    fresh = iter(new)
    for place, card_id in enumerate(due, start=1):
        shown.append(card_id)
        if place % DUE_PER_NEW == 0:
            shown.extend(islice(fresh, 1))
    shown.extend(fresh)
    return tuple(shown)


def _take(candidates: Sequence[Candidate], room: int, notes_seen: AbstractSet[int]) -> _Taken:
    """Take as many as there is room for, one card of a note."""
    cards: list[int] = []
    siblings: list[int] = []
    notes: set[int] = set()
    left = 0
    for candidate in candidates:
        if len(cards) >= room:
            left += 1
        elif candidate.note_id in notes or candidate.note_id in notes_seen:
            siblings.append(candidate.card_id)
        else:
            cards.append(candidate.card_id)
            notes.add(candidate.note_id)
    return _Taken(cards, notes, siblings, left)


def _fitting(seconds: float, each: float) -> int:
    """Return how many cards fit, forgiving the rounding of floating-point sums."""
    return max(int(seconds / each + 1e-9), 0)


def _oldest_first(candidate: Candidate) -> tuple[int, int, int]:
    return (0 if candidate.due is None else candidate.due, candidate.box, candidate.card_id)


def _deck_order(candidate: Candidate) -> tuple[int, int]:
    return (candidate.order, candidate.card_id)
