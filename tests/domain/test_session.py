"""A session, step by step: repeats, drops, steps back, and the numbers on screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain import session as sessions
from aws_flash.domain.card import NEW, Standing
from aws_flash.domain.leitner import Calendar, Outcome, grade, relearn
from aws_flash.domain.queue import Candidate, Choice, Limits, choose
from aws_flash.domain.review import Rating
from aws_flash.domain.session import Session, SessionKind
from aws_flash.domain.settings import Settings
from tests.domain.box_strategies import TODAY, due_cards, limits, new_cards

KNEW, MISSED = Rating.KNEW, Rating.MISSED
Move: TypeAlias = tuple[str, Rating, int]
moves = st.lists(
    st.tuples(
        st.sampled_from(["answer", "answer", "answer", "drop", "back", "put back"]),
        st.sampled_from(Rating),
        st.integers(1, 30),
    ),
    max_size=60,
)
lengths = st.integers(0, 20)


def begin(length: int) -> Session:
    return sessions.start(Choice(cards=tuple(range(1, length + 1))))


def outcome(session: Session, rating: Rating, standing: Standing = NEW) -> Outcome:
    if sessions.is_repeat(session):
        return relearn(Standing(1, 1, TODAY + 1), rating)
    return grade(standing, rating, 7, Calendar(TODAY), Settings())


def answer(session: Session, *ratings: Rating) -> Session:
    for rating in ratings:
        session = sessions.answered(session, outcome(session, rating), 1000)
    return session


def move(session: Session, step: Move) -> Session:
    name, rating, card_id = step
    if name == "answer":
        return session if sessions.current(session) is None else answer(session, rating)
    if name == "drop":
        return sessions.dropped(session, [card_id])
    return sessions.stepped_back(session) if name == "back" else sessions.put_back(session, card_id)


def play(session: Session, rating: Rating) -> list[int]:
    """Answer all first looks alike and know every repeat; return the cards in order."""
    shown = []
    while (card_id := sessions.current(session)) is not None:
        shown.append(card_id)
        session = answer(session, KNEW if sessions.is_repeat(session) else rating)
    return shown


def test_cards_come_in_the_order_chosen() -> None:
    assert play(begin(4), KNEW) == [1, 2, 3, 4]


def test_a_missed_card_returns_after_five_others() -> None:
    session = answer(begin(9), MISSED)
    shown = []
    for _ in range(6):
        shown.append(sessions.current(session))
        session = answer(session, KNEW)
    assert shown == [2, 3, 4, 5, 6, 1]


def test_a_missed_card_returns_at_the_end_of_a_short_session() -> None:
    assert play(begin(3), MISSED) == [1, 2, 3, 1, 2, 3]


@given(lengths)
def test_a_missed_card_returns_once_whatever_the_repeat_brings(length: int) -> None:
    session = begin(length)
    shown = []
    while (card_id := sessions.current(session)) is not None:
        shown.append(card_id)
        session = answer(session, MISSED)
    assert sorted(shown) == sorted([*range(1, length + 1)] * 2)


@given(st.integers(7, 30), st.lists(st.sampled_from(Rating), min_size=60, max_size=60))
def test_five_others_lie_between_a_miss_and_its_repeat_while_cards_wait(
    length: int, ratings: list[Rating]
) -> None:
    session, shown = begin(length), list[int | None]()
    for rating in ratings:
        if sessions.is_repeat(session) and session.place < length:
            card_id = sessions.current(session)
            since = shown[len(shown) - shown[::-1].index(card_id) :]
            assert len(set(since) - {card_id}) >= 5
        shown.append(sessions.current(session))
        session = session if shown[-1] is None else answer(session, rating)


@given(lengths, moves)
def test_no_card_is_ever_twice_in_line(length: int, moves: list[Move]) -> None:
    session = begin(length)
    for step in moves:
        session = move(session, step)
        assert len(set(session.remaining)) == len(session.remaining)


@given(lengths, moves)
def test_no_card_is_lost_over_answers_and_steps_back(length: int, moves: list[Move]) -> None:
    session = begin(length)
    for step in moves:
        if step[0] in {"answer", "back"}:
            session = move(session, step)
    first_answers = set(session.cards[: session.place])
    assert first_answers | set(session.remaining) == set(range(1, length + 1))
    assert first_answers.isdisjoint(session.cards[session.place :])


@given(lengths, moves)
def test_numbers_on_screen_stay_in_step(length: int, moves: list[Move]) -> None:
    session = begin(length)
    for step in moves:
        session = move(session, step)
        over = sessions.current(session) is None
        assert session.position == session.answers + (0 if over else 1)
        assert session.total == session.answers + len(session.remaining)


@given(lengths, moves)
def test_every_session_ends(length: int, moves: list[Move]) -> None:
    session = begin(length)
    for step in moves:
        session = move(session, step)
    shown = play(session, MISSED)
    assert len(shown) <= 2 * len(session.remaining)
    assert set(shown) == set(session.remaining)


@given(lengths, moves, st.sampled_from(Rating))
def test_a_step_back_restores_the_session_before_an_answer(
    length: int, moves: list[Move], rating: Rating
) -> None:
    session = begin(length)
    for step in moves:
        session = move(session, step)
    if sessions.current(session) is not None:
        assert sessions.stepped_back(answer(session, rating)) == session


def test_stepping_back_undoes_one_answer_after_the_other() -> None:
    session = answer(begin(3), MISSED, KNEW, KNEW)
    shown = []
    for _ in range(3):
        session = sessions.stepped_back(session)
        shown.append(sessions.current(session))
    assert shown == [3, 2, 1]
    assert session == begin(3)


def test_stepping_back_at_the_start_changes_nothing() -> None:
    assert sessions.stepped_back(begin(3)) == begin(3)


@given(lengths, moves, st.integers(1, 30))
def test_a_dropped_card_is_not_asked_again(length: int, moves: list[Move], card_id: int) -> None:
    session = begin(length)
    for step in moves:
        session = move(session, step)
    left = sessions.dropped(session, [card_id])
    assert card_id not in play(left, MISSED)
    assert sessions.stepped_back(left) == session


@given(lengths, moves, st.integers(1, 30))
def test_a_card_put_back_comes_first_and_as_a_first_answer(
    length: int, moves: list[Move], card_id: int
) -> None:
    session = begin(length)
    for step in moves:
        session = move(session, step)
    session = sessions.put_back(session, card_id)
    assert sessions.current(session) == card_id
    assert not sessions.is_repeat(session)
    assert session.remaining.count(card_id) == 1


def test_cards_that_are_gone_are_passed_over_without_a_step() -> None:
    session = sessions.without(answer(begin(4), KNEW), [2, 3])
    assert sessions.current(session) == 4
    assert sessions.current(sessions.stepped_back(session)) == 1


def test_a_missed_card_adds_its_repeat_to_the_total() -> None:
    session = answer(begin(27), *[KNEW] * 10)
    assert (session.position, session.total) == (11, 27)
    session = answer(session, MISSED)
    assert (session.position, session.total) == (12, 28)


@given(lengths, st.lists(st.sampled_from(Rating), max_size=40))
def test_the_progress_line_never_runs_back(length: int, ratings: list[Rating]) -> None:
    session, reached = begin(length), 0.0
    for rating in ratings:
        if sessions.current(session) is not None:
            session = answer(session, rating)
            assert session.answers / session.total >= reached
            reached = session.answers / session.total


def test_the_summary_counts_cards_and_keeps_repeats_apart() -> None:
    session = answer(begin(3), KNEW, MISSED, KNEW, MISSED)
    assert sessions.summary(session) == sessions.Summary(
        answers=3, knew=2, missed=1, climbed=2, repeats=1, took=4000
    )


def test_only_a_known_card_that_changes_box_has_climbed() -> None:
    last_box = Standing(box=5, rest=30, due=TODAY)
    session = begin(1)
    session = sessions.answered(session, outcome(session, KNEW, last_box), 0)
    assert sessions.summary(session).climbed == 0


def test_a_repeat_graded_as_a_first_answer_is_refused() -> None:
    session = answer(begin(1), MISSED)
    wrong = grade(NEW, KNEW, 1, Calendar(TODAY), Settings())
    with pytest.raises(ValueError, match="does not belong"):
        sessions.answered(session, wrong, 0)


def test_a_session_that_is_over_takes_no_answer() -> None:
    session = answer(begin(1), KNEW)
    with pytest.raises(ValueError, match="does not belong"):
        sessions.answered(session, grade(NEW, KNEW, 1, Calendar(TODAY), Settings()), 0)


@given(due_cards, new_cards, limits)
def test_a_whole_session_shows_no_siblings(
    due: list[Candidate], new: list[Candidate], limits: Limits
) -> None:
    roomy = replace(limits, seconds=1e6)
    note_of = {card.card_id: card.note_id for card in due + new}
    session = sessions.start(choose(due, new, roomy), SessionKind.ORDINARY)
    cards = set(play(session, MISSED))
    assert len({note_of[card_id] for card_id in cards}) == len(cards)
