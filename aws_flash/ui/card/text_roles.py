"""In which size a question and an answer are written: large while they are short."""

from __future__ import annotations

import re

from aws_flash.ui.theme.fonts import FontRole

_BLOCK = re.compile(r"<(?:table|ul|ol|dl|pre|blockquote|h[1-6])\b")
_TAG = re.compile(r"<[^>]*>")
_LONG_QUESTION = 320
_LONG_ANSWER = 120


def question_role(html: str) -> FontRole:
    """The size for a question's HTML."""
    return FontRole.CARD_TEXT if _is_long(html, _LONG_QUESTION) else FontRole.QUESTION


def answer_role(html: str) -> FontRole:
    """The size and weight for an answer's HTML."""
    return FontRole.CARD_TEXT if _is_long(html, _LONG_ANSWER) else FontRole.ANSWER


def _is_long(html: str, most: int) -> bool:
    """Whether it would be too much of large type; lists and tables always are."""
    if len(html) <= most and "<" not in html:
        return False
    words = " ".join(_TAG.sub("", html).split())
    return _BLOCK.search(html) is not None or len(words) > most
