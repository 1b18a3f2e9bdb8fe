"""The lines before a table: Anki's directives, older Anki's `tags:`, Excel's `sep=`, comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from aws_flash.domain.bundle import Problem
from aws_flash.formats.delimited.tags import tags_in

COMMENT: Final = "#"
MAX_HEAD: Final = 200
"""Lines looked at; Anki writes nine directives at most."""

_MAX_COLUMN: Final = 1_000
_DIRECTIVE: Final = re.compile(r"#([a-z][a-z ]{0,30}):(.*)", re.DOTALL)
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)", re.IGNORECASE)
_TAGS_LINE: Final = re.compile(r"tags:(.*)", re.IGNORECASE)
_LIKELY_DELIMITERS: Final = ("\t", ",", ";", "|")
_NAMED_SEPARATORS: Final = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
_PASSED_OVER: Final = frozenset({"if matches", "match scope"})


@dataclass(slots=True)
class Head:
    """What the lines before a table say; columns are counted from 0 here.

    `count` lines make up the head, `directives` of them say something, `comments` say nothing and
    `blank` are empty; each faulty one is a problem instead.
    """

    separator: str = ""
    is_html: bool | None = None
    tags: tuple[str, ...] = ()
    topic: str = ""
    kind: str = ""
    names: tuple[str, ...] = ()
    columns: dict[str, int] = field(default_factory=dict)
    count: int = 0
    directives: int = 0
    comments: int = 0
    blank: int = 0
    has_comments: bool = False
    problems: list[Problem] = field(default_factory=list)

    @property
    def comment(self) -> str:
        """What lines that are no rows begin with, here as further down; empty where nothing is."""
        return COMMENT if self.has_comments else ""


def read_head(lines: Sequence[str]) -> Head:
    """Read the head of a file from its first lines, which may still have their ends."""
    head = Head()
    shown = [line.rstrip("\r\n") for line in lines[:MAX_HEAD]]
    is_anki = any(_known(line) for line in shown if line.startswith(COMMENT))
    for line in shown:
        if not _take(line, head, is_anki=is_anki):
            break
        head.count += 1
    return head


def _known(line: str) -> bool:
    found = _DIRECTIVE.fullmatch(line)
    return found is not None and (found[1] in _READ or found[1] in _PASSED_OVER)


def _take(line: str, head: Head, *, is_anki: bool) -> bool:
    """Read a line into the head; False where the table begins."""
    number = head.count + 1
    head.has_comments = head.has_comments or line.startswith(COMMENT)
    if separator := _SEPARATOR_LINE.fullmatch(line.rstrip()) or _SEPARATOR_LINE.fullmatch(line):
        head.separator, head.directives = separator[1], head.directives + 1
    elif tags := _TAGS_LINE.fullmatch(line):
        head.tags, head.directives = tags_in(tags[1]), head.directives + 1
    elif not line.strip():
        head.blank += 1
    elif not line.startswith(COMMENT):
        return False
    elif is_anki and (found := _DIRECTIVE.fullmatch(line)):
        _obey(found[1], found[2], number, head)
    elif not is_anki and any(sign in line for sign in _LIKELY_DELIMITERS):
        head.has_comments = head.comments > 0
        return False
    else:
        head.comments += 1
    return True


def _obey(key: str, value: str, number: int, head: Head) -> None:
    if key in _PASSED_OVER:
        head.directives += 1
        return
    read = _READ.get(key)
    why = read(head, value, key) if read else f"“#{key}” is not known"
    if why:
        head.problems.append(Problem(f"line {number}", why))
    else:
        head.directives += 1


def _separator(head: Head, value: str, _key: str) -> str:
    named = _NAMED_SEPARATORS.get(value.strip().lower(), value.strip() or value[:1])
    if len(named) != 1:
        return f"“{value.strip()[:40]}” is no separator"
    head.separator = named
    return ""


def _html(head: Head, value: str, _key: str) -> str:
    said = value.strip().lower()
    if said not in {"true", "false"}:
        return f"“#html” is neither true nor false but “{said[:40]}”"
    head.is_html = said == "true"
    return ""


def _tags(head: Head, value: str, _key: str) -> str:
    head.tags = tags_in(value)
    return ""


def _topic(head: Head, value: str, _key: str) -> str:
    head.topic = value.strip()
    return ""


def _kind(head: Head, value: str, _key: str) -> str:
    head.kind = value.strip()
    return ""


def _names(head: Head, value: str, _key: str) -> str:
    delimiter = head.separator or next((one for one in _LIKELY_DELIMITERS if one in value), "\t")
    names = tuple(name.strip().strip('"') for name in value.split(delimiter))
    given = [name for name in names if name]
    if len(set(given)) != len(given):
        return "two columns have one name"
    head.names = names
    return ""


def _column(head: Head, value: str, key: str) -> str:
    said = value.strip()
    if not said.isascii() or not said.isdigit() or len(said) > len(str(_MAX_COLUMN)):
        return f"“{said[:40]}” is no column"
    if not 1 <= int(said) <= _MAX_COLUMN:
        return f"there is no column {said}"
    head.columns[key.removesuffix(" column")] = int(said) - 1
    return ""


_READ: Final[dict[str, Callable[[Head, str, str], str]]] = {
    "separator": _separator,
    "html": _html,
    "tags": _tags,
    "deck": _topic,
    "notetype": _kind,
    "columns": _names,
    "guid column": _column,
    "notetype column": _column,
    "deck column": _column,
    "tags column": _column,
}
