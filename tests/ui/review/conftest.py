"""A theme for the test's application, and a user at the review page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.theme import Mode, Theme
from tests.ui.review.sitting import Sitting


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    look, font = qapp.palette(), qapp.font()
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    yield theme
    theme.set_mode(Mode.SYSTEM)
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(look)
    qapp.setFont(font)


@pytest.fixture
def sitting(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    made = Sitting(theme, qtbot, tmp_path, Tasks())
    yield made
    made.page.clear()
    made.close()
