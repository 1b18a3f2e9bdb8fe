"""Two versions of a card, part by part: what is shown of them."""

from __future__ import annotations

from dataclasses import replace

from aws_flash.domain.choice import Option
from aws_flash.domain.face import Face, Side
from aws_flash.domain.kind import Family
from aws_flash.ui.card.passages import Passage, passages

BASIC = Face(question=Side("How <b>long</b>?"), answer=Side("1 hour"), explanation="By default.")


def test_question_and_answer_always_show_and_else_what_differs() -> None:
    after = replace(BASIC, answer=Side("12 hours"))
    assert passages(BASIC, after) == (
        Passage("Question", "How long?", "How long?"),
        Passage("Answer", "1 hour", "12 hours"),
    )
    assert passages(BASIC, replace(BASIC, explanation=""))[-1] == Passage(
        "Explanation", "By default.", ""
    )


def test_a_text_with_gaps_shows_once_filled() -> None:
    before = Face(question=Side("up to […]"), answer=Side("up to 1 h"), fills_gap=True)
    after = replace(before, answer=Side("up to 12 h"))
    assert passages(before, after) == (Passage("Text", "up to 1 h", "up to 12 h"),)


def test_of_options_those_show_that_differ() -> None:
    options = (Option("1 hour", "No longer."), Option("12 hours", right=True))
    before = Face(family=Family.CHOICE, question=Side("Which?"), options=options)
    after = replace(before, options=(options[0], replace(options[1], right=False)))
    assert passages(before, after)[1:] == (Passage("Option 2", "12 hours (right)", "12 hours"),)


def test_an_option_that_is_new_has_nothing_before_it() -> None:
    before = Face(question=Side("Which?"))
    after = replace(before, options=(Option("36 hours", "Since 2024."),))
    assert passages(before, after)[-1] == Passage("Option 1", "", "36 hours\nSince 2024.")
