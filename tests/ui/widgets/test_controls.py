"""Choices, switches, numbers and labels: keys, names, and text that is never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import SCALES, Mode, Theme
from aws_flash.ui.widgets.elided_label import ElidedLabel
from aws_flash.ui.widgets.key_cap import KeyCap
from aws_flash.ui.widgets.number_field import NumberField
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage
from aws_flash.ui.widgets.segmented import Segmented
from aws_flash.ui.widgets.switch import Switch
from aws_flash.ui.widgets.text_size import text_width

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RANGES = {"30": "30 days", "365": "1 year", "all": "All"}


def shown(qtbot: QtBot, widget: Segmented | NumberField | Panel | ScrollPage) -> None:
    qtbot.addWidget(widget)
    widget.show()
    with qtbot.waitActive(widget):
        widget.activateWindow()


def test_the_first_choice_is_taken_at_first(theme: Theme) -> None:
    assert Segmented(theme, "Range", RANGES).value == "30"


def test_the_arrow_keys_choose(theme: Theme, qtbot: QtBot) -> None:
    choices = Segmented(theme, "Range", RANGES)
    shown(qtbot, choices)
    segment = choices._segments["30"]
    segment.setFocus()
    with qtbot.waitSignal(choices.chosen) as chosen:
        qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert chosen.args == ["365"]
    assert choices.value == "365"


def test_tab_comes_to_the_choice_that_is_taken(theme: Theme, qtbot: QtBot) -> None:
    choices = Segmented(theme, "Range", RANGES)
    choices.set_value("all")
    shown(qtbot, choices)
    qtbot.keyClick(choices, Qt.Key.Key_Tab)
    assert choices._segments["all"].hasFocus()
    qtbot.keyClick(choices._segments["all"], Qt.Key.Key_Left)
    assert choices.value == "365"
    assert choices._segments["365"].hasFocus()


def test_setting_a_choice_is_not_announced(theme: Theme, qtbot: QtBot) -> None:
    choices = Segmented(theme, "Range", RANGES)
    qtbot.addWidget(choices)
    with qtbot.assertNotEmitted(choices.chosen):
        choices.set_value("all")
    assert choices.value == "all"


def test_choices_wrap_where_the_width_ends(theme: Theme) -> None:
    choices = Segmented(theme, "Range", RANGES)
    assert choices.heightForWidth(120) > choices.heightForWidth(400)


def test_a_switch_is_a_check_box_to_screen_readers(theme: Theme, qtbot: QtBot) -> None:
    switch = Switch(theme, "Reduced motion")
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.toggled):
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    seen = QAccessible.queryAccessibleInterface(switch)
    assert (seen.role(), seen.state().checked) == (QAccessible.Role.CheckBox, True)


@pytest.mark.parametrize("scale", SCALES)
def test_a_long_switch_wraps(theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    switch = Switch(theme, "Show new cards after those that are due")
    assert switch.heightForWidth(200) > switch.sizeHint().height()


def test_a_number_goes_up_and_down_by_keys_within_its_range(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField(theme, "Minutes a day", "minutes")
    number.set_range(5, 30, 5)
    number.set_value(25)
    shown(qtbot, number)
    heard: list[int] = []
    number.changed.connect(heard.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(number.focusProxy(), key)
    assert heard == [30, 25]


def test_plus_and_minus_do_the_same(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField(theme, "Minutes a day", "minutes")
    shown(qtbot, number)
    qtbot.mouseClick(number._more, Qt.MouseButton.LeftButton)
    assert number.value == 1
    qtbot.mouseClick(number._fewer, Qt.MouseButton.LeftButton)
    assert number.value == 0


def test_a_typed_number_counts_when_it_is_complete(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField(theme, "Minutes a day", "minutes")
    shown(qtbot, number)
    number.setFocus()
    heard: list[int] = []
    number.changed.connect(heard.append)
    number._box.selectAll()
    qtbot.keyClicks(number.focusProxy(), "45")
    assert heard == []
    qtbot.keyClick(number.focusProxy(), Qt.Key.Key_Return)
    assert heard == [45]


def test_the_wheel_passes_a_number_by(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField(theme, "Minutes a day", "minutes")
    shown(qtbot, number)
    turned = QWheelEvent(
        QPointF(40, 10),
        number.mapToGlobal(QPointF(40, 10)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place only
    )
    QApplication.sendEvent(number._box, turned)
    assert number.value == 0
    assert not turned.isAccepted()


def test_undo_is_the_programs_unless_a_number_is_half_typed(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField(theme, "Minutes a day", "minutes")
    shown(qtbot, number)
    number.setFocus()
    undone: list[int] = []
    QShortcut(QKeySequence("Ctrl+Z"), number, lambda: undone.append(number.value))
    number._box.selectAll()
    qtbot.keyClicks(number.focusProxy(), "4")
    qtbot.keyClick(number.focusProxy(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert number._box.text() == "0 minutes"
    assert undone == []
    qtbot.keyClick(number.focusProxy(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [0]


def test_a_number_is_seen_with_its_unit(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField(theme, "Minutes a day", "minutes")
    shown(qtbot, number)
    edit = number._box.lineEdit()
    assert edit.text() == "0 minutes"
    assert edit.width() >= text_width(edit.font(), edit.text())


def test_plain_text_stays_plain(theme: Theme) -> None:
    label = PlainLabel(theme, "<b>S3</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() >= text_width(theme.font(FontRole.TEXT), "<b>S3</b>") - 1


def test_a_label_follows_look_and_size(theme: Theme, qtbot: QtBot) -> None:
    label = PlainLabel(theme, "27 cards today", FontRole.PAGE_TITLE, "accent")
    qtbot.addWidget(label)
    theme.set_mode(Mode.DARK)
    theme.set_scale(2.0)
    assert label.font().pixelSize() == 52
    assert label.palette().color(label.foregroundRole()) == theme.color("accent")


def test_a_wrapped_label_wants_one_line_but_takes_several(theme: Theme) -> None:
    label = WrappedLabel(theme, "of cards you would recall on 27 December")
    assert label.sizeHint().width() >= text_width(label.font(), label.text())
    assert label.heightForWidth(120) > label.sizeHint().height()


def test_an_elided_label_keeps_the_whole_text_at_hand(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "Identity federation and temporary credentials")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.grab()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""


def test_a_key_cap_has_room_for_its_key(theme: Theme) -> None:
    cap = KeyCap(theme, "Ctrl+Shift+Z")
    assert cap.sizeHint().width() > text_width(theme.font(FontRole.KEY), "Ctrl+Shift+Z")
    assert KeyCap(theme, "1").sizeHint().width() == 19


def test_a_panel_puts_its_note_at_the_end_or_below(theme: Theme, qtbot: QtBot) -> None:
    panel = Panel(theme, "Security Specialty", "exam in 34 days")
    panel.resize(408, 120)
    shown(qtbot, panel)
    assert panel._note.geometry().right() == panel._head.width() - 1
    assert panel._note.y() == panel._title.y()
    theme.set_scale(2.0)
    panel.resize(320, 200)
    qtbot.waitUntil(lambda: panel._note.y() > panel._title.y())
    assert panel._head.height() >= panel._note.geometry().bottom()


def test_a_page_scrolls_only_up_and_down(theme: Theme, qtbot: QtBot) -> None:
    page = ScrollPage()
    for _ in range(20):
        page.column.addWidget(WrappedLabel(theme, "of cards you would recall on 27 December"))
    page.resize(400, 300)
    shown(qtbot, page)
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0
    assert page.column.contentsRect().right() < page.viewport().width()


def test_icons_take_the_color_of_the_look(theme: Theme) -> None:
    icons = Icons(theme)
    icon = icons.icon("check", "accent")
    seen = []
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.set_mode(mode)
        image = icon.pixmap(24, 24).toImage()
        opaque = {
            image.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() == 255
        }
        seen.append(opaque == {theme.color("accent").name()})
    assert seen == [True, True]


def test_icons_are_sharp_on_dense_screens(theme: Theme) -> None:
    pixmap = Icons(theme).pixmap("flag", "ink", 18, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (36, 2.0)
    assert Icons(theme).icon("flag").pixmap(QSize(18, 18), 2.0).width() == 36


def test_one_of_a_unit_has_its_own_word(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField(theme, "Prices", "months")
    number.set_unit_of_one("month")
    shown(qtbot, number)
    number.set_value(2)
    assert number._box.text() == "2 months"
    qtbot.keyClick(number._box, Qt.Key.Key_Down)
    assert number._box.text() == "1 month"


def test_number_fields_stand_under_each_other(theme: Theme) -> None:
    units = ("min", "cards", "h", "months")
    widths = {NumberField(theme, "Number", unit).sizeHint().width() for unit in units}
    assert len(widths) == 1
