from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.html.css import MAX_RULES, clean_css, clean_declarations, declarations

_CSS = st.lists(
    st.one_of(
        st.sampled_from(
            [".card", "p", "#a", "{", "}", ";", ":", ",", " ", "color", "red", "font-size", "20px",
             "url(x)", "@import 'x';", "@media x {", "/*", "*/", "\\75", "background", "</style>",
             "expression(x)", "position: fixed", "font-family", "'A b'", '"', "#fff", "a:hover"]
        ),
        st.text(max_size=3),
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(_CSS)
def test_sheets_stay_as_cleaned_and_hold_nothing_that_fetches(css: str) -> None:
    cleaned = clean_css(css)
    assert clean_css(cleaned) == cleaned
    assert not any(sign in cleaned for sign in ("url", "@", "\\", "<", "expression", "position"))


@given(_CSS)
def test_declarations_stay_as_cleaned(style: str) -> None:
    cleaned = clean_declarations(style)
    assert clean_declarations(cleaned) == cleaned


@pytest.mark.parametrize(
    "style",
    [
        "position: fixed", "background: url(http://x/y)", "background-image: url(x)",
        "color: var(--x)",
        "width: expression(alert(1))", "width: calc(1px + 1px)", "c\\6flor: red", "color: r\\65 d",
        "font-size: 9000px", "font-size: 0", "font-size: 1e9px", "width: 99999999px",
        "margin: -50px",
        "border: 500px solid", "line-height: 900", "behavior: url(x)", "-moz-binding: url(x)",
        "color: #12345", "color: red}", "content: 'x'", "color", "", "list-style: url(x)",
        "background: linear-gradient(red, blue)", "font-family: '</style>'",
    ],
)  # fmt: skip
def test_declarations_that_reach_out_or_tower_are_dropped(style: str) -> None:
    assert clean_declarations(style) == ""


@pytest.mark.parametrize(
    ("style", "cleaned"),
    [
        ("COLOR:red;", "color: red"),
        ("color: rgb(1, 2,3) !important", "color: rgb(1,2,3)"),
        ("background:#eaebec", "background-color: #eaebec"),
        ("color: #ff8e8eff", "color: #ff8e8e"),
        ('font-family: Arial,"Deja Vu" , serif', "font-family: Arial, 'Deja Vu', serif"),
        ("border: #ccc 1px solid; padding: 0 4px", "border: #ccc 1px solid; padding: 0 4px"),
        ("color: red; /* x; */ color: blue", "color: blue"),
        ("font-size: 1.5em; text-indent: -4px", "font-size: 1.5em; text-indent: -4px"),
    ],
)
def test_ordinary_declarations_stay(style: str, cleaned: str) -> None:
    assert clean_declarations(style) == cleaned


def test_a_list_of_fonts_has_an_end() -> None:
    assert clean_declarations("font-family: a, b, c") == "font-family: a, b, c"
    assert clean_declarations("font-family: " + "a, " * 50 + "b; color: red") == "color: red"


def test_declarations_are_read_back() -> None:
    assert declarations("color: red; font: 20px 'A b'") == {"color": "red", "font": "20px 'A b'"}
    assert declarations("") == {}


def test_a_sheet_keeps_simple_rules() -> None:
    css = """
    @import url(x.css); @font-face { font-family: a; src: url('_a.ttf'); }
    .card { @font-face { src: url(x) } font-size: 20px;\n color: black }
    .nightMode .cloze, a:hover, b { color: lightblue }
    @media print { .card { color: red } }
    ul > li.x { width: 30% }"""
    assert clean_css(css) == (
        ".card { font-size: 20px; color: black }\n"
        ".nightMode .cloze, b { color: lightblue }\n"
        "ul > li.x { width: 30% }"
    )


def test_a_huge_sheet_is_cut() -> None:
    assert clean_css("p { color: red }" * 100_000).count("{") == MAX_RULES


@pytest.mark.parametrize("sign", ["{", "}", "a{", "/*", ";", "a,", "a{b:c;", ".a" * 9 + " ", "\\"])
def test_any_sheet_is_judged_in_time(sign: str) -> None:
    begin = time.process_time()
    clean_css(sign * 500_000)
    clean_declarations(sign * 100_000)
    assert time.process_time() - begin < 1
