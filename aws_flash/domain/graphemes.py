"""What a reader takes for one sign: a letter with its accents, an emoji with its joints."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINER: Final = "\u200d"
_JOINED: Final = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]")
_VOWEL: Final = re.compile("[\u1160-\u11ff\ud7b0-\ud7fb]")
_LEAD: Final = re.compile("[\u1100-\u11ff\ud7b0-\ud7fb\uac00-\ud7a3]")


def graphemes(text: str) -> list[str]:
    """Split a text into its visible signs; joined they are the text again."""
    if text.isascii():
        return list(text)
    signs: list[str] = []
    for character in text:
        if signs and _belongs(signs[-1], character):
            signs[-1] += character
        else:
            signs.append(character)
    return signs


def _belongs(before: str, character: str) -> bool:
    if unicodedata.category(character)[0] == "M" or _JOINED.match(character):
        return not before.isspace()
    if before[-1] == _JOINER:
        return unicodedata.category(character) == "So"
    if _FLAG.match(character):
        return len(before) == 1 and _FLAG.match(before) is not None
    return _VOWEL.match(character) is not None and _LEAD.match(before[-1]) is not None
