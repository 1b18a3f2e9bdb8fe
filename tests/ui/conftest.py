"""A theme for the test's application, whose own look comes back afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aws_flash.ui.theme.theme import Mode, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def reduced_motion() -> bool:
    return False


@pytest.fixture
def theme(qapp: QApplication, *, reduced_motion: bool) -> Iterator[Theme]:
    look, font = qapp.palette(), qapp.font()
    theme = Theme(mode=Mode.LIGHT, reduced_motion=reduced_motion)
    theme.apply(qapp)
    yield theme
    theme.set_mode(Mode.SYSTEM)
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(look)
    qapp.setFont(font)
