from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.graphemes import graphemes


@pytest.mark.parametrize(
    "sign",
    ["a", "e\u0301", "é", "👩\u200d👩\u200d👧", "👍🏽", "🇩🇪", "❤\ufe0f", "각", "\u1100\u1161\u11a8",
     "का", "か\u3099",
     "🏴\U000e0067\U000e0062\U000e007f"],
)  # fmt: skip
def test_one_sign_stays_whole(sign: str) -> None:
    assert graphemes(f"x{sign}y{sign}") == ["x", sign, "y", sign]


def test_flags_are_pairs() -> None:
    assert graphemes("🇩🇪🇫🇷🇮") == ["🇩🇪", "🇫🇷", "🇮"]


@given(st.text())
def test_signs_joined_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
