"""The signs that begin an item of a list: dots and dashes of all programs, numbers, boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_RANKS: Final = {
    **dict.fromkeys("\u2022\u25cf\uf0b7\uf06c", 1),
    **dict.fromkeys("\u25e6\u25cboO", 2),
    **dict.fromkeys("\u25aa\u25a0\u25ab\u25a1\u00a7\uf0a7\uf06e", 3),
}
"""Word processors and PDFs tell the depth by the sign where the indent is lost."""

_ANYWHERE: Final = (
    "\u2022\u2023\u2043\u204c\u204d\u2219\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u25b6\u25b8\u25ba"
    "\u2605\u2606\u2713\u2714\u2717\u2718\u27a2\u27a4\u2794\u27a1\u2756\u2794\u00b7\u2610\u2611\u2612"
    "\ue000-\uf8ff"
)
_DOT: Final = re.compile(rf"(?P<sign>[{_ANYWHERE}])\s*(?=\S)")
_DASH: Final = re.compile(r"(?P<sign>[-*+\u2013\u2014\u2192\u00a7>]|--|->|=>|[oO](?=\s))\s+(?=\S)")
_NUMBER: Final = re.compile(
    r"(?P<sign>\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)]|\d{1,3}\.\d{1,3}[.)]?)\s+(?=\S)"
)
_ALONE: Final = re.compile(rf"(?:[{_ANYWHERE}]|[-*+\u2013])$")
_BOX: Final = re.compile(r"\[(?P<mark>[ xX\-]?)\]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item's text without its sign; `rank` orders signs at one indent, 0 where unknown."""

    text: str
    sign: str
    rank: int = 0
    ordered: bool = False


def bullet_of(text: str) -> Bullet | None:
    """Return what an item says, None where the line is none."""
    numbered = _NUMBER.match(text)
    found = _DOT.match(text) or _DASH.match(text) or numbered
    if not found:
        return None
    sign = found["sign"]
    rest = _BOX.sub("", text[found.end() :], count=1)
    return Bullet(rest, sign, _RANKS.get(sign, 0), found is numbered)


def is_empty_bullet(text: str) -> bool:
    """Tell whether a line is a sign without words."""
    return bool(_ALONE.match(text))
