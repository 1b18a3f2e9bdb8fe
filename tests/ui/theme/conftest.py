"""A theme that dresses the test's application, and undresses it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aws_flash.ui.theme.theme import Mode, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


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
