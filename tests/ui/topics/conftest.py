"""A dressed application, and a topic tree in an active window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Mode, Theme
from aws_flash.ui.topics.tree import TopicTree
from tests.ui.topics.trees import ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


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
