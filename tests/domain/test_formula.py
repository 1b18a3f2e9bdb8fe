"""Formulas are found where they stand; all other text stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.formula import (
    MAX_DEPTH,
    MAX_FORMULAS,
    MAX_TEX,
    MAX_TOTAL,
    Formula,
    pieces,
    with_signs,
)

PARTS = (
    r"\(", r"\)", r"\[", r"\]", "[$]", "[/$]", "[$$]", "[/$$]", "[latex]", "[/latex]", "$", "{",
    "}", "\\", "x", " ", "&lt;", "<br>", "<b>", "</b>", "<div>", "</div>", "<code>", "</code>",
)  # fmt: skip


def found(html: str) -> list[tuple[str, bool]]:
    """What each formula says, and whether it stands on a line of its own."""
    return [(f.tex, f.displayed) for f in pieces(html) if isinstance(f, Formula)]


def written(html: str) -> str:
    return "".join(piece if isinstance(piece, str) else piece.written for piece in pieces(html))


@pytest.mark.parametrize(
    ("html", "tex", "displayed"),
    [
        (r"a \(x^2\) b", "x^2", False),
        (r"a \[ x^2 \] b", "x^2", True),
        ("[$]x[/$]", "x", False),
        ("[$$]x[/$$]", "x", True),
        ("[latex]$x$[/latex]", "x", False),
        ("[LaTeX]$$x$$[/LaTeX]", "x", True),
        (r"[latex]\begin{equation*}x\end{equation*}[/latex]", "x", True),
        (r"\(a &lt; b &amp;&nbsp;c\)", "a < b & c", False),
        (r"\[a \\[2pt]<br>b\]", "a \\\\[2pt]\nb", True),
        (r"\(\text{a \) b}\)", r"\text{a \) b}", False),
        (r"\(<span style='color: red'>x</span>\)", "x", False),
        (r'\(a = <span class="cloze">[…]</span>\)', "a = […]", False),
    ],
)
def test_every_way_of_writing_a_formula_is_known(html: str, tex: str, *, displayed: bool) -> None:
    assert found(html) == [(tex, displayed)]


@pytest.mark.parametrize(
    "html",
    [
        r"<code>\(a\)</code>",
        r"\(a",
        r"\(a\]",
        r"\( \)",
        r"<b>\(a</b>\)",
        r"\(x<sup>2</sup>\)",
        "[latex]Let $x$ be $y$[/latex]",
        r"[latex]\begin{tabular}{c}a\end{tabular}[/latex]",
        rf"\({'x' * (MAX_TEX + 1)}\)",
        rf"\({'{' * (MAX_DEPTH + 1)}{'}' * (MAX_DEPTH + 1)}\)",
    ],
)
def test_what_is_not_clearly_a_formula_stays_text(html: str) -> None:
    assert list(pieces(html)) == [html]


def test_only_so_many_formulas_are_taken_out_of_a_text() -> None:
    assert len(found(r"\(x\)" * (MAX_FORMULAS + 5))) == MAX_FORMULAS
    assert len(found(rf"\({'x' * MAX_TEX}\)" * 50)) == MAX_TOTAL // MAX_TEX


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_the_pieces_make_up_the_whole_again(html: str) -> None:
    assert written(html) == html


@given(st.text(st.characters(exclude_characters="\\[<&"), min_size=1), st.text("abc+^{}12"))
def test_text_around_a_formula_is_not_touched(text: str, tex: str) -> None:
    formula = rf"\(a{tex.replace('{', '').replace('}', '')}\)"
    first, middle, last = pieces(f"{text}{formula}{text}")
    assert (first, last) == (text, text)
    assert isinstance(middle, Formula)
    assert middle.written == formula


@pytest.mark.parametrize(
    ("html", "signs"),
    [
        ("<anki-mathjax>x</anki-mathjax>", r"\(x\)"),
        ('<anki-mathjax focusonmount="0" block="true">x</anki-mathjax>', r"\[x\]"),
        ('<anki-mathjax block="false">x</anki-mathjax></anki-mathjax>', r"\(x\)"),
        ("a<b>c</b>", "a<b>c</b>"),
    ],
)
def test_elements_of_the_editor_become_signs(html: str, signs: str) -> None:
    assert with_signs(html) == signs
