from __future__ import annotations

from aws_flash.domain.sound import sounds, without_sounds

HTML = 'a [sound:one.mp3] b [sound:two%20&amp;.mp3] <img alt="[sound:three.mp3]">'


def test_sounds_are_found_in_order() -> None:
    assert sounds(HTML) == ("one.mp3", "two &.mp3")


def test_sounds_from_elsewhere_are_not_played_nor_shown() -> None:
    html = "x[sound:http://x/y.mp3][sound:../y.mp3][sound:file:///y.mp3]"
    assert sounds(html) == ()
    assert without_sounds(html) == "x"


def test_text_remains_without_sounds() -> None:
    assert without_sounds(HTML) == 'a  b  <img alt="[sound:three.mp3]">'


def test_other_brackets_stay() -> None:
    assert without_sounds("[sound:] [sound [a]") == "[sound:] [sound [a]"
