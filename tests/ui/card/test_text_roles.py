"""Short questions and answers are large; long ones, lists and code are not."""

from __future__ import annotations

import pytest

from aws_flash.ui.card.text_roles import answer_role, question_role
from aws_flash.ui.theme.fonts import FontRole


@pytest.mark.parametrize("html", ["AssumeRole", "<b>AssumeRole</b>" + "\n" * 300, ""])
def test_short_answers_are_bold(html: str) -> None:
    assert answer_role(html) is FontRole.ANSWER


@pytest.mark.parametrize("html", ["word " * 40, "<ul><li>a</li></ul>", "<pre>{}</pre>"])
def test_long_answers_are_ordinary_text(html: str) -> None:
    assert answer_role(html) is FontRole.CARD_TEXT


def test_questions_may_be_longer_than_answers() -> None:
    assert question_role("word " * 40) is FontRole.QUESTION
    assert question_role("word " * 80) is FontRole.CARD_TEXT
    assert question_role("<table><tr><td>a</td></tr></table>") is FontRole.CARD_TEXT
