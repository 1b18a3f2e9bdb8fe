"""Which media a note uses."""

from __future__ import annotations

import pytest

from aws_flash.domain.media_use import media_used


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("no medium", ()),
        ('<img src="a.png">', ("a.png",)),
        ("<IMG alt='x' src=b.svg> and <image src='c.gif'>", ("b.svg", "c.gif")),
        ('<img src="R&amp;D%20plan.png">', ("R&D plan.png",)),
        ("[sound:call.mp3]<b>[1]</b>", ("call.mp3",)),
        ('<img src="https://example.org/a.png"><img src="../a.png"><img>', ()),
        ("&lt;img src=a.png&gt;", ()),
    ],
)
def test_pictures_and_sounds_are_found_by_their_plain_names(
    markup: str, names: tuple[str, ...]
) -> None:
    assert media_used([("Question", markup)]) == names


def test_a_medium_used_twice_is_named_once() -> None:
    fields = [("Question", "[sound:a.mp3]"), ("Answer", '<img src="a.png">[sound:a.mp3]')]
    assert media_used(fields) == ("a.mp3", "a.png")
