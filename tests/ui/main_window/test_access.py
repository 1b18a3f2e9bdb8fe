"""Every page and sheet by keys alone and by ear: names, order of Tab, focus that can be seen."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from aws_flash.ui.topics.sidebar import Sidebar
from tests.ui.main_window.program import SHIFT, Program
from tests.ui.main_window.scenes import SCENES

_MOST_STOPS = 60
_ROUND_IT = 44


@pytest.fixture(params=SCENES)
def scene(program: Program, request: pytest.FixtureRequest) -> Program:
    """The program with one of its pages or sheets in front."""
    program.frame.resize(1200, 1800)  # nothing scrolls, so that all stands where it is read
    SCENES[request.param](program)
    program.frame.toasts.dismiss()
    program.let_settle()
    return program


class Stop(NamedTuple):
    """A control that Tab comes to, where it is, and the window while it has the focus."""

    widget: QWidget
    place: QRect
    picture: QImage


def test_every_control_has_a_name(scene: Program) -> None:
    for widget in scene.seen():
        is_part = isinstance(widget.parentWidget(), QAbstractSpinBox)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_part:
            assert name_of(widget), f"{widget} has no name"


def test_tab_goes_through_everything_in_reading_order_and_can_be_seen(scene: Program) -> None:
    stops = stops_of(scene)
    assert stops, "Tab comes to nothing"
    jumps = breaks([stop.widget for stop in stops])
    assert len(jumps) <= groups(stops), f"{jumps} among {[name_of(stop.widget) for stop in stops]}"
    for stop, after in zip(stops, [*stops[1:], stops[0]], strict=True):
        if stop.widget is not after.widget:
            assert differ(stop, after), f"focus on {name_of(stop.widget)} cannot be seen"


def test_the_focus_is_somewhere_from_the_start(scene: Program) -> None:
    assert scene.frame.isAncestorOf(scene.focused())


def test_shift_tab_goes_back_the_way_that_tab_came(scene: Program) -> None:
    first = scene.focused()
    scene.qtbot.keyClick(first, Qt.Key.Key_Tab)
    scene.qtbot.keyClick(scene.focused(), Qt.Key.Key_Backtab, SHIFT)
    after = scene.focused()
    scene.qtbot.keyClick(after, Qt.Key.Key_Tab)
    scene.qtbot.keyClick(scene.focused(), Qt.Key.Key_Backtab, SHIFT)
    assert scene.focused() is after


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def stops_of(program: Program) -> list[Stop]:
    """Go once round by Tab."""
    stops: list[Stop] = []
    for _ in range(_MOST_STOPS):
        program.qtbot.keyClick(program.focused(), Qt.Key.Key_Tab)
        widget = program.focused()
        if stops and widget is stops[0].widget:
            return stops
        stops.append(Stop(widget, place_of(widget), program.frame.grab().toImage()))
    raise AssertionError(f"Tab goes round and round: {[name_of(stop.widget) for stop in stops]}")


def breaks(widgets: list[QWidget]) -> list[str]:
    """Stops that lie above or before the one they follow; there is one where the round closes."""
    pairs = zip([widgets[-1], *widgets[:-1]], widgets, strict=True)
    return [
        name_of(after)
        for before, after in pairs
        if before is not after and not follows(place_of(before), place_of(after))
    ]


def follows(before: QRect, after: QRect) -> bool:
    """Whether one place is read after the other: further down, or to the right on its line."""
    middle = after.center().y()
    same_line = before.top() <= middle <= before.bottom() or (
        after.top() <= before.center().y() <= after.bottom()
    )
    return after.left() > before.left() if same_line else middle > before.center().y()


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def groups(stops: list[Stop]) -> int:
    """Columns that are read one after the other: the sidebar, and the page beside it."""
    inside = {any(isinstance(one, Sidebar) for one in above(stop.widget)) for stop in stops}
    return len(inside)


def above(widget: QWidget) -> list[QWidget]:
    parent = widget.parentWidget()
    return [] if parent is None else [parent, *above(parent)]


def differ(stop: Stop, after: Stop) -> bool:
    """Whether the focus shows around the control: as it looks with it and right after."""
    area = stop.place.adjusted(-_ROUND_IT, -_ROUND_IT, _ROUND_IT, _ROUND_IT)
    return stop.picture.copy(area) != after.picture.copy(area)
