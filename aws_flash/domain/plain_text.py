"""The words of a field, without markup: for lists and for comparing."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.graphemes import graphemes
from aws_flash.domain.html.escaping import resolve
from aws_flash.domain.html.long_words import ZERO_WIDTH_SPACE
from aws_flash.domain.html.sanitise import clean
from aws_flash.domain.html.tokens import INLINE, attributes, tokens
from aws_flash.domain.sound import sounds, without_sounds

_SPACES: Final = re.compile(r"\s+")
_CELLS: Final = frozenset({"td", "th"})
_LOOKED_AT: Final = 20_000


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
