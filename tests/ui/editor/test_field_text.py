"""Fields as text and back: nothing is lost, nothing typed becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.plain_text import plain
from aws_flash.ui.editor.field_text import LINES, MARKUP, PLAIN, html_of, is_plain, writing_of

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
WRITTEN = st.lists(WORDS, max_size=4).map("\n".join)


@given(words=WRITTEN)
def test_what_was_typed_comes_back(words: str) -> None:
    assert PLAIN.shown(html_of(words)) == words.strip()


@given(words=WRITTEN)
def test_what_was_typed_is_no_markup(words: str) -> None:
    assert is_plain(html_of(words))


@given(html=st.text(max_size=60))
def test_markup_is_shown_and_stored_as_it_is(html: str) -> None:
    assert MARKUP.stored(MARKUP.shown(html)) == html


@pytest.mark.parametrize(
    "html", ["<b>bold</b>", "a < b", "<!-- kept -->", "<img src='a.png'>", "<script>x</script>"]
)
def test_a_field_with_any_tag_is_edited_as_markup(html: str) -> None:
    assert writing_of(html) is MARKUP


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("One<br>two", "One\ntwo"),
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("broken\nin the source", "broken in the source"),
        ("a&nbsp;b", "a\xa0b"),
        ("{{c1::KMS}}", "{{c1::KMS}}"),
    ],
)
def test_plain_fields_show_words(html: str, shown: str) -> None:
    assert writing_of(html) is PLAIN
    assert PLAIN.shown(html) == shown


def test_signs_that_mean_something_in_html_are_only_signs() -> None:
    assert plain(html_of("if a < b & c > d")) == "if a < b & c > d"


def test_further_answers_stand_one_a_line() -> None:
    assert LINES.shown("TLS 1.2\nR&amp;D") == "TLS 1.2\nR&D"
    assert LINES.stored("TLS 1.2\n\n R&D ") == "TLS 1.2\nR&amp;D"
