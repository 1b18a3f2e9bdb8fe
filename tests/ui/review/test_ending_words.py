"""The end of a session in words, from values alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aws_flash.domain import session as sessions
from aws_flash.domain.queue import Choice
from aws_flash.domain.session import Session, SessionKind, Tally
from aws_flash.domain.views import TodayView
from aws_flash.ui.review.ending_words import ending_text, time_text


def session(
    tally: Tally, kind: SessionKind = SessionKind.ORDINARY, choice: Choice | None = None
) -> Session:
    chosen = choice or Choice(cards=(1, 2))
    return replace(sessions.start(chosen, kind), place=2, tally=tally)


def after(due: int = 0, tomorrow: int = 0, minutes: int = 0) -> TodayView:
    return TodayView(
        topic_id=None,
        topic_name="",
        due=due,
        new=0,
        minutes=0,
        left_out=0,
        answered=2,
        all_cards=9,
        boxes=(),
        heat=(),
        streak=1,
        weakest=(),
        welcome=None,
        catch_up=None,
        tomorrow=tomorrow,
        tomorrow_minutes=minutes,
        can_study_ahead=True,
        day=date(2026, 11, 24),
    )


DONE = Tally(knew=22, missed=5, climbed=18, repeats=5, took=372_000)


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, "1 second"),
        (40_000, "40 seconds"),
        (59_600, "1 minute"),
        (372_000, "6 minutes"),
        (3_900_000, "1 h 5 min"),
    ],
)
def test_times_are_told_in_the_unit_that_fits(milliseconds: int, said: str) -> None:
    assert time_text(milliseconds) == said


def test_a_session_is_told_in_a_title_and_three_figures() -> None:
    text = ending_text(session(DONE), after(tomorrow=14, minutes=3))
    assert text.title == "27 cards in 6 minutes"
    assert [tuple(tile) for tile in text.tiles] == [
        ("Known", "22 of 27", "5 missed"),
        ("Climbed", "18", "a box higher now"),
        ("Tomorrow", "14 cards", "due, about 3 minutes"),
    ]
    assert text.lines == ()
    assert text.can_undo


def test_what_is_left_today_is_due_tomorrow_too() -> None:
    text = ending_text(session(DONE), after(due=8, tomorrow=6))
    assert text.tiles[-1].figure == "14 cards"


def test_left_out_and_waiting_cards_are_said() -> None:
    text = ending_text(session(DONE, choice=Choice((1, 2), left_out=8, siblings=(4, 5))), after())
    assert text.lines == (
        "8 more due cards had no room in today's minutes and will wait.",
        "2 cards wait until tomorrow: they belong with cards asked today.",
    )


def test_studying_ahead_leaves_out_what_did_not_happen() -> None:
    ahead = session(replace(DONE, climbed=0), SessionKind.AHEAD, Choice((1, 2), left_out=8))
    text = ending_text(ahead, after())
    assert [tile.label for tile in text.tiles] == ["Known", "Tomorrow"]
    assert text.lines == ("This was extra study, so each card stays in its box.",)


def test_a_session_without_answers_boasts_of_nothing() -> None:
    text = ending_text(session(Tally()), None)
    assert text.title == "No card was answered."
    assert text.tiles == ()
    assert not text.can_undo
