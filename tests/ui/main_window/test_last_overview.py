"""The overview that the first window shows is the one last seen, or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aws_flash.domain.views import (
    BoxView,
    Offer,
    Overview,
    TodayView,
    TreeRow,
    WeakTopic,
    WelcomeView,
)
from aws_flash.ui.main_window import last_overview

OVERVIEW = Overview(
    tree=(TreeRow(2**62, None, "AWS", 0, (1, 2, 3, 4, 5, 6), 7),),
    today=TodayView(
        topic_id=None,
        topic_name="",
        due=19,
        new=8,
        minutes=5,
        left_out=0,
        answered=3,
        all_cards=60,
        boxes=(BoxView(1, 18, 9, 1), BoxView(2, 24, 6, 3)),
        heat=((1, 0, 5, 2, 0, 0, 1), (3, None, None, None, None, None, None)),
        streak=12,
        weakest=(WeakTopic(4, "STS calls", 0.58),),
        welcome=WelcomeView(4, 80, (Offer(10, None), Offer(20, date(2026, 11, 26)))),
        catch_up=Offer(20, date(2026, 11, 26)),
        tomorrow=14,
        tomorrow_minutes=3,
        can_study_ahead=True,
        day=date(2026, 11, 24),
    ),
)


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    last_overview.keep(tmp_path, OVERVIEW)
    assert last_overview.last(tmp_path) == OVERVIEW


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert last_overview.last(tmp_path) is None


@pytest.mark.parametrize(
    "text", ["", "{", "{}", '{"tree": [], "today": []}', '{"tree": 1, "today": 2}', "[1]"]
)
def test_a_file_of_another_form_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / last_overview.FILE_NAME).write_text(text, encoding="utf-8")
    assert last_overview.last(tmp_path) is None
