"""Lengths of styles in pixels, at the text size of the user."""

from __future__ import annotations

import pytest

from aws_flash.domain.html.css import clean_css
from aws_flash.ui.card.qt_lengths import Lengths, sheet_for_qt


def test_a_sheet_follows_the_text_size() -> None:
    css = clean_css(".card { font-size: 20px; color: black } p > b { margin: 0 1em; width: 50% }")
    assert sheet_for_qt(css, 1.5) == (
        ".card { color: black; font-size: 30px }\np > b { margin: 0 30px; width: 50% }"
    )


def test_relative_sizes_in_a_sheet_are_of_the_usual_one() -> None:
    assert sheet_for_qt(".a { font-size: 150% }", 1, 24) == ".a { font-size: 36px }"


@pytest.mark.parametrize(
    ("value", "pixels"),
    [("10px", 10), ("2em", 60), ("2rem", 40), ("50%", 15), ("medium", 20), ("larger", 36),
     ("1px", 6), ("900px", 120), ("", None), ("bold", None)],
)  # fmt: skip
def test_sizes_of_letters(value: str, pixels: float | None) -> None:
    found = Lengths(1, 20).font_size(value, 30)
    assert found is pixels is None or round(found or 0) == pixels


@pytest.mark.parametrize(
    ("value", "scaled"),
    [
        ("1px solid #1px", "2px solid #1px"),
        ("0.2px", "1px"),
        ("-4px", "-8px"),
        ("3pt 10%", "8px 10%"),
        ("1.5em", "60px"),
        ("thin", "thin"),
    ],
)
def test_lengths_follow_the_text_size(value: str, scaled: str) -> None:
    assert Lengths(2, 20).scaled(value, 20) == scaled
