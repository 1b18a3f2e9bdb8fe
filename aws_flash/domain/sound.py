"""Sounds named in fields as `[sound:x.mp3]`: found, left out, or shown as something to press."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.html.escaping import resolve
from aws_flash.domain.media_name import plain_name

# Tags are read over, so that nothing inside an attribute is taken for a sound.
_SOUND: Final = re.compile(r"<[^<>]*+>|\[sound:(?P<name>[^\[\]<>\n]{1,300})\]", re.IGNORECASE)


def sounds(html: str) -> tuple[str, ...]:
    """Names of the sounds in the order of the text; only plain names of the media folder."""
    names = (_name(match) for match in _SOUND.finditer(html))
    return tuple(name for name in names if name)


def without_sounds(html: str) -> str:
    """The same without any mention of sounds, also of those that may not be played."""
    return _SOUND.sub(lambda match: "" if match["name"] else match[0], html)


def with_links(html: str) -> str:
    """The same with links to `#sound-0`, `#sound-1` and so on in place of what `sounds` found."""
    count = 0

    def link(match: re.Match[str]) -> str:
        nonlocal count
        if not match["name"]:
            return match[0]
        if not _name(match):
            return ""
        count += 1
        return f'<a class="sound" href="#sound-{count - 1}">\u25b6</a>'

    return _SOUND.sub(link, html)


def _name(match: re.Match[str]) -> str | None:
    return plain_name(resolve(match["name"])) if match["name"] else None
