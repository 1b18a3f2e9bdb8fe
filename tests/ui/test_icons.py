"""Every icon of ours can be drawn, in the size that a screen asks for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from aws_flash.resources import resource
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Mode, Theme

NAMES = sorted(file.stem for file in resource("icons").glob("*.svg") if file.stem != "aws-flash")


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_as_large_as_asked_for_and_not_empty(qapp: QApplication, name: str) -> None:
    picture = Icons(Theme(mode=Mode.LIGHT)).pixmap(name, "accent", 18, 2.0)
    image = picture.toImage()
    inked = [image.pixelColor(x, y).alpha() for x in range(36) for y in range(36)]
    assert picture.deviceIndependentSize().toTuple() == (18, 18)
    assert picture.size().toTuple() == (36, 36)
    assert max(inked) > 200
    assert inked.count(0) > 36
