from __future__ import annotations

from aws_flash.domain.sound import sounds, with_links, without_sounds

HTML = 'a [sound:one.mp3] b [sound:two%20&amp;.mp3] <img alt="[sound:three.mp3]">'


def test_sounds_are_found_in_order() -> None:
    assert sounds(HTML) == ("one.mp3", "two &.mp3")


def test_sounds_from_elsewhere_are_not_played_nor_shown() -> None:
    html = "x[sound:http://x/y.mp3][sound:../y.mp3][sound:file:///y.mp3]"
    assert sounds(html) == ()
    assert without_sounds(html) == with_links(html) == "x"


def test_text_remains_without_sounds() -> None:
    assert without_sounds(HTML) == 'a  b  <img alt="[sound:three.mp3]">'


def test_links_count_the_sounds() -> None:
    assert with_links("[sound:a.mp3][sound:/b][SOUND:c.mp3]").count("<a") == 2
    assert 'href="#sound-1"' in with_links("[sound:a.mp3][sound:/b][SOUND:c.mp3]")


def test_other_brackets_stay() -> None:
    assert without_sounds("[sound:] [sound [a]") == "[sound:] [sound [a]"
