from __future__ import annotations

import pytest
from hypothesis import given

from aws_flash.domain.plain_text import first_line, plain
from tests.domain.hostile import HTML


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &amp; b&nbsp;c &lt;d&gt;", "a & b c <d>"),
        ("<p>a</p><p>b</p>", "a\nb"),
        ("a<br><br>b", "a\nb"),
        ("a\n  b", "a b"),
        ("<b>a</b>b<i> c</i>", "ab c"),
        ("<ul><li>a</li><li>b</li></ul>c", "a\nb\nc"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("x [sound:a.mp3] y", "x y"),
        ('<img src="a.png" alt="a map">', "a map"),
        ("<script>x</script><style>y</style>z", "z"),
        ("a<!-- b -->c", "ac"),
        ("  ", ""),
    ],
)
def test_words_of_a_field(html: str, text: str) -> None:
    assert plain(html) == text


@given(HTML)
def test_plain_text_has_no_empty_lines(html: str) -> None:
    assert all(line.strip() == line != "" for line in plain(html).splitlines())


def test_long_words_come_out_as_they_went_in() -> None:
    assert plain("a" * 5_000) == "a" * 5_000


def test_the_first_line_is_cut_between_signs() -> None:
    assert first_line("<p>abcdef</p>x", 4) == "abc…"
    assert first_line("<p>abcd</p>x", 4) == "abcd"
    assert first_line("ae\u0301e\u0301e\u0301", 3) == "ae\u0301…"


def test_a_field_without_words_is_named_by_its_medium() -> None:
    assert first_line('<img src="map.png">', 40) == "[map.png]"
    assert first_line("[sound:a.mp3]", 40) == "[a.mp3]"
    assert first_line("<br>", 40) == ""
