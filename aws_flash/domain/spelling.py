"""What of an answer's spelling counts when it is compared, sign by sign.

The rule. Letters count, without case and accents (in scripts where a mark is a letter of its own,
such as kana or Thai, it stays), digits count, and so do the signs that change what is meant: plus
and other signs of mathematics, `# % * @ ^` and currencies (C and C++, 5 and 5 %, s3 and s3:*).
`&` is read as `and`. Nothing else counts (spaces, punctuation, brackets, quotes, pictographs), but

- between digits `. : / -` do (10.5, 10.0.0.0/16, 1:30, 5-10), and any other sign does as one space
  (80 443); only thousands may be parted or not: 10,000 and 10 000 are 10000;
- before a number `-` and `.` do where no letter or digit stands before them (-5, .5 for 0.5);
- when nothing counts by this rule ("…", "{}"), everything but spaces does.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from aws_flash.domain.graphemes import graphemes

_COUNTED: Final = frozenset("#%*@^")
# Latin, Greek, Cyrillic, Hebrew and Arabic ones, and selectors of a presentation.
_ACCENTS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f\u200c\u200d]"
)
_READ_AS: Final = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i",
    "&": "and",
    "\xd7": "x", "→": ">", "≤": "<=", "≥": ">=", "\u2044": "/", "\u2212": "-", "\u2010": "-",
    "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-",
})  # fmt: skip
_UNREAD: Final = frozenset("\u2122\u2120\u00ae\u00a9")  # TM, SM, (R), (C)

# One letter a sign: d a digit, a what counts anyway, q what may part thousands, p what never
# counts; a space, and . , : / - themselves.
_THOUSANDS: Final = r"(?<![d.])d{1,3}(?:(?:,\ ?|\ |q)ddd(?!d))+"
_AROUND_DIGITS: Final = re.compile(
    rf"(?P<thousands>{_THOUSANDS})|(?<=d)(?P<between>[\ .,:/pq-]+)(?=d)"
    r"|(?:(?<=[^da.])|\A)(?P<before>-\.?|\.)(?=d)"
)


class Sign(NamedTuple):
    """A sign as it is written, and how it counts; an empty key does not."""

    written: str
    key: str


def spell(text: str) -> list[Sign]:
    """Each sign of a text in order; two texts are the same answer when their keys join up so."""
    written = graphemes(text)
    read = [_read(sign) for sign in written]
    keys = [_key(sign) for sign in read]
    for place, key in _around_digits(read, keys):
        keys[place] = key
    if not any(keys):
        keys = ["" if sign.isspace() else _whole(sign) for sign in written]
    return [Sign(sign, key) for sign, key in zip(written, keys, strict=True)]


def _read(sign: str) -> str:
    """A sign without its form: no case, width, ligature or accent."""
    if sign.isascii():
        return sign.lower().translate(_READ_AS)
    if sign in _UNREAD:
        return ""
    raised = "^" if unicodedata.decomposition(sign[0]).startswith("<super>") else ""
    plain = unicodedata.normalize("NFKD", sign)
    if plain[:1].isalnum():
        plain = _ACCENTS.sub("", plain)
    plain = unicodedata.normalize("NFKD", plain.casefold()).translate(_READ_AS)
    return raised + "".join(_digit(character) for character in plain)


def _whole(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign).casefold()


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _key(read: str) -> str:
    if read[:1].isdecimal() and "/" in read:  # a fraction in one sign
        return read
    return "".join(character for character in read if _counts(character))


def _counts(character: str) -> bool:
    if character.isalnum() or character in _COUNTED:
        return True
    category = unicodedata.category(character)
    return category[0] == "M" or category in {"Sm", "Sc"}


def _around_digits(read: list[str], keys: list[str]) -> list[tuple[int, str]]:
    """Places and keys of the signs that count only beside digits."""
    classes = "".join(map(_class, read, keys))
    found: list[tuple[int, str]] = []
    for match in _AROUND_DIGITS.finditer(classes):
        if match["between"]:
            sign = match["between"].strip(" pq")
            found.append((match.start(), sign if sign in {".", ":", "/", "-"} else " "))
        elif match["before"]:
            found += [(match.start(), "-")] if "-" in match["before"] else []
            found += [(match.end() - 1, "0.")] if "." in match["before"] else []
    return found


def _class(read: str, key: str) -> str:
    if key:
        return "d" if len(key) == 1 and key.isdecimal() else "a"
    if read.isspace():
        return " "
    if read in {".", ",", ":", "/", "-"}:
        return read
    return "q" if read in {"'", "\u2019", "_"} else "p"
