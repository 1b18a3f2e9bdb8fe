"""What there is to see of a fact that changed twice."""

from __future__ import annotations

from dataclasses import replace

from aws_flash.domain.fact_change import FactChange, following
from aws_flash.domain.merge import Content


def content(answer: str) -> Content:
    return Content("basic", (("Question", "Longest session?"), ("Answer", answer)))


FIRST = FactChange(1, 100, content("1 hour"), content("12 hours"))
SECOND = FactChange(1, 200, content("12 hours"), content("36 hours"))


def test_a_first_change_is_shown_as_it_is() -> None:
    assert following(None, FIRST) == FIRST


def test_after_a_change_that_nobody_saw_the_first_text_is_the_known_one() -> None:
    assert following(FIRST, SECOND) == replace(SECOND, before=FIRST.before)


def test_after_a_change_that_was_seen_only_the_later_one_is_news() -> None:
    assert following(replace(FIRST, seen_at=150), SECOND) == SECOND


def test_a_fact_that_came_back_unseen_is_no_news() -> None:
    back = FactChange(1, 200, content("12 hours"), content("1 hour"))
    assert following(FIRST, back) is None


def test_a_clash_stands_for_itself() -> None:
    clash = replace(SECOND, is_clash=True)
    assert following(FIRST, clash) == clash
    assert following(clash, replace(SECOND, at=300)) == replace(SECOND, at=300)
