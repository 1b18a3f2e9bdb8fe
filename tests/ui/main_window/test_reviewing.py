"""The review page is there before its first session is asked for."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from aws_flash.ui.review.page import ReviewPage
from tests.ui.main_window.program import Program


def test_the_page_is_built_while_the_user_looks_at_today(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.frame.findChild(ReviewPage) is not None)
    page = program.frame.findChild(ReviewPage)
    assert isinstance(page, ReviewPage)
    assert program.frame.page is not page
    assert not page.isVisible()
    assert program.focused().window() is program.frame
