"""The lines of a text, each with its number, its indent and its words, invisible signs gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.errors import FileUnsafe

MAX_LINES: Final = 100_000
"""Notes are typed by people; what has more lines is a log, and would not fit the memory allowed."""

MAX_LINE: Final = 5_000
"""Characters of a line; the rest of a longer one is read as lines of the same number."""

_TAB: Final = 4
# No column is so wide; rules that look for gaps would take time with the square of their width.
_WIDE: Final = re.compile(r"[ \t]{60,}")
_GAP: Final = " " * 60
_END: Final = re.compile(r"\r\n|\r|\n")
# Spaces of all widths and of no break become plain ones; U+2028 is a break within a line.
_SPACES: Final = dict.fromkeys(
    (
        0x0B,
        0x0C,
        0x85,
        0xA0,
        0x1680,
        *range(0x2000, 0x200B),
        0x2028,
        0x2029,
        0x202F,
        0x205F,
        0x3000,
    ),
    " ",
)
_GONE: Final = dict.fromkeys(
    (0x00, 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF, *range(0x01, 0x09), *range(0x0E, 0x20), 0x7F)
)
_CLEANED: Final = _SPACES | _GONE


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its number from 1, its indent in columns, its text without the indent.

    `raw` is the line as written, for code, where each space counts.
    """

    number: int
    indent: int
    text: str
    raw: str


def split_lines(text: str, path: str) -> list[Line]:
    """Return the lines of a text, whatever ends them.

    Raises:
        FileUnsafe: there are more than anybody writes.
    """
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise FileUnsafe(path, f"has more than {MAX_LINES:,} lines")
    written = _END.split(text)
    if written and not written[-1]:
        written.pop()
    if len(written) + len(text) // MAX_LINE > MAX_LINES:
        raise FileUnsafe(path, f"has more than {MAX_LINES:,} lines")
    return [line for number, raw in enumerate(written, 1) for line in _lines(number, raw)]


def _lines(number: int, raw: str) -> list[Line]:
    pieces = [raw[begin : begin + MAX_LINE] for begin in range(0, len(raw), MAX_LINE)] or [""]
    return [_line(number, piece) for piece in pieces]


def _line(number: int, raw: str) -> Line:
    cleaned = raw.translate(_CLEANED).rstrip()
    text = _WIDE.sub(_GAP, cleaned.lstrip(" \t"))
    indent = 0
    for sign in cleaned[: len(cleaned) - len(cleaned.lstrip(" \t"))]:
        indent += _TAB - indent % _TAB if sign == "\t" else 1
    return Line(number, indent, text, raw)
