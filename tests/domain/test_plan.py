"""A plan: the exam comes when it has begun, or later."""

from __future__ import annotations

import pytest

from aws_flash.domain.plan import Plan


@pytest.mark.parametrize("exam_on", [None, 100, 160])
def test_an_exam_may_be_open_or_come_from_the_first_day_on(exam_on: int | None) -> None:
    assert Plan(1, "SAA-C03", started_on=100, exam_on=exam_on).exam_on == exam_on


def test_an_exam_before_the_plan_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        Plan(1, "SAA-C03", started_on=100, exam_on=99)
