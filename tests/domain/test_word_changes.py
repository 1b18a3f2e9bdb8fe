"""Which words differ: what is marked, what is not, and that no letter is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.word_changes import MOST_WORDS, Stretch, word_changes


def marked(stretches: tuple[Stretch, ...]) -> str:
    """The text with its changed stretches in brackets."""
    return "".join(f"[{one.text}]" if one.is_changed else one.text for one in stretches)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("up to 1 hour.", "up to 12 hours.", "up to [1 hour].", "up to [12 hours]."),
        ("It is free.", "It is free.", "It is free.", "It is free."),
        ("It is free.", "It is not free.", "It is free.", "It is [not] free."),
        ("", "Now there is one.", "", "[Now there is one.]"),
        ("from 15 min, as a rule", "from 15 min", "from 15 min[, as a rule]", "from 15 min"),
        ("us-east-1 only", "us-east-2 only", "[us-east-1] only", "[us-east-2] only"),
    ],
)
def test_the_words_that_differ_are_marked(before: str, after: str, old: str, new: str) -> None:
    assert tuple(map(marked, word_changes(before, after))) == (old, new)


@given(st.text(), st.text())
def test_no_letter_is_lost(before: str, after: str) -> None:
    old, new = word_changes(before, after)
    assert "".join(one.text for one in old) == before
    assert "".join(one.text for one in new) == after


@given(st.text("ab ."), st.text("ab ."))
def test_what_is_not_marked_stands_in_both(before: str, after: str) -> None:
    old, new = word_changes(before, after)
    kept = [
        "".join(one.text for one in side if not one.is_changed).replace(" ", "")
        for side in (old, new)
    ]
    assert kept[0] == kept[1]


def test_a_very_long_text_is_marked_as_a_whole() -> None:
    old, new = word_changes("word " * MOST_WORDS, "other")
    assert [one.is_changed for one in (*old, *new)] == [True, True]
