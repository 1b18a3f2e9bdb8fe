"""Our deck keeps the rules of good cards, with few exceptions."""

from __future__ import annotations

from datetime import date

from aws_flash.application.exams import read_exams
from aws_flash.application.linting import lint_file
from aws_flash.resources import resource

LAST_READ = date(2026, 11, 24)
"""The day that the deck was last compared with its sources as a whole."""


def test_the_linter_finds_nothing_in_our_deck_and_little_is_silenced() -> None:
    report = lint_file(resource("decks", "aws-security"), read_exams(resource("exams")), LAST_READ)
    found = [(one.rule.value, one.note, one.place, one.words) for one in report.findings]
    assert found == []
    assert report.silenced <= 10
