"""Very long words made breakable: laying out one takes Qt time that grows with its square."""

from __future__ import annotations

import re
from typing import Final

MAX_WORD: Final = 1_000
ZERO_WIDTH_SPACE: Final = "\u200b"

_BREAKS: Final = f" \t\n{ZERO_WIDTH_SPACE}"
_WORD: Final = re.compile(f"[^{_BREAKS}]+")
# An entity counts as one sign and is never cut.
_SIGN: Final = re.compile(r"&[#\w]{1,31};|.", re.DOTALL)


class Words:
    """Counts how long the current word is, over all the inline tags within it."""

    __slots__ = ("_length",)

    def __init__(self) -> None:
        self._length = 0

    def end(self) -> None:
        """Begin a new word: here something stands that ends the line."""
        self._length = 0

    def breakable(self, text: str) -> str:
        """Add zero-width spaces to the next text where a word grows beyond MAX_WORD signs."""
        if self._length + len(text) <= MAX_WORD:
            last = max(  # written out: it runs for each text of a card
                text.rfind(" "), text.rfind("\n"), text.rfind("\t"), text.rfind(ZERO_WIDTH_SPACE)
            )  # fmt: skip
            self._length = len(text) - last - 1 + (self._length if last < 0 else 0)
            return text
        text = _WORD.sub(self._broken, text)
        if text[-1] in _BREAKS:
            self._length = 0
        return text

    def _broken(self, word: re.Match[str]) -> str:
        before = self._length if word.start() == 0 else 0
        signs = _SIGN.findall(word[0]) if "&" in word[0] else word[0]
        self._length = before + len(signs)
        if self._length <= MAX_WORD:
            return word[0]
        pieces = [
            "".join(signs[max(0, start) : start + MAX_WORD])
            for start in range(-before, len(signs), MAX_WORD)
        ]
        self._length = (self._length - 1) % MAX_WORD + 1
        return ZERO_WIDTH_SPACE.join(pieces)
