"""A theme for the test's application, and a window for sheets to lie over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.theme.theme import Mode, Theme


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
