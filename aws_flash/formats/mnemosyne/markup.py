"""Texts of Mnemosyne as fields: lines by <br>, sounds and pictures by the names that they get."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from aws_flash.domain.html.escaping import escape_value, resolve
from aws_flash.formats.html_field import possible

_MEDIUM: Final = re.compile(
    r"<(?P<tag>img|audio|video)\b(?P<before>[^<>]{0,500}?)\bsrc\s{0,3}=\s{0,3}"
    r"(?P<quote>[\"'])(?P<src>[^\"'<>]{1,500})(?P=quote)(?P<after>[^<>]{0,500})>"
    r"(?:\s{0,9}</(?:audio|video)>)?",
    re.IGNORECASE,
)
_STYLE: Final = re.compile(r"<card\s[^<>]{0,500}>", re.IGNORECASE)
_LAID_OUT: Final = re.compile(r"<(?:table|ul|ol|pre|p|div)\b", re.IGNORECASE)
_NEWLINE: Final = re.compile(r"\r\n?|\n")


def field_of(text: str, take: Callable[[str], str | None]) -> str:
    """Return a text as a field; `take` says under which name a medium comes along, None if not.

    All else stays as it was received. Mnemosyne shows the ends of lines, HTML does not: so they
    become <br>, unless the text is laid out by elements of its own.
    """
    text = _MEDIUM.sub(lambda found: _medium(found, take), possible(text))
    text = _STYLE.sub("", text) if "<card" in text else text
    if "\n" in text or "\r" in text:
        text = text if _LAID_OUT.search(text) else _NEWLINE.sub("<br>", text.strip("\r\n"))
    return text


def _medium(found: re.Match[str], take: Callable[[str], str | None]) -> str:
    written = resolve(found["src"])
    name = take(written) or written
    if found["tag"].lower() != "img":
        return f"[sound:{name}]"
    if name == written:
        return found[0]
    return f'<img{found["before"]}src="{escape_value(name)}"{found["after"]}>'
