"""A tooltip shows names as they are written, whatever is written in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_tip import plain_tip


def test_a_name_is_not_taken_for_html(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    picture = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
    picture.fill(QColor("#fb02d7"))
    assert picture.save(str(tmp_path / "secret.png"))
    name = f"<img src='file://{tmp_path}/secret.png'> a <b>topic</b>"
    QToolTip.showText(QPoint(5, 5), plain_tip(name))
    tip = next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel"))
    assert isinstance(tip, QLabel)
    qtbot.waitUntil(tip.isVisible)
    shown = tip.grab().toImage()
    assert not any(
        shown.pixelColor(x, y) == QColor("#fb02d7")
        for x in range(shown.width())
        for y in range(shown.height())
    )
    QToolTip.hideText()


@pytest.mark.parametrize("name", ["STS", "R&D", "1 > 0", "Größe"])
def test_an_ordinary_name_stays_as_it_is(name: str) -> None:
    assert plain_tip(name) == name


def test_an_endless_name_is_cut_and_broken_into_lines() -> None:
    tip = plain_tip("name & " * 2_000)
    assert tip.startswith("<span>")
    assert tip.count("name &amp; ") < 100
