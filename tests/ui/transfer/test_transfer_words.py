"""The words of importing and exporting."""

from __future__ import annotations

import pytest

from aws_flash.domain.imports import Report
from aws_flash.ui.main_window.departure_flow import file_name
from aws_flash.ui.transfer import words


@pytest.mark.parametrize(
    ("added", "updated", "progress", "said"),
    [
        (212, 14, False, "Add 212 cards, update 14"),
        (1, 0, False, "Add 1 card"),
        (0, 1_200, False, "Update 1,200 cards"),
        (0, 0, True, "Bring your progress"),
        (0, 0, False, ""),
    ],
)
def test_a_button_says_what_it_will_do(
    added: int, updated: int, *, progress: bool, said: str
) -> None:
    assert words.deed_text(added, updated, brings_progress=progress) == said


def test_a_tally_names_what_became_of_each_line() -> None:
    tally = (("lines", 93), ("bullets", 49), ("tables", 0), ("notes", 44))
    assert words.tally_text(tally) == "93 lines: 49 bullets, 44 cards"
    assert words.tally_text(()) == ""


def test_a_report_names_all_that_came_and_what_stayed() -> None:
    report = Report(new=2, changed=1, same=3, clashing=4, cards=2, topics=1, media=1, reviews=5)
    said = "2 cards added, 1 updated, 1 new topic, 1 picture or sound, 5 reviews"
    assert words.report_text(report) == said
    assert words.rest_text(report) == "3 were here already, 4 you had changed too"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (0.4, ""),
        (7.6, "about 8 seconds left"),
        (200, "about 3 minutes left"),
        (9_000, "more than an hour left"),
    ],
)
def test_the_time_left_is_said_as_it_can_be_known(seconds: float | None, said: str) -> None:
    assert words.left_text(seconds) == said


def test_no_time_is_promised_before_the_pace_is_known() -> None:
    assert words.seconds_left(5, 100, 0.5) is None
    assert words.seconds_left(0, 100, 9.0) is None
    assert words.seconds_left(7, 0, 9.0) is None
    assert words.seconds_left(25, 100, 5.0) == pytest.approx(15.0)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("AWS / IAM: who?", "AWS IAM who"),
        ("...", "aws-flash"),
        ("a\nb\x00c", "a b c"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_topic_s_name_makes_a_file_s_name(name: str, file: str) -> None:
    assert file_name(name) == file
