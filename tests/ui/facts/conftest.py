"""The two pages of facts that age, each in an active window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.facts.change_page import ChangePage
from aws_flash.ui.facts.recheck_page import RecheckPage
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def recheck(theme: Theme, qtbot: QtBot) -> RecheckPage:
    page = RecheckPage(theme, Icons(theme), Pictures(lambda _: None))
    shown(page, qtbot)
    return page


@pytest.fixture
def changes(theme: Theme, qtbot: QtBot) -> ChangePage:
    page = ChangePage(theme, Icons(theme), Pictures(lambda _: None))
    shown(page, qtbot)
    return page


def shown(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(912, 780)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
