"""The lines of a Markdown file, with those in blocks of code told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.errors import FileUnsafe

MAX_LINES: Final = 100_000
"""A file of ten thousand long cards has fewer."""

_END: Final = re.compile(r"\r\n|\r|\n")
_FENCE: Final = re.compile(r"\s{0,8}(?:[-*+]\s+)?(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_KEY: Final = re.compile(r"[\w-]{1,50}:(?:\s|$)")
_MOST_FRONT: Final = 200
_HEADING: Final = re.compile(r"(#{1,6})(?:\s|$)")
# Nobody leaves gaps so wide; rules that look for gaps would take time with the square of them.
_WIDE: Final = re.compile(r"[ \t]{100,}")
_GAP: Final = " " * 100


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number from 1, its text, and whether it stands in a block of code."""

    number: int
    text: str
    code: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing can be seen of it."""
        return not self.text.strip()

    @property
    def heading(self) -> tuple[int, str] | None:
        """Level and words of a heading, None for other lines."""
        found = None if self.code else _HEADING.match(self.text)
        return (len(found[1]), _words(self.text[found.end() :])) if found else None


def _words(written: str) -> str:
    """Return the words of a heading without the signs that close it."""
    text = written.strip()
    words = text.rstrip("#")
    return words.rstrip() if not words or words[-1].isspace() else text


def lines_of(text: str, path: str) -> list[Line]:
    """Return the lines after the front matter.

    Raises:
        FileUnsafe: there are more than anybody writes.
    """
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise FileUnsafe(path, f"has more than {MAX_LINES:,} lines")
    written = _END.split(text)
    if len(written) > MAX_LINES:
        raise FileUnsafe(path, f"has more than {MAX_LINES:,} lines")
    code = _in_code(written)
    first = _after_front_matter(written)
    return [
        Line(at + 1, written[at], code=True)
        if at in code
        else Line(at + 1, _WIDE.sub(_GAP, written[at]))
        for at in range(first, len(written))
    ]


def joined(lines: Sequence[Line]) -> str:
    """Return lines as one text, without the blank ones around it."""
    return "\n".join(line.text for line in lines).strip("\n")


def _in_code(written: Sequence[str]) -> frozenset[int]:
    """Return which lines stand in a block of code; one that never ends is none."""
    code: set[int] = set()
    begin, fence = -1, ""
    for at, text in enumerate(written):
        found = _FENCE.match(text)
        if not found:
            continue
        if begin < 0:
            begin, fence = at, found["fence"]
        elif _closes(found, fence):
            code.update(range(begin, at + 1))
            begin = -1
    return frozenset(code)


def _closes(found: re.Match[str], fence: str) -> bool:
    same = found["fence"][0] == fence[0] and len(found["fence"]) >= len(fence)
    return same and not found["info"].strip()


def _after_front_matter(written: Sequence[str]) -> int:
    """Return where the file begins after settings between two lines of dashes."""
    if len(written) < 2 or written[0].rstrip() != "---" or not _KEY.match(written[1]):
        return 0
    for at in range(1, min(len(written), _MOST_FRONT)):
        if written[at].rstrip() in {"---", "..."}:
            return at + 1
    return 0
