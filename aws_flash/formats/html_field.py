"""Plain text as the HTML of a field, and back for formats that know no HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from aws_flash.domain.html.escaping import escape_text, resolve

_NEWLINE: Final = re.compile(r"\r\n?|\n")
_BREAK: Final = re.compile(r"<br\s{0,8}/?>", re.IGNORECASE)
# Signs that HTML cannot hold, and halves of signs, which no file can be written with.
_IMPOSSIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_VOID: Final = frozenset({"br", "hr", "img"})
_NAMES: Final = (
    "a|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|pre|s|small|span|strong"
    "|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
_REST: Final = r"(?:\s[^<>]{0,2000})?/?>"
_TAG: Final = re.compile(rf"<(?P<end>/?)(?P<name>{_NAMES}){_REST}", re.IGNORECASE)
_PLAIN: Final = re.compile(
    rf"<(?!/?(?:{_NAMES}){_REST})|&(?!(?:#[0-9]{{1,7}}|#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,31}});)",
    re.IGNORECASE,
)


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


def looks_like_html(texts: Iterable[str]) -> bool:
    """Tell whether texts are HTML: tags of formatting among them, and nothing that speaks against.

    A "<" that begins no such tag, a "&" that begins no entity, or a tag that is left open: these
    are in plain text.
    """
    found = False
    for text in texts:
        if "<" not in text and "&" not in text:
            continue
        if _PLAIN.search(text) or not _is_closed(text):
            return False
        found = found or "<" in text
    return found


def _is_closed(text: str) -> bool:
    counts: Counter[str] = Counter()
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if name not in _VOID:
            counts[name] += -1 if tag["end"] else 1
    return not any(counts.values())
