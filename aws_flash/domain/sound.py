"""Sounds named in fields as `[sound:x.mp3]`: found, or left out."""

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


def _name(match: re.Match[str]) -> str | None:
    return plain_name(resolve(match["name"])) if match["name"] else None
