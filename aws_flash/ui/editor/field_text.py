"""A field's HTML as the text that a user writes, and back, without losing anything of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from aws_flash.domain.html.escaping import escape_text, resolve

_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NEW_LINES: Final = re.compile(r"\s*\n\s*")


class Writing(NamedTuple):
    """How a field is written: `shown` turns HTML into the text to edit, `stored` that into HTML.

    `is_markup` says that the text to edit is the HTML itself.
    """

    shown: Callable[[str], str]
    stored: Callable[[str], str]
    is_markup: bool = False


def _words(html: str) -> str:
    """A break in the source is a space, as on the card."""
    return resolve(_BREAK.sub("\n", _NEW_LINES.sub(" ", html)))


def html_of(words: str) -> str:
    """Return words as HTML in which no sign means anything, with their line breaks."""
    return escape_text(words.strip()).replace("\n", "<br>")


def _lines(html: str) -> str:
    return "\n".join(map(resolve, html.split("\n")))


def _html_of_lines(words: str) -> str:
    lines = map(str.strip, words.split("\n"))
    return "\n".join(escape_text(line) for line in lines if line)


PLAIN: Final = Writing(_words, html_of)
"""Without markup but line breaks: the user sees words."""

MARKUP: Final = Writing(str, str, is_markup=True)
"""With markup: the user sees it, so that nothing of it can be lost."""

LINES: Final = Writing(_lines, _html_of_lines)
"""Several answers, one a line, as the field of further right answers keeps them."""


def is_plain(html: str) -> bool:
    """Tell whether a field has no markup but line breaks."""
    return "<" not in _BREAK.sub("", html)


def writing_of(html: str) -> Writing:
    """Return how a field is to be edited."""
    return PLAIN if is_plain(html) else MARKUP
