"""Plain text as the HTML of a field, and back for formats that know no HTML."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.html.escaping import escape_text, resolve

_NEWLINE: Final = re.compile(r"\r\n?|\n")
_BREAK: Final = re.compile(r"<br\s{0,8}/?>", re.IGNORECASE)
# Signs that HTML cannot hold, and halves of signs, which no file can be written with.
_IMPOSSIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_html(text: str) -> str:
    """Plain text as HTML: spaces around it off, a line's end as <br>."""
    return _NEWLINE.sub("<br>", escape_text(possible(text).strip()))


def possible(text: str) -> str:
    """The text with U+FFFD for what is no sign at all: halves of signs, controls."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def plain_of(html: str) -> str | None:
    """The text whose `plain_html` is this, None where there is more to it than text."""
    text = resolve(_BREAK.sub("\n", html))
    return text if plain_html(text) == _BREAK.sub("<br>", html) else None
