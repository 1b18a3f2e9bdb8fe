"""Empty lines at the end of a side."""

from __future__ import annotations

import time

import pytest

from aws_flash.domain.html.empty_end import without_empty_end


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("a<br><br>\n", "a"),
        ("a&nbsp;<br>\xa0", "a"),
        ("<ul><li>a</li></ul><br>", "<ul><li>a</li></ul>"),
        ("a<br>b", "a<br>b"),
        ("<br>", ""),
        ('a<img src="b.png">', 'a<img src="b.png">'),
    ],
)
def test_only_what_cannot_be_seen_goes(html: str, shown: str) -> None:
    assert without_empty_end(html) == shown


def test_a_long_end_is_gone_through_once() -> None:
    begin = time.perf_counter()
    assert without_empty_end("a" + "<br>&nbsp;" * 20_000) == "a"
    assert time.perf_counter() - begin < 1
