"""The words of a note as the full-text index keeps them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from aws_flash.domain.html.allowed import ALIASES, ELEMENTS
from aws_flash.domain.html.escaping import resolve
from aws_flash.domain.html.long_words import ZERO_WIDTH_SPACE
from aws_flash.domain.html.nesting import UNREADABLE, shortened
from aws_flash.domain.html.tokens import INLINE, VOID, attributes, tokens
from aws_flash.domain.plain_text import plain
from aws_flash.domain.sound import without_sounds

MAX_SEARCHED: Final = 200_000
"""Characters of a note that are indexed; of a longer one the rest is not."""

# Written without spaces between words: kana, Han, bopomofo, Hangul syllables.
_CJK: Final = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u312f\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_MOST_MARKS: Final = 30
_NOT_ASCII: Final = re.compile(rf"[^\x00-\x7f]{{{_MOST_MARKS},}}")

# Markup in which nothing can hide: of its tags none needs a look at what it says.
_PICTURES: Final = frozenset({"img", "image"})
_PARTING: Final = (ELEMENTS | ALIASES.keys()) - (INLINE - VOID) - _PICTURES
_INLINE: Final = "|".join(sorted(INLINE - VOID))
_BLOCK: Final = "br|hr|div|p|ul|ol|li|dl|dt|dd|h[1-6]|pre|table|thead|tbody|tfoot|tr|td|th"
_SAID: Final = r"""(?:\s(?:[^<>=]|="[^"<>]*"|='[^'<>]*'|=(?![\s"']))*)?"""
_EVERYDAY: Final = re.compile(
    r"(?:[^<&\[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]++"
    rf"|&(?:amp|lt|gt|quot|nbsp);|</?(?:{_INLINE}|{_BLOCK}){_SAID}>)*"
)
_INLINE_TAG: Final = re.compile(rf"</?(?:{_INLINE})(?:\s[^>]*)?>")
_TAG: Final = re.compile(r"</?[a-z][^>]*>")


def search_text(fields: Iterable[str]) -> str:
    """The text of a note's fields, each HTML, on one line; see `spaced`."""
    html = shortened("\n".join(fields), MAX_SEARCHED)
    return spaced(_read(html).replace(ZERO_WIDTH_SPACE, ""))


def _read(html: str) -> str:
    """What any markup says; spaces aside it is what `plain` says, at a tenth of the time."""
    if "<" in html and _may_hide(html.lower()):
        return plain(html)
    if _EVERYDAY.fullmatch(html):
        return resolve(_TAG.sub("\n", _INLINE_TAG.sub("", html)) if "<" in html else html)
    return "".join(_texts(UNREADABLE.sub("", html)))


def _may_hide(html: str) -> bool:
    return "hidden" in html or "display" in html


def _texts(html: str) -> Iterator[str]:
    """Yield what any markup says, a picture's alternative text too, parted where lines are."""
    for kind, value, written in tokens(html):
        if kind == "text":
            yield without_sounds(resolve(value))
        elif value in _PICTURES:
            yield attributes(written, {"alt"}).get("alt", "") if kind == "open" else ""
        elif value in _PARTING:
            yield "\n"


def spaced(text: str) -> str:
    """Words as the full-text index keeps them; ask it with the same, as a phrase.

    CJK signs stand apart, so that words of one or two of them are found; full-width letters and
    other presentation forms become ordinary ones (NFKC). Case and accents are left to the index.
    """
    if text.isascii():
        return " ".join(text.split())
    normal = unicodedata.normalize("NFKC", _NOT_ASCII.sub(_with_few_marks, text))
    return " ".join(_CJK.sub(r" \g<0> ", normal).split())


def _with_few_marks(run: re.Match[str]) -> str:
    """At most 30 marks on a letter (UAX #15, stream-safe text): time grows with their square."""
    kept, marks = [], 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
