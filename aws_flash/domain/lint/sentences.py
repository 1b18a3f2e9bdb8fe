"""A text in sentences, and in the items of a list."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.lint.words import count_words

_END: Final = re.compile(r"(?<=[.!?。！？])[\"'”’)]*\s+(?=[^\s\d\W]|[\"“(\[])|\n+")  # noqa: RUF001 - CJK ends
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|no|fig|dr|mr|mrs|ms|st|inc|ltd|approx|ca|al|op|vol|resp)|\b\w)\.$",
    re.IGNORECASE,
)
_TAIL: Final = 12
_GOES_ON: Final = (":", ",", ";")
_CLOSING: Final = "\"'\u201d\u2019)"
_QUESTION_END: Final = ("?", "\uff1f")
_MARK: Final = re.compile(r"^\s*(?:[-*\u2022\u2013\u25e6\u25aa\u00b7+]|\(?\w{1,2}[.)])\s+")
_BETWEEN: Final = re.compile(r"\s*[,;、；]\s+(?:(?:and|or|und|oder|et|ou|y|e)\s+)?")  # noqa: RUF001 - CJK commas
_LAST: Final = re.compile(r"\s+(?:and|or|&|und|oder|et|ou|y)\s+")
_JOINED: Final = re.compile(r"[,;]?\s(?:and|or|&|und|oder|et|ou|y)\s")
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_LETTER: Final = re.compile(r"[^\W\d_]")
_CODE: Final = re.compile(r"^\s*>>>|[={};]|\w\(|^\s*(?:def|for|if|return|import|from)\s")
_MOST_IN_ITEM: Final = 5


def sentences(text: str) -> list[str]:
    """Split a text into sentences; a new line begins a new one, unless it goes on from a colon."""
    found: list[str] = []
    for piece in _END.split(text):
        if found and (_ABBREVIATION.search(found[-1][-_TAIL:]) or found[-1].endswith(_GOES_ON)):
            found[-1] = f"{found[-1]} {piece}"
        elif piece.strip():
            found.append(piece.strip())
    return found


def questions(text: str) -> list[str]:
    """Return the sentences that ask something."""
    return [one for one in sentences(text) if one.rstrip(_CLOSING).endswith(_QUESTION_END)]


def asking(text: str) -> str:
    """Return the sentence that asks: the last question, else the last sentence."""
    found = questions(text) or sentences(text)
    return found[-1] if found else ""


def is_code(line: str) -> bool:
    """Tell whether a line looks like a piece of a program, its output or a formula."""
    return bool(_CODE.search(line)) or not _LETTER.search(line)


def prose(text: str) -> str:
    """Return a text without the lines that look like a piece of a program."""
    return "\n".join(line for line in text.split("\n") if not is_code(line))


def items(text: str) -> list[str]:
    """Return the items that a text lists: its lines, or what commas divide; none in a sentence.

    Lines count when at least two of them begin with the mark of a list or most are brief.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        return _listed(lines)
    return _divided(text)


def _listed(lines: list[str]) -> list[str]:
    marked = [line for line in lines if _MARK.match(line)]
    if len(marked) > 1:
        return [_MARK.sub("", line).strip() for line in marked]
    body = lines[1:] if lines[0].rstrip().endswith(":") else lines
    brief = all(count_words(line) <= 2 * _MOST_IN_ITEM for line in body)
    code = sum(map(is_code, body)) > len(body) / 3
    return body if len(body) > 1 and brief and not code else []


def _divided(text: str) -> list[str]:
    if len(sentences(text)) > 1:
        return []
    said = _BRACKETED.sub("", text).rstrip(" .。")
    lead, colon, rest = said.partition(": ")
    pieces = _BETWEEN.split(rest if colon and count_words(lead) <= 2 * _MOST_IN_ITEM else said)
    joined = bool(_JOINED.search(said))
    pieces = [*pieces[:-1], *_LAST.split(pieces[-1], maxsplit=1)] if len(pieces) > 1 else pieces
    most = _MOST_IN_ITEM if joined else _MOST_IN_ITEM - 2
    return pieces if all(0 < count_words(piece) <= most for piece in pieces) else []
