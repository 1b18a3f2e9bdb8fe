"""The top of Today: chosen from numbers, calm in every case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.views import Offer, TodayView
from aws_flash.ui.today.headline import Deed, headline, recommended
from tests.ui.today.days import (
    CATCHING_UP,
    DONE,
    FIRST,
    NO_CARDS,
    OFFERS,
    ORDINARY,
    USED_UP,
    WELCOME,
)


@pytest.mark.parametrize(
    ("view", "title", "line"),
    [
        (ORDINARY, "27 cards today", "About 5 minutes · 19 to review, 8 new"),
        (ORDINARY._replace(new=0), "19 cards today", "About 5 minutes · all to review"),
        (ORDINARY._replace(due=1, new=0, minutes=1), "1 card today", None),
        (ORDINARY._replace(answered=14), "27 more cards today", None),
        (ORDINARY._replace(due=0), "8 new cards, about 5 minutes", "Nothing else is due."),
        (FIRST, "10 new cards, about 4 minutes", "Press Space to see the first one."),
        (WELCOME, "Welcome back.", "20 minutes a day clears this by Thursday."),
        (DONE, "Done for today.", "14 cards tomorrow, about 3 minutes."),
        (DONE._replace(tomorrow=0), "Done for today.", "Tomorrow is free."),
        (DONE._replace(answered=0), "Nothing due today.", None),
        (USED_UP, "Done for today.", "34 cards wait for another day."),
        (NO_CARDS, "No cards yet", "A question and its answer make the first one."),
        (NO_CARDS._replace(topic_id=7), "No cards here yet", None),
    ],
)
def test_the_headline_says_what_there_is(view: TodayView, title: str, line: str | None) -> None:
    said = headline(view)
    assert said.title == title
    assert line is None or said.line == line


@pytest.mark.parametrize(
    ("view", "deed", "button"),
    [
        (ORDINARY, Deed.START, "Start review"),
        (FIRST, Deed.START, "Start review"),
        (WELCOME, Deed.NOTHING, ""),
        (DONE, Deed.STUDY_AHEAD, "Study ahead"),
        (DONE._replace(can_study_ahead=False), Deed.NOTHING, ""),
        (USED_UP, Deed.GO_ON, "Another 20 minutes"),
        (USED_UP._replace(catch_up=OFFERS[0]), Deed.GO_ON, "Another 10 minutes"),
        (USED_UP._replace(minutes=0), Deed.GO_ON, "Go on"),
        (NO_CARDS, Deed.ADD_CARD, "New card"),
    ],
)
def test_there_is_one_thing_to_do(view: TodayView, deed: Deed, button: str) -> None:
    said = headline(view)
    assert (said.deed, said.button) == (deed, button)


def test_what_is_left_out_is_said_without_a_frown() -> None:
    assert headline(ORDINARY._replace(left_out=34)).aside == "34 more wait for another day."
    assert headline(ORDINARY._replace(left_out=1)).aside == "1 more waits for another day."


def test_while_catching_up_the_rest_is_not_counted_again() -> None:
    assert headline(CATCHING_UP).aside == ""


def test_study_ahead_says_what_it_moves() -> None:
    assert "stay in their boxes" in headline(DONE).aside


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_after_missed_days_no_pile_is_named(waiting: int, left_out: int) -> None:
    view = WELCOME._replace(due=waiting, left_out=left_out)
    said = headline(view)
    assert "day" in said.line
    texts = " ".join((said.title, said.line, said.aside)).split()
    assert {text for text in texts if text.isdigit()} == {"20"}


@pytest.mark.parametrize(
    ("ends", "place"),
    [((True, True, True), 1), ((False, False, True), 2), ((True, False, False), 1)],
)
def test_the_offer_to_lead_with_ends_within_a_year(ends: tuple[bool, ...], place: int) -> None:
    offers = [
        offer if end else Offer(offer.minutes, None)
        for offer, end in zip(OFFERS, ends, strict=True)
    ]
    assert recommended(tuple(offers)) == place
