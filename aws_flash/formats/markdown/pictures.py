"""Pictures that cards show: taken from beside the file, under the plain names that fields use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from aws_flash.domain.html.escaping import escape_value, resolve
from aws_flash.formats.media_folder import MediaFolder

_SOURCE: Final = re.compile(
    r"(?P<before><img\b[^<>]{0,1000}?\bsrc=)(?P<quote>[\"'])(?P<path>[^\"'<>]{1,1000})(?P=quote)",
    re.IGNORECASE,
)
_SOUND: Final = re.compile(r"\[sound:(?P<path>[^\[\]\n]{1,300})\]")
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]{1,20}:|//", re.IGNORECASE)


def with_media(html: str, media: MediaFolder, missing: Callable[[str], None]) -> str:
    """Return a field in which pictures and sounds go by the names that they are brought under.

    One that is not there, or may not be taken, keeps its name, and is told to `missing`; so is one
    from the web, which the program never fetches.
    """
    if "<img" in html or "<IMG" in html:
        html = _SOURCE.sub(lambda found: _renamed(found, media, missing), html)
    for found in _SOUND.finditer(html):
        if media.take(resolve(found["path"])) is None:
            missing(resolve(found["path"]))
    return html


def _renamed(found: re.Match[str], media: MediaFolder, missing: Callable[[str], None]) -> str:
    written = resolve(found["path"])
    name = None if _ELSEWHERE.match(written) else media.take(unquote(written, errors="replace"))
    if name is None:
        missing(written)
        return found[0]
    return found[0] if name == written else f'{found["before"]}"{escape_value(name)}"'
