"""How a table seems to be written, from its content alone; the user may change all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import Final

from aws_flash.domain.errors import FileUnreadable
from aws_flash.formats.delimited.column_names import (
    columns_of_header,
    is_header,
    is_own_header,
    plain_columns,
    role_of,
)
from aws_flash.formats.delimited.dialect import QUOTE, Column, Dialect, Role
from aws_flash.formats.delimited.head import Head, read_head
from aws_flash.formats.delimited.left_out import is_left_out, left_out_in
from aws_flash.formats.delimited.own import unguarded
from aws_flash.formats.delimited.row_form import MAX_LINE, RowForm
from aws_flash.formats.delimited.rows import Row, RowKind, rows
from aws_flash.formats.encoding import Guess, guess_encoding, text_lines
from aws_flash.formats.source import Source

MAX_CONTENT: Final = 192 * 2**20
"""Bytes of a table: all of it is looked at at once to tell its encoding."""

DELIMITERS: Final = ("\t", ",", ";", "|", ":")
"""In the order in which they win where two of them split as well."""

BETWEEN: Final = (" - ", " \u2013 ", " \u2014 ", " = ", " -> ", " => ", " \u2192 ")
"""Stand between term and definition in lists that people paste; only where no delimiter fits."""

_SAMPLE: Final = 256 * 2**10
_SAMPLE_LINES: Final = 1_000
_COLON: Final = ":"
_COLON_COUNTS: Final = 0.8
# All lines of a list have two cells; of notes, which use these signs too, some have.
_LEAST_OF_LIST: Final = 0.97
_LEAST_LINES_OF_LIST: Final = 4
_NAMES_ARE_SHORTER: Final = 1.5
_HEADER_COUNTS: Final = 0.3
# So many rows in a hundred have markup where a file's fields are HTML.
_HTML_SHARE: Final = 0.2
_MARKUP: Final = re.compile(
    r"<(?:br|hr|img)\b[^<>]*>|</(?:div|b|i|u|p|li|ul|ol|span|a|em|strong|sup|sub|table|font)>"
    r"|&nbsp;|&#[0-9]{1,7};",
    re.IGNORECASE,
)
_NO_MARKUP: Final = re.compile(r"<(?![a-zA-Z/!])|&(?![a-zA-Z#])")
_COLUMN_ROLES: Final = {
    "guid": Role.GUID,
    "notetype": Role.KIND,
    "deck": Role.TOPIC,
    "tags": Role.TAGS,
}


@dataclass(frozen=True, slots=True)
class Split:
    """What a delimiter makes of some lines: how well it fits, from 0 to 1.3, and the rows."""

    delimiter: str
    fit: float
    width: int
    rows: tuple[Row, ...]


def guess(source: Source) -> Dialect:
    """Guess how a file is written.

    Raises:
        FileUnreadable: it cannot be read, or is no text.
        FileUnsafe: it is too large.
    """
    content = source.content(MAX_CONTENT)
    found = guess_encoding(content)
    if found is None:
        raise FileUnreadable(str(source.path), "it is not a text")
    lines = _first_lines(content, found)
    head = read_head(lines)
    split = best_split(lines[head.count :], head)
    return _dialect(found, head, split)


def best_split(lines: Sequence[str], head: Head) -> Split:
    """Return what the likeliest delimiter makes of the lines after a head."""
    if head.separator:
        return _split(lines, head, head.separator)
    splits = [_split(lines, head, delimiter) for delimiter in DELIMITERS]
    sure = [split for split in splits if split.rows and is_left_out(split.rows[0].cells)]
    best = max(sure or splits, key=lambda split: split.fit)
    return best if best.fit >= _LEAST_OF_LIST else _split_between(lines, head) or best


def _split_between(lines: Sequence[str], head: Head) -> Split | None:
    """Return what the sign between terms and definitions makes of a list, None of other lines."""
    for sign in BETWEEN:
        if sum(sign in line for line in lines) < _LEAST_LINES_OF_LIST:
            continue
        split = _split(lines, head, sign)
        if split.width == 2 and split.fit >= _LEAST_OF_LIST:
            return split
    return None


def _first_lines(content: bytes, found: Guess) -> list[str]:
    sample = content[:_SAMPLE]
    lines = list(islice(text_lines(BytesIO(sample), found.encoding, MAX_LINE), _SAMPLE_LINES))
    if len(content) > len(sample) and 1 < len(lines) < _SAMPLE_LINES:
        lines.pop()
    return lines


def _split(lines: Sequence[str], head: Head, delimiter: str) -> Split:
    form = RowForm(delimiter, QUOTE, head.comment, trims=head.is_html is not True)
    found = tuple(row for row in rows(iter(lines), form) if row.kind is RowKind.CELLS)
    widths = Counter(len(row.cells) for row in found if len(row.cells) > 1)
    if not widths:
        return Split(delimiter, 0.0, 1, found)
    width, agreed = widths.most_common(1)[0]
    faulty = sum(bool(row.fault) for row in found)
    fit = (widths.total() + agreed - faulty) / (2 * len(found))
    if delimiter == _COLON:
        fit *= _COLON_COUNTS
    if _has_header(found):
        fit += _HEADER_COUNTS
    return Split(delimiter, fit, width, found)


def _has_header(found: Sequence[Row]) -> bool:
    """Tell whether the first row names columns: by known names, or one of them among short ones."""
    if not found:
        return False
    first, *others = (row.cells for row in found)
    if is_own_header(first) or is_left_out(first) or is_header(first):
        return True
    is_known = len(first) > 2 and any(map(role_of, first)) and all(map(str.strip, first))
    return is_known and _mean_length(others) > _NAMES_ARE_SHORTER * _mean_length([first])


def _mean_length(table: Sequence[Sequence[str]]) -> float:
    cells = [cell for row in table for cell in row]
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _dialect(found: Guess, head: Head, split: Split) -> Dialect:
    names = split.rows[0].cells if split.rows else ()
    if is_left_out(names):
        return _left_out_dialect(found, split)
    is_own = is_own_header(names)
    has_header = is_own or (not head.names and not head.columns and _has_header(split.rows))
    columns = _columns(head, names if has_header else (), split.width)
    is_html = head.is_html if head.is_html is not None else _looks_like_html(split.rows)
    return Dialect(
        encoding=found.encoding,
        delimiter=split.delimiter,
        columns=columns,
        has_header=has_header,
        is_html=is_html and not is_own,
        comment="" if is_own else head.comment,
        head=head.count,
        topic=head.topic,
        kind=head.kind,
        tags=head.tags,
        is_own=is_own,
        certainty=found.certainty,
    )


def _left_out_dialect(found: Guess, split: Split) -> Dialect:
    """The dialect of rows that were left out before: their first row says all of it."""
    told = left_out_in([unguarded(cell) for cell in split.rows[0].cells])
    return Dialect(
        encoding=found.encoding,
        delimiter=split.delimiter,
        columns=told.columns,
        has_header=True,
        is_html=told.is_html,
        is_own=is_own_header([column.name for column in told.columns]),
        left_out_of=told.name,
        certainty=found.certainty,
    )


def _columns(head: Head, names: Sequence[str], width: int) -> tuple[Column, ...]:
    """Return all columns: as named in the head or in a header, else by their place."""
    told = {at: _COLUMN_ROLES[key] for key, at in head.columns.items()}
    least = max(told, default=-1) + 1
    given = head.names or tuple(names)
    if given:
        columns = columns_of_header(given)
        unnamed = (Column(Role.EXPLANATION) for _ in range(least - len(columns)))
        return tuple(
            replace(column, role=told.get(at, column.role))
            for at, column in enumerate((*columns, *unnamed))
        )
    width = max(width, least)
    plain = iter(plain_columns(width))
    return tuple(Column(told[at]) if at in told else next(plain) for at in range(width))


def _looks_like_html(found: Sequence[Row]) -> bool:
    """Tell whether the cells are HTML: marked up in many rows, and nowhere against its rules."""
    marked = sum(any(map(_MARKUP.search, row.cells)) for row in found)
    against = sum(any(map(_NO_MARKUP.search, row.cells)) for row in found)
    return marked > max(0, len(found) * _HTML_SHARE, against * 10)
