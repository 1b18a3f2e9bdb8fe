"""Words for days, counts and steps."""

from __future__ import annotations

from datetime import date

import pytest

from aws_flash.domain import errors
from aws_flash.domain.changes import Action, Step
from aws_flash.ui.text import (
    ago_text,
    counted,
    date_text,
    day_text,
    error_text,
    month_text,
    redoing_text,
    step_text,
    undoing_text,
    undone_text,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 27), "Fri 27 Nov"),
        (date(2026, 12, 24), "Thu 24 Dec"),
        (date(2027, 1, 3), "3 Jan 2027"),
    ],
)
def test_days_are_said_as_short_as_they_stay_clear(day: date, words: str) -> None:
    assert day_text(day, TODAY) == words


def test_a_month_is_said_with_its_year() -> None:
    assert month_text(TODAY) == "Nov 2026"


def test_a_day_gone_by_is_said_with_its_year() -> None:
    assert date_text(TODAY) == "24 Nov 2026"


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "this month"),
        (1, "1 month ago"),
        (14, "14 months ago"),
        (23, "23 months ago"),
        (24, "2 years ago"),
        (35, "2 years ago"),
    ],
)
def test_long_ago_is_said_in_months_and_then_in_years(months: int, words: str) -> None:
    assert ago_text(months) == words


def test_one_card_is_no_cards() -> None:
    assert [counted(n, "card", "cards") for n in (0, 1, 1234)] == [
        "0 cards",
        "1 card",
        "1,234 cards",
    ]


@pytest.mark.parametrize("action", Action)
def test_every_step_has_its_words(action: Action) -> None:
    words = step_text(Step(action, "STS calls", 12))
    assert words
    assert "{" not in words


def test_a_deletion_says_what_and_how_much() -> None:
    step = Step(Action.DELETE_TOPIC, "STS calls", 12)
    assert step_text(step) == "Moved STS calls and 12 cards to the trash"
    assert undone_text(step) == "Undone: moved STS calls and 12 cards to the trash"


def test_an_import_is_named_while_it_is_taken_back() -> None:
    step = Step(Action.IMPORT, "words.apkg", 9)
    assert undoing_text(step) == "Taking back the import of words.apkg"
    assert redoing_text(step) == "Bringing words.apkg back"


@pytest.mark.parametrize("step", [None, *map(Step, Action)])
def test_every_step_can_be_told_while_it_is_taken_back(step: Step | None) -> None:
    for words in (undoing_text(step), redoing_text(step)):
        assert words
        assert "{" not in words


@pytest.mark.parametrize("kind", errors.UserError.__subclasses__())
def test_every_error_has_a_sentence_with_its_facts(kind: type[errors.UserError]) -> None:
    names = list(kind.__annotations__)
    words = error_text(kind(*names))
    assert "{" not in words
    assert words.endswith(".")
