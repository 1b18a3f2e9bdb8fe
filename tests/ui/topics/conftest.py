"""A topic tree in an active window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics.tree import TopicTree
from tests.ui.topics.trees import ROWS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tree(theme: Theme, qtbot: QtBot) -> TopicTree:
    tree = TopicTree(theme, Icons(theme))
    qtbot.addWidget(tree)
    tree.show_rows(ROWS)
    tree.resize(288, 600)
    tree.show()
    with qtbot.waitActive(tree):
        tree.activateWindow()
    tree.setFocus()
    return tree
