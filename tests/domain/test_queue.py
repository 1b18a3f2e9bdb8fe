"""Which cards a session asks, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.pace import Pace
from aws_flash.domain.queue import Candidate, Choice, Limits, choose, choose_ahead, interleaved
from tests.domain.box_strategies import TODAY, due_cards, limits, new_cards

AMPLE = Limits(seconds=1e6, new_allowed=1000)
EVEN = Pace(seconds_knew=10, seconds_missed=10)


def due(card_id: int, day: int = TODAY, box: int = 1, note: int | None = None) -> Candidate:
    return Candidate(card_id, card_id if note is None else note, 1, box, day)


def new(card_id: int, order: int = 0, note: int | None = None) -> Candidate:
    return Candidate(card_id, card_id if note is None else note, 1, 0, None, order)


def seconds(choice: Choice, pace: Pace) -> float:
    return choice.due * pace.seconds_due + choice.new * pace.seconds_new


def notes_of(choice: Choice, candidates: list[Candidate]) -> list[int]:
    note_of = {card.card_id: card.note_id for card in candidates}
    return [note_of[card_id] for card_id in choice.cards]


@given(due_cards, new_cards, limits)
def test_a_session_keeps_to_the_budget_but_holds_at_least_one_card(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    choice = choose(due, new, limits)
    assert len(choice.cards) <= 1 or seconds(choice, limits.pace) <= limits.seconds + 1e-6


@given(due_cards.filter(len), new_cards, limits)
def test_something_due_is_always_asked_unless_a_sibling_came_today(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    choice = choose(due, new, limits)
    assert choice.due or all(card.note_id in limits.notes_seen for card in due)


@given(due_cards, new_cards, limits)
def test_no_two_cards_of_one_note_stand_in_a_session(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    notes = notes_of(choose(due, new, limits), due + new)
    assert len(set(notes)) == len(notes)


@given(due_cards, new_cards, limits)
def test_a_card_waits_if_its_sibling_was_answered_today(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    assert limits.notes_seen.isdisjoint(notes_of(choose(due, new, limits), due + new))


@given(due_cards, new_cards, limits)
def test_every_due_card_is_chosen_left_out_or_waiting(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    choice = choose(due, new, limits)
    assert choice.due + choice.left_out + choice.due_siblings == len(due)
    waiting = choice.siblings[: choice.due_siblings]
    assert set(waiting) == {card.card_id for card in due} & set(choice.siblings)


@given(due_cards, new_cards, limits)
def test_no_more_new_cards_come_than_are_allowed(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    assert choose(due, new, limits).new <= limits.new_allowed


@given(due_cards, new_cards, limits)
def test_the_order_in_which_storage_gives_cards_does_not_matter(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    assert choose(due, new, limits) == choose(due[::-1], new[::-1], limits)


@given(due_cards, new_cards, limits)
def test_a_due_card_is_never_left_out_for_one_that_became_due_later(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    choice = choose(due, new, limits)
    day_of = {card.card_id: card.due for card in due}
    asked = [day or 0 for card_id, day in day_of.items() if card_id in choice.cards]
    gone = {*choice.cards, *choice.siblings}
    left = [day or 0 for card_id, day in day_of.items() if card_id not in gone]
    assert not asked or not left or max(asked) <= min(left)


def test_due_cards_come_oldest_first_then_lower_box_then_id() -> None:
    cards = [due(4), due(3), due(2, box=3), due(1, TODAY - 1, box=5)]
    assert choose(cards, [], AMPLE).cards == (1, 3, 4, 2)


def test_new_cards_come_in_deck_order() -> None:
    cards = [new(1, order=2), new(2, order=0), new(3, order=1)]
    assert choose([], cards, AMPLE).cards == (2, 3, 1)


@pytest.mark.parametrize(
    ("due", "new", "shown"),
    [
        ("", "xyz", "xyz"),
        ("ab", "xyz", "abxyz"),
        ("abcdefg", "xyz", "abcxdefygz"),
        ("abcdefg", "x", "abcxdefg"),
        ("abc", "x", "abcx"),
    ],
)
def test_one_new_card_follows_every_three_due_ones(due: str, new: str, shown: str) -> None:
    order = interleaved([ord(one) for one in due], [ord(one) for one in new])
    assert "".join(map(chr, order)) == shown


@given(st.lists(st.integers(1, 99), max_size=40), st.lists(st.integers(100, 199), max_size=40))
def test_showing_loses_and_doubles_no_card(due: list[int], new: list[int]) -> None:
    shown = interleaved(due, new)
    assert [card for card in shown if card < 100] == due
    assert [card for card in shown if card >= 100] == new


def test_due_cards_have_the_budget_before_new_ones() -> None:
    choice = choose([due(1), due(2), due(3)], [new(9)], Limits(30, 5, EVEN))
    assert (choice.due, choice.new, choice.left_out) == (3, 0, 0)


def test_what_the_budget_has_no_room_for_is_counted() -> None:
    choice = choose([due(one) for one in range(1, 8)], [], Limits(30, 5, EVEN))
    assert (choice.due, choice.left_out) == (3, 4)


def test_new_cards_take_the_minutes_that_due_ones_leave() -> None:
    choice = choose([due(1)], [new(7), new(8), new(9)], Limits(30, 5, EVEN))
    assert choice.cards == (1, 7, 8)


def test_an_empty_budget_still_gives_one_new_card_if_one_may_come() -> None:
    assert choose([], [new(1), new(2)], Limits(0, 5)).cards == (1,)
    assert choose([], [new(1), new(2)], Limits(0, 1)).cards == (1,)
    assert choose([], [new(1), new(2)], Limits(0, 0)).cards == ()


def test_the_later_sibling_waits_and_the_next_card_takes_its_place() -> None:
    choice = choose([due(1, note=7), due(2, note=7), due(3)], [], Limits(20, 5, EVEN))
    assert choice.cards == (1, 3)
    assert choice.siblings == (2,)


def test_a_new_card_waits_for_a_due_sibling() -> None:
    choice = choose([due(1, note=7)], [new(2, note=7), new(3, order=1)], AMPLE)
    assert choice.cards == (1, 3)
    assert choice.siblings == (2,)


def test_studying_ahead_takes_the_soonest_due_first() -> None:
    cards = [due(1, TODAY + 3), due(2, TODAY + 1), due(3, TODAY + 2)]
    assert choose_ahead(cards, Limits(20, 5, EVEN)).cards == (2, 3)
    assert choose_ahead(cards, Limits(0, 5, EVEN)).cards == (2,)


def test_studying_ahead_puts_siblings_of_today_s_cards_last() -> None:
    cards = [due(1, TODAY + 1, note=7), due(2, TODAY + 5)]
    seen_today = Limits(1e6, 0, notes_seen=frozenset({7}))
    assert choose_ahead(cards, seen_today).cards == (2, 1)


@given(due_cards, limits)
def test_studying_ahead_shows_no_siblings_together(due: list[Candidate], limits: Limits) -> None:
    notes = notes_of(choose_ahead(due, limits), due)
    assert len(set(notes)) == len(notes)
