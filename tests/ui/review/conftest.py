"""A user at the review page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.theme import Theme
from tests.ui.review.sitting import Sitting


@pytest.fixture
def sitting(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    made = Sitting(theme, qtbot, tmp_path, Tasks())
    yield made
    made.page.clear()
    made.close()
