"""Boxes, meters and maps: what they say, what they paint, and how they bend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage

from aws_flash.ui.theme.theme import SCALES, Mode, Theme
from aws_flash.ui.widgets.box_bar import BoxBar
from aws_flash.ui.widgets.box_column import BoxColumn, BoxCount
from aws_flash.ui.widgets.box_steps import BoxSteps
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.heat_map import HeatCell, HeatMap
from aws_flash.ui.widgets.meter import Meter
from aws_flash.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def painted(widget: QWidget, width: int, height: int) -> QImage:
    widget.resize(width, height)
    return widget.grab().toImage()


def colors_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def a_box(theme: Theme, box: int = 2, share: float = 0.5) -> BoxColumn:
    column = BoxColumn(theme)
    column.show_count(BoxCount(box, "24", "cards", "6 due", f"Box {box} · every 2 days", share))
    return column


def test_a_box_says_all_it_shows(theme: Theme) -> None:
    assert a_box(theme).accessibleName() == "Box 2 · every 2 days, 24 cards, 6 due"


def test_a_box_is_as_high_as_drawn(theme: Theme) -> None:
    assert a_box(theme).heightForWidth(157) == 146


def test_a_fuller_box_stands_higher(theme: Theme, qtbot: QtBot) -> None:
    heights = []
    for share in (0.25, 1.0):
        box = a_box(theme, share=share)
        qtbot.addWidget(box)
        image = painted(box, 157, 146)
        column = [image.pixelColor(78, y) for y in range(146)]
        heights.append(column.count(theme.box_color(2)))
    assert heights == [16, 64]


def test_an_empty_box_shows_where_it_would_fill(theme: Theme, qtbot: QtBot) -> None:
    box = a_box(theme, share=0.0)
    qtbot.addWidget(box)
    image = painted(box, 157, 146)
    column = [image.pixelColor(78, y) for y in range(20, 100)]
    assert column.count(theme.color("line")) == 4


@pytest.mark.parametrize("scale", SCALES)
def test_a_box_in_a_row_of_its_own_lies_down(theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    box = a_box(theme)
    wide = max(432, box.minimumSizeHint().width())
    assert box.lies(wide)
    assert box.heightForWidth(wide) < box.heightForWidth(box.minimumSizeHint().width() - 1)


def test_five_boxes_stand_side_by_side_or_lie_in_five_rows(theme: Theme, qtbot: QtBot) -> None:
    row = Columns(gap=12, row_gap=8)
    qtbot.addWidget(row)
    boxes = [a_box(theme, box) for box in range(1, 6)]
    for box in boxes:
        row.add(box)
    row.resize(832, 146)
    row.show()
    assert len({box.y() for box in boxes}) == 1
    theme.set_scale(2.0)
    row.resize(432, row.heightForWidth(432))
    qtbot.waitUntil(lambda: len({box.y() for box in boxes}) == 5)
    assert {box.width() for box in boxes} == {432}
    assert boxes[-1].geometry().bottom() < row.height()


def test_columns_wish_for_the_width_in_which_they_stand_side_by_side(theme: Theme) -> None:
    row = Columns(gap=12)
    for caption in ("Box 1 · every day", "Box 5 · once in sixty days"):
        column = BoxColumn(theme)
        column.show_count(BoxCount(1, "24", "cards", "6 due", caption, 0.5))
        row.add(column)
    assert row.sizeHint().height() == 146


def test_steps_say_the_box(theme: Theme) -> None:
    steps = BoxSteps(theme)
    assert steps.accessibleName() == "Not in a box yet"
    steps.set_box(2)
    assert steps.accessibleName() == "Box 2 of 5"


def test_steps_are_filled_up_to_the_box(theme: Theme, qtbot: QtBot) -> None:
    steps = BoxSteps(theme)
    qtbot.addWidget(steps)
    steps.set_box(2)
    image = painted(steps, 284, 6)
    middles = [image.pixelColor(26 + 58 * i, 3) for i in range(5)]
    grey = theme.color("line")
    assert middles == [theme.box_color(1), theme.box_color(2), grey, grey, grey]


def test_a_bar_has_a_color_for_each_box_with_cards(theme: Theme, qtbot: QtBot) -> None:
    bar = BoxBar(theme)
    qtbot.addWidget(bar)
    bar.set_counts((1, 0, 1, 0, 0, 2))
    row = painted(bar, 44, 5)
    shown = {row.pixelColor(x, 2).name() for x in range(3, 41)}
    assert shown == {theme.box_color(box).name() for box in (0, 2, 5)}


def test_figures_are_drawn_anew_in_the_other_look(theme: Theme, qtbot: QtBot) -> None:
    box = a_box(theme)
    qtbot.addWidget(box)
    light = colors_in(painted(box, 157, 146))
    theme.set_mode(Mode.DARK)
    dark = colors_in(painted(box, 157, 146))
    assert QColor("#8FC2BC").name() in light - dark
    assert QColor("#2C5F5B").name() in dark - light


def test_a_meter_is_a_progress_bar_with_a_name(theme: Theme) -> None:
    meter = Meter(theme, "STS calls")
    meter.set_share(0.58)
    seen = QAccessible.queryAccessibleInterface(meter)
    assert seen.role() == QAccessible.Role.ProgressBar
    assert seen.text(QAccessible.Text.Name) == "STS calls"
    assert seen.valueInterface().currentValue() == 58


def test_a_meter_goes_into_two_lines_where_it_is_narrow(theme: Theme) -> None:
    meter = Meter(theme, "STS calls")
    assert meter.heightForWidth(790) == 24
    assert meter.heightForWidth(300) > meter.heightForWidth(790)


def test_the_line_fills_with_the_session(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, "Cards done")
    qtbot.addWidget(line)
    line.set_progress(12, 27)
    image = painted(line, 1200, 3)
    assert line.height() == 3
    assert line.filled_width() == 533
    assert image.pixelColor(532, 1) == theme.color("accent")
    assert image.pixelColor(534, 1) == theme.color("line")


def a_map(theme: Theme) -> HeatMap:
    heat = HeatMap(theme)
    heat.show_days([HeatCell(day % 5, f"day {day}") for day in range(110)], "110 days, 80 studied")
    return heat


def test_the_map_is_heard_as_a_sentence(theme: Theme) -> None:
    assert a_map(theme).accessibleName() == "110 days, 80 studied"


def test_arrow_keys_go_from_day_to_day(theme: Theme, qtbot: QtBot) -> None:
    heat = a_map(theme)
    qtbot.addWidget(heat)
    said = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(heat, key)
        said.append(heat.accessibleDescription())
    assert said == ["day 108", "day 101", "day 102", "day 109"]


def test_the_map_stops_at_its_last_day(theme: Theme, qtbot: QtBot) -> None:
    heat = a_map(theme)
    qtbot.addWidget(heat)
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    assert heat.current_tip == "day 109"


def test_days_are_deeper_the_more_was_done(theme: Theme, qtbot: QtBot) -> None:
    heat = a_map(theme)
    qtbot.addWidget(heat)
    image = painted(heat, 366, heat.sizeHint().height())
    first_week = [image.pixelColor(9, 7 + 19 * day) for day in range(5)]
    assert first_week == [theme.box_color(level) for level in range(5)]
