"""What filters of a template make of a field: `{{text:Field}}`, `{{furigana:Field}}` and the like.

Filters that ask something of the reader (cloze, type, hint) are in `rendering`. Filters that are
not known here, such as those for speech, leave the field as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from aws_flash.domain.html.escaping import escape_text
from aws_flash.domain.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

# A word and its reading, as in ` 漢字[かんじ]`; a space keeps it apart from what stands before.
_READING: Final = re.compile(r" ?([^ >\[\]]{1,60})\[(?!sound:)([^\[\]]{1,60})\]")


def _text(html: str) -> str:
    return escape_text(plain(html))


def _furigana(html: str) -> str:
    return _READING.sub(r"<ruby>\1<rt>\2</rt></ruby>", html)


def _kanji(html: str) -> str:
    return _READING.sub(r"\1", html)


def _kana(html: str) -> str:
    return _READING.sub(r"\2", html)


FILTERS: Final[dict[str, Callable[[str], str]]] = {
    "text": _text,
    "furigana": _furigana,
    "kanji": _kanji,
    "kana": _kana,
}
