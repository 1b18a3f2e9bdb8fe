"""A line's sentences, and the names that a sentence lists."""

from __future__ import annotations

import re
from typing import Final

Place = tuple[int, int]
"""Where a part of a text begins and ends."""

_END: Final = re.compile(
    r"[.!?][\"'\u201d\u2019)*]{0,3}\s+(?=[A-Z0-9\u00c0-\u00de\u0391-\u042f\"\u201c(*`])"
    r"|[\u3002\uff01\uff1f]"
)
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|no|fig|dr|mr|mrs|ms|st|inc|ltd|approx|ca|vol|resp)|(?:^|\s)[A-Z])\.$",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"\w")
_LOOKED_BACK: Final = 12
_COMMA: Final = re.compile(r"\s*[,;]\s*")
_LAST: Final = re.compile(r"\s*,?\s(?:and|or|&|as well as|but not)\s", re.IGNORECASE)
_CHUNK: Final = re.compile(r"[^.()!?:\n]{3,400}")
_NAMES: Final = re.compile(
    r"(?:(?:any|the|an?|all)\s)?(?:[A-Z0-9][\w./+-]*)(?:\s[A-Z0-9][\w./+-]*){0,3}(?:\s[a-z]+)?$"
)
_HEAD: Final = re.compile(r"(?:[A-Z0-9][\w./+-]*)(?:\s[A-Z0-9][\w./+-]*){0,3}$")
_WORD: Final = re.compile(r"[\w./+-]+$")
_BRIEF: Final = re.compile(
    r"(?!(?:like|such|which|but|so|then|as|because|however|also|including)\b)"
    r"[\w./+-]+(?:\s[\w./+-]+)?$"
)
_LEAST_MEMBERS: Final = 3
_MOST_MEMBERS: Final = 12


def sentences(text: str) -> list[Place]:
    """Return where the sentences stand: they end before a space and a capital, nowhere else.

    So not in "SAML 2.0", "802.1q" or a domain's name, nor after "e.g." and its like.
    """
    places: list[Place] = []
    begin = 0
    for found in _END.finditer(text):
        end = found.start() + 1
        if _ABBREVIATED.search(text[max(begin, end - _LOOKED_BACK) : end]):
            continue
        if not _LETTER.search(text, begin, end):
            continue
        places.append(_trimmed(text, begin, found.end()))
        begin = found.end()
    places.append(_trimmed(text, begin, len(text)))
    return [place for place in places if place[0] < place[1]]


def members(text: str) -> list[Place]:
    """Return where the members of a list stand, three at least, none if the text has no list.

    Members are names, or words where each is one or two: "a, b and c", "(M3,C3,R3, G2)", "x, y & z
    but NOT w".
    """
    for chunk in _CHUNK.finditer(text):
        if "," not in chunk[0]:
            continue
        places = _members(text, chunk.start(), chunk.end())
        if _LEAST_MEMBERS <= len(places) <= _MOST_MEMBERS:
            return places
    return []


def _members(text: str, begin: int, end: int) -> list[Place]:
    bracketed = text[begin - 1 : begin] == "("
    parts = _parts(text, begin, end)
    if len(parts) < _LEAST_MEMBERS:
        return []
    if not bracketed:
        parts[0] = _tail(text, *parts[0])
    ends_well = bracketed or len(text[slice(*parts[-1])].split()) <= 4
    named = all(_NAMES.match(text[slice(*part)]) for part in parts)
    brief = all(_BRIEF.match(text[slice(*part)]) for part in parts)
    closed = bracketed or _LAST.search(text[begin:end])
    return parts if ends_well and closed and (named or brief) else []


def _parts(text: str, begin: int, end: int) -> list[Place]:
    """Split a chunk at commas, and what follows the first of them at "and" too."""
    parts: list[Place] = []
    at = begin
    for comma in [*_COMMA.finditer(text, begin, end), None]:
        stop = comma.start() if comma else end
        if parts:
            parts += _at_and(text, at, stop)
        else:
            parts.append(_trimmed(text, at, stop))
        at = comma.end() if comma else end
    return [part for part in parts if part[0] < part[1]]


def _at_and(text: str, begin: int, end: int) -> list[Place]:
    lead = re.compile(r"(?:and|or|&|but not)\s", re.IGNORECASE).match(text, begin, end)
    begin = lead.end() if lead else begin
    places, at = [], begin
    for found in [*_LAST.finditer(text, begin, end), None]:
        stop = found.start() if found else end
        places.append(_trimmed(text, at, stop))
        at = found.end() if found else end
    return places


def _tail(text: str, begin: int, end: int) -> Place:
    """Return the name, else the word, that ends a part: what came before leads to the list."""
    part = text[begin:end]
    found = _HEAD.search(part) or _WORD.search(part)
    return (begin + found.start(), end) if found else (begin, end)


def _trimmed(text: str, begin: int, end: int) -> Place:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end
