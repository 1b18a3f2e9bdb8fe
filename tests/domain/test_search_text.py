from __future__ import annotations

import time

import pytest
from hypothesis import given

from aws_flash.domain.html.tokens import tokens
from aws_flash.domain.plain_text import plain
from aws_flash.domain.search_text import MAX_SEARCHED, search_text, spaced
from tests.domain.hostile import HTML

# What is shown with signs around it that nobody wrote.
_WITH_SIGNS = {"q", "rt"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("安全組です", "安 全 組 で す"),
        ("VPC安全 group", "VPC 安 全 group"),
        ("\uff21\uff37\uff33　ｶﾞ", "AWS ガ"),
        ("한국", "한 국"),
        ("Größe 10.5", "Größe 10.5"),
    ],
)
def test_signs_without_spaces_between_words_stand_apart(text: str, kept: str) -> None:
    assert spaced(text) == kept


def test_heaps_of_marks_on_a_letter_are_indexed_in_time() -> None:
    begun = time.process_time()
    kept = spaced("e" + "\u0301\u0323" * 200_000 + " ende")
    assert time.process_time() - begun < 1
    assert kept.endswith(" ende")
    assert spaced("Ca\u0301fe\u0301") == "C\u00e1f\u00e9"


def test_search_finds_words_of_tables_and_lists() -> None:
    assert search_text(["<ul><li>one<li>two</ul><p>三&amp;"]) == "one two 三 &"


@pytest.mark.parametrize(
    "html",
    [
        '<span style="color: red">one</span>two <div class="x">three</div>four',
        "<table><tr><td>one</td><td>two</td></tr></table>three",
        "<dl><dt>one</dt><dd>two</dd></dl><h2>three</h2>four",
        '<img src="a.png" alt="one two"> three [sound:four.mp3] five',
        "a [hint] of 1 &lt; 2, <b>b</b>old, H<sub>2</sub>O",
        "<details><summary>one</summary>two</details>",
        "<script>no</script><style>no</style>yes<!-- no -->",
        'a<img alt=">">b<a href="x>y">c</a>',
        "<b title='a>b'>c</b>",
        "<p hidden>no</p>yes<span style='display:none'>no</span>",
    ],
)
def test_search_finds_the_words_that_are_read(html: str) -> None:
    assert search_text([html]) == spaced(plain(html))


@given(HTML)
def test_no_word_that_is_read_is_lost_to_search(html: str) -> None:
    if not _WITH_SIGNS & {token.value for token in tokens(html)}:
        assert "".join(search_text([html]).split()) == "".join(spaced(plain(html)).split())


def test_the_fields_of_a_note_stand_apart() -> None:
    assert search_text(["one", "", "<b>two</b>"]) == "one two"


@pytest.mark.parametrize("piece", ["<b ", '<b x="', "<a =", "<b>=' ", "<", "&amp", "<p x='\">"])
def test_endless_markup_is_indexed_in_time(piece: str) -> None:
    begun = time.process_time()
    search_text([piece * (MAX_SEARCHED // len(piece))])
    assert time.process_time() - begun < 5
