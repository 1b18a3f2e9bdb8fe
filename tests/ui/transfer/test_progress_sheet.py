"""The panel over the window while long work is under way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from aws_flash.application.meter import Meter
from aws_flash.ui.theme.theme import Mode, Theme
from aws_flash.ui.transfer.progress_sheet import ProgressSheet
from aws_flash.ui.widgets.progress_line import ProgressLine


@pytest.fixture
def meter() -> Meter:
    return Meter()


@pytest.fixture
def sheet(qapp: QApplication, qtbot: QtBot, meter: Meter) -> Iterator[ProgressSheet]:
    theme = Theme(mode=Mode.LIGHT)
    window = QWidget()
    window.resize(800, 560)
    qtbot.addWidget(window)
    window.show()
    sheet = ProgressSheet(theme, window, "Importing notes.apkg", meter.read)
    sheet.called_off.connect(meter.call_off)
    with qtbot.waitActive(window):
        window.activateWindow()
    sheet.open()
    yield sheet
    theme.deleteLater()


def said(sheet: ProgressSheet) -> list[str]:
    return [one.text() for one in sheet.findChildren(QLabel) if one.isVisible() and one.text()]


def test_it_says_the_phase_and_how_far_it_is(sheet: ProgressSheet, meter: Meter) -> None:
    meter.phase("Adding cards", 400)
    meter.step(100)
    sheet.look()
    assert {"Importing notes.apkg", "Adding cards", "100 of 400"} <= set(said(sheet))
    line = sheet.findChild(ProgressLine)
    assert isinstance(line, ProgressLine)
    assert line.filled_width() == round(line.width() / 4)


def test_it_follows_by_itself(sheet: ProgressSheet, meter: Meter, qtbot: QtBot) -> None:
    meter.phase("Updating cards", 10)
    qtbot.waitUntil(lambda: "Updating cards" in said(sheet))


def test_steps_without_a_known_end_are_counted(sheet: ProgressSheet, meter: Meter) -> None:
    meter.phase("Reading")
    meter.step(12_000)
    sheet.look()
    assert "12,000" in said(sheet)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_key_calls_off_once(sheet: ProgressSheet, qtbot: QtBot, key: Qt.Key) -> None:
    told: list[None] = []
    sheet.called_off.connect(lambda: told.append(None))
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget() or sheet, key)
    assert len(told) == 1
    assert "Taking back what was begun…" in said(sheet)
    assert sheet.isVisible()


def test_the_window_may_close_over_it_and_calls_off(sheet: ProgressSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.called_off):
        assert sheet.may_close()
