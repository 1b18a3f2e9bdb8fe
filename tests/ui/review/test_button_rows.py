"""Rows of buttons share the width there is, and never change the height of what they stand in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from aws_flash.ui.review.button_rows import ButtonRow, ButtonRows, row_widths
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import PrimaryButton, QuietButton

WANTED = st.lists(st.integers(1, 500), min_size=1, max_size=5)


@given(wanted=WANTED, room=st.integers(0, 2000), gap=st.integers(0, 20))
def test_none_gets_more_than_it_wants_and_all_fit(wanted: list[int], room: int, gap: int) -> None:
    widths = row_widths(wanted, room, gap)
    assert all(given_ <= wish for given_, wish in zip(widths, wanted, strict=True))
    assert sum(widths) <= max(room - gap * (len(wanted) - 1), 0)


@given(wanted=WANTED, gap=st.integers(0, 20))
def test_where_there_is_room_all_get_what_they_want(wanted: list[int], gap: int) -> None:
    room = sum(wanted) + gap * (len(wanted) - 1)
    assert row_widths(wanted, room, gap) == wanted


def test_a_small_one_keeps_its_width_beside_a_large_one() -> None:
    assert row_widths([50, 400], 312, 12) == [50, 250]


def test_showing_another_row_leaves_the_height(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    one, two = PrimaryButton(theme, "Show answer"), QuietButton(theme, "A\nB\nC")
    first, second = ButtonRow(one), ButtonRow(two)
    rows = ButtonRows(theme, first, second)
    column = QVBoxLayout(window)
    column.addWidget(rows)
    column.addStretch(1)
    window.show()
    height = rows.height()
    rows.show_row(second)
    assert (one.isVisible(), two.isVisible()) == (False, True)
    assert rows.height() == height == two.height()
    assert two.geometry().bottom() == rows.rect().bottom()
