"""Which old encoding a text is in, by what a person is likely to have written.

charset-normalizer knows scripts well, but of Western code pages it takes one of many that fit. So
its best guesses and the usual ones are read side by side, and each sign that is not ASCII is judged
with its neighbours: letters among letters are good, a sign inside a word or a capital letter after
a small one is bad.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SAMPLE: Final = 6_000
_READ_BY_NORMALIZER: Final = 32 * 2**10
_HIGH: Final = re.compile(rb"[^\x80-\xff]{0,12}[\x80-\xff][^\r\n]{0,200}")
_FIRST_HIGH: Final = re.compile(rb"[\x80-\xff]")
_BEFORE: Final = 12
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")

# In the order in which they win when they are equally likely.
_USUAL: Final = (
    *("cp1252", "cp932", "gb18030", "cp1251", "mac_roman", "euc_jp", "cp1250", "big5", "cp949"),
    *("koi8_r", "cp866", "iso8859_2", "cp1254", "cp1253", "cp850"),
)
# What a codec that charset-normalizer names is a smaller or rarer brother of.
_BROTHERS: Final = {"cp1125": "cp866", "euc_jis_2004": "euc_jp", "mac_iceland": "mac_roman"}
_NORMALIZER_COUNTS: Final = 0.15

_WESTERN: Final = frozenset("äöüßÄÖÜéèêëàâçñáíóúôîïùûòœæåøÉÈÀÇÑÁÍÓÚÅØãõ")
_EASTERN: Final = frozenset("ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůýžìČĎĚŇŘŠŤŮÝŽőűşğıİŞĞ")
_ALONE: Final = frozenset("àéèóòÀÉåøæ")
_APOSTROPHE: Final = "\u2019"
_TYPOGRAPHIC: Final = frozenset(
    "“”„«»—…•·€£§°©®™¿¡²³½µ\u2018\u2019\u201a\u2039\u203a\u2013\xd7\xa0"
)
_JOINING: Final = frozenset("—…·\u2013\xa0")
_OPENING: Final = frozenset("“„«¿¡\u2018\u201a")
_WIDE: Final = frozenset("WF")
_HALF_KANA: Final = range(0xFF61, 0xFFA0)
_SEVERE: Final = -6.0
_BAD: Final = -3.0
_DOUBTFUL: Final = -1.0


def likeliest(content: bytes) -> tuple[str, int]:
    """Return the likeliest codec for a text with bytes above 127 that is no UTF, and how sure."""
    sample = _telling(content)
    named = _named_by_normalizer(sample)
    ranked: list[tuple[float, str]] = []
    texts: set[str] = set()
    for encoding in dict.fromkeys((*_USUAL, *named)):
        text = sample.decode(encoding, errors="replace")
        if text not in texts:
            texts.add(text)
            bonus = _NORMALIZER_COUNTS if encoding in named[:1] else 0.0
            ranked.append((_likelihood(text) + bonus, encoding))
    ranked.sort(key=lambda each: -each[0])
    best, second = ranked[0], ranked[min(1, len(ranked) - 1)]  # all may read it alike
    return best[1], _certainty(best[0], best[0] - second[0])


def _telling(content: bytes) -> bytes:
    """Return the surroundings of the first bytes above 127, wherever they begin."""
    first = _FIRST_HIGH.search(content)
    start = max(0, first.start() - _BEFORE) if first else 0
    return b"\n".join(_HIGH.findall(content[start : start + 64 * _SAMPLE]))[:_SAMPLE]


def _certainty(score: float, lead: float) -> int:
    return int(max(10, min(90, 30 + 15 * score + 15 * lead)))


def _named_by_normalizer(sample: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    matches = from_bytes(sample[:_READ_BY_NORMALIZER])
    return [_BROTHERS.get(match.encoding, match.encoding) for match in matches][:5]


def _likelihood(text: str) -> float:
    """The mean over all signs that are not ASCII."""
    padded = f" {text} "
    total, count = 0.0, 0
    for found in _NOT_ASCII.finditer(padded):
        at = found.start()
        total += _sign(padded[at - 1], padded[at], padded[at + 1])
        count += 1
    return total / count if count else _BAD


@lru_cache(maxsize=4096)
def _sign(before: str, sign: str, after: str) -> float:
    """How likely a sign is between two others, from -6 to 4."""
    category = unicodedata.category(sign)
    if category in {"Cc", "Cn", "Co", "Cs"} or sign == "\ufffd":
        return _SEVERE
    if unicodedata.east_asian_width(sign) in _WIDE or ord(sign) in _HALF_KANA:
        return _wide(before, sign, after)
    if category[0] in "LM":
        return _letter(before, sign, after)
    return _symbol(before, sign, after)


def _wide(before: str, sign: str, after: str) -> float:
    if ord(sign) in _HALF_KANA:
        return _DOUBTFUL
    has_wide_neighbour = any(
        unicodedata.east_asian_width(each) in _WIDE for each in (before, after) if each > "\x7f"
    )
    if has_wide_neighbour:
        return 4.0 if "\u3040" <= sign <= "\u30ff" else 3.0
    return _BAD if before.isalpha() or after.isalpha() else 0.0


def _letter(before: str, sign: str, after: str) -> float:
    if sign.isupper() and before.islower():
        return _BAD
    if "\u0250" <= sign < "\u1e00":
        return _foreign(before, sign, after)
    if sign.islower() and before.isupper() and after.isupper():
        return _BAD
    return _latin(sign, is_alone=not before.isalpha() and not after.isalpha())


def _latin(sign: str, *, is_alone: bool) -> float:
    if is_alone:
        return 2.0 if sign in _ALONE else _DOUBTFUL
    if sign in _WESTERN:
        return 3.0
    return 2.4 if sign in _EASTERN else 0.0


def _foreign(before: str, sign: str, after: str) -> float:
    """Greek, Cyrillic, Hebrew and others: whole words of it, in small letters mostly."""
    neighbours = [each for each in (before, after) if each.isalpha()]
    if any(each < "\u0250" for each in neighbours):
        return _BAD
    if not neighbours:
        return 0.5
    return 1.0 if sign.isupper() else 3.0


def _symbol(before: str, sign: str, after: str) -> float:
    is_inside = before.isalpha() and after.isalpha()
    if sign == _APOSTROPHE:
        return 3.0 if before.isalnum() else _DOUBTFUL
    if sign not in _TYPOGRAPHIC or (is_inside and sign not in _JOINING):
        return _BAD
    if sign in _OPENING:
        return 3.0 if after.isalnum() and not before.isalnum() else _DOUBTFUL
    return 2.5 if sign in _JOINING else 2.0
