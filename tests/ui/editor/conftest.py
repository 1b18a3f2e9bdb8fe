"""A window for sheets to lie over."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.theme.theme import Theme


@pytest.fixture
def pictures() -> Pictures:
    return Pictures(lambda _: None)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton("Page"))
    window.resize(1000, 700)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window
