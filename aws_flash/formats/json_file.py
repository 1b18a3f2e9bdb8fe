"""JSON read as if a stranger had written it to do harm, and JSON a line.

Depth and number of values are counted before anything is built, so that nothing here recurses on
what a file holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from aws_flash.domain.bundle import Problem
from aws_flash.domain.errors import FileUnreadable, FileUnsafe
from aws_flash.formats.encoding import decode

MAX_SIZE: Final = 64 * 2**20  # 100,000 cards take 30 MB
MAX_SIZE_WIDE: Final = 40 * 2**20  # the same where signs may take four bytes each in memory
MAX_DEPTH: Final = 100  # decks of people stand less than 20 deep
MAX_CONTAINERS: Final = 750_000  # each takes 240 bytes or so
MAX_VALUES: Final = 1_800_000  # 250,000 cards of seven values
MAX_PROBLEMS: Final = 500

_LONGEST_WHOLE: Final = 18  # digits that fit into 64 bits; longer numbers stay text
_BEGIN: Final = re.compile(
    r'\s*(?:\{\s*["}]|\[\s*(?:["\[{\d]|true|false|null|-\d|\]\s*\Z)|[\[{]\s*\Z)'
)
_STRUCTURE: Final = re.compile(r'"(?:[^"\\]++|\\(?:.|\Z))*(?:"|\Z)|[\[{]|[\]}]|,', re.DOTALL)

# Left to right, so that the "u" after a backslash that is itself written out is no escape.
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True)
class JsonFile:
    """The value of a file, or one value a line with the number of its line, from 1.

    Whole numbers of 64 bits come as such; all others, NaN and the like are text as it was written.
    Of a key that stands twice in an object the last value counts. A half of a surrogate pair, which
    could not be stored, is U+FFFD.
    """

    value: Any
    lines: tuple[tuple[int, Any], ...] = ()
    problems: tuple[Problem, ...] = ()


def looks_like_json(text: str) -> bool:
    """Tell whether a text begins as an object or a list in JSON does."""
    return _BEGIN.match(text) is not None


def read_json(content: bytes, path: str) -> JsonFile:
    """Return what a file of JSON, or of JSON a line, holds.

    Raises:
        FileUnreadable: it is no JSON; the line is told.
        FileUnsafe: it is too large, too deep, or has too many values.
    """
    if len(content) > (MAX_SIZE if content.isascii() else MAX_SIZE_WIDE):
        raise FileUnsafe(path, f"is more than {MAX_SIZE_WIDE // 2**20} MB of JSON")
    text = _whole_signs(decode(content, path).text)
    reading = _Reading(path)
    return reading.of_lines(text) if _is_by_line(text) else reading.whole(text)


class _Reading:
    """One run over a file, counting repeated keys."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._repeated = self._containers = self._values = 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_int=_whole,
            parse_float=str,
            parse_constant=str,
            strict=False,
        )

    def whole(self, text: str) -> JsonFile:
        self._check(text)
        try:
            value = self._decoder.decode(text)
        except json.JSONDecodeError as error:
            why = f"the JSON is damaged in line {error.lineno}"
            raise FileUnreadable(self._path, why) from error
        return JsonFile(value, problems=self._problems([]))

    def of_lines(self, text: str) -> JsonFile:
        values: list[tuple[int, Any]] = []
        problems: list[Problem] = []
        for number, line in _filled(text):
            self._check(line)
            try:
                values.append((number, self._decoder.decode(line)))
            except json.JSONDecodeError:
                if len(problems) < MAX_PROBLEMS:
                    problems.append(Problem(f"line {number}", "it is no JSON", (line[:500],)))
        return JsonFile(None, tuple(values), self._problems(problems))

    def _check(self, text: str) -> None:
        """Refuse what is too deep, or together with all before too much."""
        depth = 0
        for found in _STRUCTURE.finditer(text):
            sign = found[0]
            if sign in "[{":
                depth += 1
                self._containers += 1
            elif sign in "]}":
                depth -= 1
            else:
                self._values += 1
            if depth > MAX_DEPTH or self._is_too_much():
                raise FileUnsafe(self._path, "is deeper or longer than is sensible")

    def _is_too_much(self) -> bool:
        return self._containers > MAX_CONTAINERS or self._values > MAX_VALUES

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self._repeated += len(found) < len(pairs)
        return found

    def _problems(self, problems: list[Problem]) -> tuple[Problem, ...]:
        if self._repeated:
            where = "one object" if self._repeated == 1 else f"{self._repeated} objects"
            problems.append(Problem(where, "a key stands twice, of which the last was taken"))
        return tuple(problems)


def _whole_signs(text: str) -> str:
    """Return a text of JSON without the escapes of single halves of surrogate pairs."""
    if not _HALF.search(text):
        return text
    return _ESCAPE.sub(lambda found: r"\ufffd" if found["half"] else found[0], text)


def _is_by_line(text: str) -> bool:
    """Tell whether the first line is a whole object or list, and another follows."""
    lines = _filled(text)
    first, second = next(lines, None), next(lines, None)
    if first is None or second is None or not second[1].startswith(("{", "[")):
        return False
    shown = first[1].rstrip()
    return shown[:1] + shown[-1:] in {"{}", "[]"} and len(shown) > 1


def _filled(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, without a copy of the whole text."""
    begin = number = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        number += 1
        if line := text[begin:end].strip():
            yield number, line
        begin = end + 1


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits.lstrip("-")) <= _LONGEST_WHOLE else digits
