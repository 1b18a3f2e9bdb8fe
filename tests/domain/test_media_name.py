from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.media_name import MAX_NAME, plain_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a.png", "a.png"),
        (" a.png ", "a.png"),
        ("a%20b.png", "a b.png"),
        ("%C3%A9.png", "é.png"),
        ("100% (ok).jpg", "100% (ok).jpg"),
        ("constant.png", "constant.png"),
    ],
)
def test_plain_names_stay(written: str, name: str) -> None:
    assert plain_name(written) == name


@pytest.mark.parametrize(
    "written",
    ["", "..", ".x", "a/b", "a\\b", "c:a", "a%2fb", "a%252fb", "%ff.png", "a\n.png", "nul",
     "COM1.x",
     "a.", "a. ", "~a", "a?b", "a*b", "\u202ea", "x" * (MAX_NAME + 1), "é" * MAX_NAME],
)  # fmt: skip
def test_all_else_is_refused(written: str) -> None:
    assert plain_name(written) is None


@given(st.text())
def test_a_name_is_its_own_name(written: str) -> None:
    name = plain_name(written)
    assert name is None or plain_name(name) == name
