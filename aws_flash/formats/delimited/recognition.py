"""How sure it is that a file is a table: never very, so that more specific formats win."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.formats.delimited.column_names import is_own_header, role_of
from aws_flash.formats.delimited.dialect import Role
from aws_flash.formats.delimited.guessing import Split, best_split
from aws_flash.formats.delimited.head import Head, read_head
from aws_flash.formats.delimited.left_out import is_left_out
from aws_flash.formats.source import Source

SUFFIXES: Final = (".csv", ".tsv", ".tab", ".txt")

_DIRECTED: Final = 90
"""Where the file says its separator: cells may hold all that Markdown is known by."""

_SURE: Final = 60
_TABLE: Final = 50
_LIKELY: Final = 40
_POSSIBLE: Final = 30
_DOUBTFUL: Final = 10

_OURS_BY_NAME: Final = frozenset({".csv", ".tsv", ".tab"})
_OF_OTHERS: Final = frozenset({".md", ".markdown", ".opml", ".json", ".xml", ".html", ".htm"})
_LINES: Final = 1_000
_LEAST_FIT: Final = 0.8
# Prose has commas; of lists with a colon in each line hardly any may have more or none.
_STRICTER: Final = {",": 0.9, ":": 0.78}
# Signs of notes and of Markdown at the beginning of lines; so many in a hundred tell them.
_OUTLINE: Final = re.compile(
    r"\s*(?:[-*+\u2022\u25e6\u25aa\u25cf\u25cb\u2013\u2014\u00b7\u2023\u2192]|\d{1,3}[.)])[ \t]+\S"
    r"|\s*#{1,6}[ \t]+\S|\s*(?:```|~~~|>|\|)|\s*[QA](?:[:.]\s|$)"
)
_OUTLINE_SHARE: Final = 0.3
_RULE_OF_TABLE: Final = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")
_DOUBLE_COLON: Final = "::"


def recognise(source: Source) -> int:
    """Tell how sure it is, from 0 to 90, that a file is a table as text."""
    if source.is_folder or source.is_archive or source.suffix in _OF_OTHERS:
        return 0
    text = source.head_text
    if text is None:
        return 0
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text, maxsplit=_LINES)[:_LINES]
    head = read_head(lines)
    body = [line for line in lines[head.count :] if line]
    is_named_so = source.suffix in _OURS_BY_NAME
    if not body:
        return _DOUBTFUL if is_named_so or head.directives else 0
    return _judged(best_split(body, head), head, body, is_named_so=is_named_so)


def _judged(split: Split, head: Head, body: list[str], *, is_named_so: bool) -> int:
    first = split.rows[0].cells if split.rows else ()
    if is_own_header(first) or is_left_out(first) or head.directives:
        return _DIRECTED if head.separator else _SURE
    if split.width < 2 or _is_foreign(body, split):
        return 0
    names = {role_of(cell) for cell in first}
    if is_named_so:
        return _TABLE if len(split.rows) > 1 else _LIKELY
    if {Role.QUESTION, Role.ANSWER} <= names and split.fit > _LEAST_FIT:
        return _TABLE
    return _without_hint(split)


def _without_hint(split: Split) -> int:
    """Judge by how well the rows agree: tabs are rare in prose, commas and colons are not."""
    if len(split.rows) < 2:
        return _DOUBTFUL if split.width > 1 and split.delimiter != ":" else 0
    if split.delimiter == "\t":
        return _LIKELY if split.fit >= _LEAST_FIT else _POSSIBLE if split.fit > 0.5 else 0
    least = _STRICTER.get(split.delimiter, _LEAST_FIT)
    return _POSSIBLE if split.fit >= least else 0


def _is_foreign(body: list[str], split: Split) -> bool:
    """Tell whether these are the lines of notes, of Markdown, of JSON or of XML."""
    filled = [line for line in body if line.strip()]
    if filled[0].lstrip().startswith(("{", "<?xml", "<!DOCTYPE", "[{", "---\n", "---\r")):
        return True
    if split.delimiter == ":" and any(_DOUBLE_COLON in line for line in filled):
        return True
    if split.delimiter == "\t" and _is_indented(split):
        return True
    if any(map(_RULE_OF_TABLE.fullmatch, map(str.rstrip, filled[:5]))):
        return True
    begins = [row.cells[0] for row in split.rows]
    return sum(map(bool, map(_OUTLINE.match, begins))) >= len(begins) * _OUTLINE_SHARE


def _is_indented(split: Split) -> bool:
    """Tell whether tabs stand where lines begin and nowhere else, as in an outline."""
    filled = [row.cells for row in split.rows if any(row.cells)]
    deep = sum(not cells[0] for cells in filled)
    return deep * 2 >= len(filled) and all(sum(map(bool, cells)) == 1 for cells in filled)
