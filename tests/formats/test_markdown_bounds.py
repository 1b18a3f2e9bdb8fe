"""Hostile Markdown: no text takes long, none breaks the reader, none of it is lost in a field."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.errors import FileUnsafe
from aws_flash.formats.markdown.form import READER
from aws_flash.formats.markdown.lines import MAX_LINES
from aws_flash.formats.markdown.rendering import field_html
from tests.formats import reading_aid
from tests.formats.markdown_samples import samples
from tests.formats.reading_aid import calls_of, read_content

_SIGNS = "#*-_=|:.`[](){}<>!?~&\\ \t\n\rQAab1c"

read = partial(read_content, READER, name="deck.md")
survives = partial(reading_aid.survives, READER, name="deck.md")


@given(st.text() | st.text(_SIGNS, max_size=300))
def test_reads_or_refuses_any_text(text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"))


@given(st.sampled_from([content for _, content in samples()]), st.data())
def test_reads_or_refuses_spoiled_decks(content: bytes, data: st.DataObject) -> None:
    begin, end = sorted(data.draw(st.lists(st.integers(0, len(content)), min_size=2, max_size=2)))
    spoiled = content[:begin] + data.draw(st.binary(max_size=9)) + content[end:]
    survives(spoiled)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "![" * 50_000,
        "> " * 20_000 + "a",
        "- " * 20_000 + "a",
        "\n".join(" " * depth + "- a" for depth in range(1_000)),
        "<!--" * 20_000,
        "<a " * 20_000,
        "`" * 50_000,
        "".join("`" * length + " " for length in range(400)),
        "*a_ " * 20_000,
        "a|" * 10_000 + "\n" + "-|" * 10_000 + "\n" + "a\n" * 1_000,
        "[a]: b\n" * 10_000,
        "&" * 50_000,
        "&#" + "9" * 50_000 + ";",
    ],
)
def test_shows_what_is_too_much_for_the_parser_as_it_stands(text: str) -> None:
    assert calls_of(partial(field_html, text)) < 3_000_000
    assert field_html(text)


def test_keeps_the_text_of_lists_however_deep() -> None:
    text = "\n".join("  " * depth + f"- word{depth}" for depth in range(60))
    html = field_html(text)
    assert all(f"word{depth}" in html for depth in range(60))


def test_refuses_a_log() -> None:
    with pytest.raises(FileUnsafe):
        read(b"a\n" * (MAX_LINES + 2))


@pytest.mark.parametrize(
    "block",
    [
        "## What?\n\nThat\n\n",
        "<!-- Card Start -->\n### Front\na\n### Back\nb\n<!-- Card End -->\n",
        "Q: a\nA: b\n\n",
        "Q: a\n",
        "a :: b\n",
        "1. a?\n- A. b\n- B. c\n\n<details><summary>Answer</summary>\nB\n</details>\n\n",
        "<details>\n",
        "a\n?\nb\n\n",
        "a ==b==\nc\n",
        "word\n",
        "| a | b |\n|---|---|\n| c | d |\n\n",
        "a | b\n",
        "```\na\n```\n",
        "# Note\n```\nguid: a\nnotetype: b\n```\n## Front\na\n",
    ],
)
def test_takes_time_in_step_with_the_text(block: str) -> None:
    small, large = (f"Q: a\nA: b\n\n{block * count}".encode() for count in (200, 800))
    read(small)
    fewer, more = calls_of(partial(survives, small)), calls_of(partial(survives, large))
    assert more < 6 * fewer


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a -->\n" * 5_000,
        "# a" + " " * 100_000 + "b",
        "a" + " " * 100_000 + ":: b",
        "<details>\n" + "<summary>" * 50_000 + "\n</details>",
        "| a " * 50_000 + "\n" + "|---" * 50_000,
        "- A. " * 50_000,
    ],
)
def test_is_not_led_astray_by_what_repeats(text: str) -> None:
    assert read(f"Q: a\nA: b\n\n{text}\n".encode()).notes
    assert read(f"{text}\n\nQ: a\nA: b\n".encode()).notes
