"""Formulas are drawn, and nothing that a stranger wrote as one does harm."""

from __future__ import annotations

import sys
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aws_flash.domain.formula import MAX_DEPTH, MAX_TEX, Formula
from aws_flash.domain.svg.judging import is_safe_svg
from aws_flash.ui.card.formula_drawing import LONGEST, Drawing, draw_formula

SIGNS = (
    "\\", "{", "}", "^", "_", "&", "$", "%", "#", "~", "x", "1", " ", "<", "\0", "\ud800", "漢",
    r"\frac", r"\sqrt", r"\left(", r"\right)", r"\begin{matrix}", r"\end{matrix}", r"\\", r"\text{",
    r"\color{red}", r"\href{a}{b}", r"\operatorname{", r"\hspace{9in}", r"\over",
)  # fmt: skip
ENDLESS = (
    r"\frac{1}{" * MAX_DEPTH + "x" + "}" * MAX_DEPTH,
    r"\left(" * 130 + "x" + r"\right)" * 130,
)


def drawn(tex: str) -> Drawing | None:
    return draw_formula(Formula(tex, tex[:MAX_TEX]))


@pytest.mark.parametrize(
    "tex", ["x^2", r"\frac{1}{2}", r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "x < […]"]
)
def test_a_formula_becomes_a_safe_drawing(tex: str) -> None:
    drawing = drawn(tex)
    assert drawing is not None
    assert is_safe_svg(drawing.svg.encode())
    assert drawing.width > 0.5


def test_a_drawing_knows_its_base_line() -> None:
    letter, fraction = drawn("x"), drawn(r"\frac{1}{y}")
    assert letter is not None
    assert fraction is not None
    assert letter.descent < 0.1 < 0.4 < letter.ascent
    assert fraction.descent > 0.3


@pytest.mark.parametrize("tex", [r"\unheardof{x}", r"\def\a{\a\a}\a", "x^", r"\left( x", "&" * 99])
def test_what_cannot_be_drawn_is_not(tex: str) -> None:
    assert drawn(tex) is None


@pytest.mark.parametrize("tex", ENDLESS)
def test_what_would_take_hours_is_given_up(tex: str) -> None:
    begin = thread_time()
    assert drawn(tex) is None
    assert thread_time() - begin < LONGEST + 1.0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_no_formula_brings_out_an_error(tex: str) -> None:
    drawing = drawn(tex)
    assert drawing is None or drawing.width > 0


def test_nothing_is_drawn_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ziamath", None)  # as if it were not installed
    assert drawn("x^2") is None


def test_a_watch_that_was_there_before_comes_back() -> None:
    before = sys.gettrace()
    drawn("x")
    assert sys.gettrace() is before
