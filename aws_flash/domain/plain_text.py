"""The words of a field, without markup: for lists, for search, for comparing."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from aws_flash.domain.graphemes import graphemes
from aws_flash.domain.html.escaping import resolve
from aws_flash.domain.html.long_words import ZERO_WIDTH_SPACE
from aws_flash.domain.html.nesting import shortened
from aws_flash.domain.html.sanitise import clean
from aws_flash.domain.html.tokens import INLINE, attributes, tokens
from aws_flash.domain.sound import sounds, without_sounds

MAX_SEARCHED: Final = 200_000

_SPACES: Final = re.compile(r"\s+")
_CELLS: Final = frozenset({"td", "th"})
# Written without spaces between words: kana, Han, bopomofo, Hangul syllables.
_CJK: Final = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u312f\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
# Markup in which nothing can hide: no attributes, no comments, no unusual signs.
_EVERYDAY: Final = re.compile(
    r"(?:[^<&\[\x00-\x08\x0b-\x1f\x7f-\x9f]++"
    r"|&(?:amp|lt|gt|quot|nbsp);"
    r"|</?(?:b|i|u|em|strong|code|sub|sup|br|div|p)>)*"
)
_EVERYDAY_INLINE: Final = re.compile(r"</?(?:b|i|u|em|strong|code|sub|sup)>")
_EVERYDAY_TAG: Final = re.compile(r"</?[a-z]+>")
_LOOKED_AT: Final = 20_000
_MOST_MARKS: Final = 30
_NOT_ASCII: Final = re.compile(rf"[^\x00-\x7f]{{{_MOST_MARKS},}}")


def plain(html: str) -> str:
    """The text of a field, a line for each paragraph, item or row; no empty lines.

    Pictures give their alternative text, sounds nothing.
    """
    lines, pre = [""], 0
    for kind, value, written in tokens(clean(html)):
        if kind == "text":
            text = without_sounds(resolve(value)).replace(ZERO_WIDTH_SPACE, "")
            _add(lines, text if pre else _SPACES.sub(" ", text))
        elif value == "img":
            lines[-1] += attributes(written, {"alt"}).get("alt", "")
        elif value in _CELLS:
            lines[-1] += " " if kind == "open" else ""
        elif value == "br" or value not in INLINE:
            lines.append("")
        if value == "pre":
            pre += 1 if kind == "open" else -1
    return "\n".join(line for line in map(_tidy, lines) if line)


def search_text(html: str) -> str:
    """The text of a field as the full-text index keeps it, on one line; see `spaced`.

    Of a field longer than MAX_SEARCHED characters the rest is not indexed.
    """
    if len(html) <= MAX_SEARCHED and _EVERYDAY.fullmatch(html):
        return spaced(_everyday_text(html))
    return spaced(plain(shortened(html, MAX_SEARCHED)))


def _everyday_text(html: str) -> str:
    """What `plain` makes of everyday markup but for spaces, ten times as quickly."""
    text = _EVERYDAY_INLINE.sub("", html)
    return resolve(_EVERYDAY_TAG.sub("\n", text)).replace(ZERO_WIDTH_SPACE, "")


def spaced(text: str) -> str:
    """Words as the full-text index keeps them; ask it with the same, as a phrase.

    CJK signs stand apart, so that words of one or two of them are found; full-width letters and
    other presentation forms become ordinary ones (NFKC). Case and accents are left to the index.
    """
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


def first_line(html: str, limit: int) -> str:
    """The first line of a field, at most `limit` signs, with … where it was cut.

    A field without words gives the name of its first sound or picture in square brackets.
    """
    html = html[:_LOOKED_AT]
    line = plain(html).partition("\n")[0]
    if not line:
        line = _first_medium(clean(html))
    signs = graphemes(line)
    return line if len(signs) <= limit else "".join(signs[: limit - 1]).rstrip() + "\u2026"


def _first_medium(cleaned: str) -> str:
    pictures = (attributes(written, {"src"}).get("src") for _, _, written in tokens(cleaned))
    names = [*sounds(cleaned), *filter(None, pictures)]
    return f"[{names[0]}]" if names else ""


def _add(lines: list[str], text: str) -> None:
    first, *others = text.split("\n")
    lines[-1] += first
    lines.extend(others)


def _tidy(line: str) -> str:
    return line.replace("\xa0", " ").strip()
