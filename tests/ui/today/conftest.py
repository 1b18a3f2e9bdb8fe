"""A page of Today in an active window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today.page import TodayPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> TodayPage:
    page = TodayPage(theme, Icons(theme))
    qtbot.addWidget(page)
    page.resize(912, 780)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus()
    return page
