"""Switching the look while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

from aws_flash.ui.theme.theme import LONGEST_MOTION, SCALES, Mode, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_dark_colors_the_open_window_at_once(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Save")
    qtbot.addWidget(button)
    button.resize(120, 60)
    light = button.grab().toImage().pixelColor(60, 8).name()
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    dark = button.grab().toImage().pixelColor(60, 8).name()
    assert (light, dark) == ("#ffffff", "#1d2027")


def test_the_palette_follows(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode(Mode.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("window")
    assert theme.look == "dark"


def test_larger_text_reaches_widgets_without_a_font_of_their_own(
    theme: Theme, qtbot: QtBot
) -> None:
    button = QPushButton("Save")
    qtbot.addWidget(button)
    small = button.sizeHint()
    theme.set_scale(2.0)
    assert button.font().pixelSize() == 28
    assert button.sizeHint().height() > 1.7 * small.height()


def test_text_sizes_end_at_both_ends(theme: Theme) -> None:
    steps = []
    for _ in range(len(SCALES) + 2):
        steps.append(theme.scale)
        theme.larger()
    assert steps[: len(SCALES)] == list(SCALES)
    assert steps[-1] == SCALES[-1]
    for _ in SCALES:
        theme.smaller()
    assert theme.scale == SCALES[0]


def test_a_text_size_out_of_bounds_is_brought_inside() -> None:
    assert [Theme(scale=scale).scale for scale in (0.2, 1.3, 9.0)] == [1.0, 1.3, 2.0]


def test_nothing_is_said_when_nothing_changes(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.LIGHT)
        theme.set_scale(1.0)


def test_motion_is_short_or_none(theme: Theme) -> None:
    assert theme.duration(400) == LONGEST_MOTION
    theme.set_reduced_motion(True)
    assert theme.duration(400) == 0


def test_system_mode_follows_the_system(theme: Theme, qapp: QApplication) -> None:
    schemes = [Qt.ColorScheme.Light]
    followed = Theme(mode=Mode.SYSTEM, system_scheme=lambda: schemes[-1])
    followed.apply(qapp)
    looks = [followed.look]
    schemes.append(Qt.ColorScheme.Dark)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    looks.append(followed.look)
    assert looks == ["light", "dark"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == followed.color("window")
    followed.deleteLater()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_fixed_mode_does_not_follow_the_system(
    theme: Theme, qapp: QApplication, mode: Mode, qtbot: QtBot
) -> None:
    theme.set_mode(mode)
    with qtbot.assertNotEmitted(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.look == mode.value
