"""What a style sheet says of the card as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.html.css import clean_css, clean_declarations
from aws_flash.domain.html.page_style import page_style, without_page


@pytest.mark.parametrize(
    ("css", "style"),
    [
        (".card { text-align: center; color: navy }", "color: navy; text-align: center"),
        ("body { color: red } .card { color: #070 }", "color: #070"),
        ("html, .card { font-style: italic }", "font-style: italic"),
        (".card { font-family: arial; font-size: 20px; color: black }", ""),
        (".card { font-family: 'Noto Serif'; font-size: 30px }",
         "font-family: 'Noto Serif'; font-size: 1.5em"),
        (".card { background: pink; margin: 40px; border: 1px solid red }", ""),
        (".card b { color: red } .cards { color: red }", ""),
    ],
)  # fmt: skip
def test_what_all_letters_take_on_is_found(css: str, style: str) -> None:
    assert page_style(clean_css(css)) == style


def test_rules_for_parts_of_the_card_need_no_page_around() -> None:
    css = clean_css(".card b, i { color: red }\n.hint { color: navy }")
    assert without_page(css) == "b, i { color: red }\n.hint { color: navy }"


@given(st.text(alphabet=".card{}body ,;:font-size123px%em", max_size=60))
def test_what_is_said_is_clean(css: str) -> None:
    style = page_style(clean_css(f".card {{ {css} }} {css}"))
    assert clean_declarations(style) == style
