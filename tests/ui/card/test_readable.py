"""Colours of authors stay readable, and stay as they are where they can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from aws_flash.ui.card.readable import (
    LEAST,
    Paper,
    contrast,
    readable_ground,
    readable_html,
    readable_sheet,
    readable_text,
)

LIGHT = Paper(QColor("#FFFFFF"), QColor("#1C1F26"))
DARK = Paper(QColor("#1D2027"), QColor("#ECEDEF"))
PAPERS = st.sampled_from([LIGHT, DARK])
COLORS = st.builds(QColor, *[st.integers(0, 255)] * 3)


def test_black_on_white_is_as_far_apart_as_can_be() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@given(color=COLORS, paper=PAPERS)
def test_every_colour_of_text_ends_up_readable(color: QColor, paper: Paper) -> None:
    assert contrast(QColor(readable_text(color, paper).name()), paper.surface) >= LEAST


@given(color=COLORS, paper=PAPERS)
def test_ink_can_be_read_on_every_ground(color: QColor, paper: Paper) -> None:
    ground = readable_ground(color, paper)
    assert ground is None or contrast(QColor(ground.name()), paper.ink) >= LEAST


@given(color=COLORS, paper=PAPERS)
def test_what_can_be_read_stays_as_it_is(color: QColor, paper: Paper) -> None:
    if contrast(color, paper.surface) >= LEAST:
        assert readable_text(color, paper) == color


def test_blue_in_the_dark_becomes_a_lighter_blue() -> None:
    made = readable_text(QColor("#0000ff"), DARK)
    assert made.hslHue() == QColor("#0000ff").hslHue()
    assert made.lightness() > QColor("#0000ff").lightness()


@pytest.mark.parametrize("black", ["black", "#000", "#111111", "rgb(0,0,0)", "hsl(0,0%,5%)"])
def test_black_in_the_dark_becomes_ink(black: str) -> None:
    html = readable_html(f'<p style="color: {black}">x</p>', DARK)
    assert html == '<p style="color: #ecedef">x</p>'


def test_white_grounds_go_in_the_dark_and_yellow_ones_become_deep() -> None:
    html = '<p style="background-color: white">x</p><p style="background-color: #ff0">y</p>'
    made = readable_html(html, DARK)
    assert "white" not in made
    ground = QColor(made.split("background-color: ")[1][:7])
    assert contrast(ground, DARK.ink) > 6.9


def test_attributes_of_old_html_are_read_too() -> None:
    html = '<font color="#000080">x</font><table bgcolor="#ffffff"><tr><td>y</td></tr></table>'
    made = readable_html(html, DARK)
    assert "#000080" not in made
    assert "bgcolor" not in made


def test_words_that_name_no_colour_stay() -> None:
    html = '<p style="color: inherit; background-color: transparent">color: red</p>'
    assert readable_html(html, DARK) == html


def test_a_style_sheet_keeps_its_other_declarations() -> None:
    made = readable_sheet(".card { font-size: 20px; color: black; text-align: center }", DARK)
    assert made == ".card { font-size: 20px; color: #ecedef; text-align: center }"
