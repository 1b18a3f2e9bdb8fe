"""Tables in notes: with pipes, with tabs, aligned by spaces, or two columns run together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from aws_flash.formats.notes_outline.bullets import bullet_of
from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.notes_outline.page import Page

MAX_CELLS: Final = 64
"""Columns of a table that anybody reads; the rest stays in the last cell."""

_DIVIDER: Final = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$|\+[-=+]+\+$")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_GAP: Final = re.compile(r" {2,}|\t+")
_WIDE_GAP: Final = re.compile(r" {2,}")
_LEAST_LINES: Final = 3
_MOST_LINES: Final = 100
_LONGEST_CELLS: Final = 100
_LEAST_SHARED: Final = 4


def table(page: Page, at: int) -> list[Entry]:
    """Judge the lines of a table that begins here; else return nothing."""
    if "|" in page.text(at):
        return _piped(page, at)
    if page.marked or bullet_of(page.text(at)):
        return []
    return _gapped(page, at) or _aligned(page, at) or _flattened(page, at)


def divided(text: str) -> tuple[str, ...]:
    """Return the cells of a line with pipes."""
    inner = text.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells = _PIPE.split(inner, maxsplit=MAX_CELLS - 1)
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def _run(page: Page, at: int) -> range:
    """Return the places of the lines without sign from here to the next blank line."""
    end = at
    while page.text(end) and end - at <= _MOST_LINES and not bullet_of(page.text(end)):
        end += 1
    return range(at, end)


def _piped(page: Page, at: int) -> list[Entry]:
    """Judge lines with pipes: below a dividing line any, without one those that begin so."""
    ruled = "|" in page.text(at + 1) and bool(_DIVIDER.match(page.text(at + 1)))
    end = at
    while "|" in page.text(end) if ruled else page.text(end).startswith("|"):
        end += 1
    if end - at < 2:
        return []
    return [_row(page, place, divided(page.text(place))) for place in range(at, end)]


def _row(page: Page, at: int, cells: tuple[str, ...]) -> Entry:
    line = page.lines[at]
    if _DIVIDER.match(line.text):
        return Entry(Became.TABLE, line.number)
    return Entry(Became.TABLE, line.number, line.text, cells=cells)


def _gapped(page: Page, at: int) -> list[Entry]:
    """Judge columns that tabs or wide gaps divide; three at least, else it is term and meaning."""
    if not _GAP.search(page.text(at)):
        return []
    columns = len(_cells(page, at))
    if columns < 3:
        return []
    end = at
    while len(_cells(page, end)) == columns and not bullet_of(page.text(end)):
        end += 1
    if end - at < _LEAST_LINES:
        return []
    return [_row(page, place, _cells(page, place)) for place in range(at, end)]


def _aligned(page: Page, at: int) -> list[Entry]:
    """Judge columns that begin at the same place in each line, three at least."""
    if not _WIDE_GAP.search(page.text(at)) or page.follows_text:
        return []
    run = _run(page, at)
    if not _LEAST_LINES <= len(run) <= _MOST_LINES:
        return []
    texts = [page.text(place) for place in run]
    starts = [
        gap.end()
        for gap in _WIDE_GAP.finditer(texts[0])
        if all(text[gap.end() - 1 : gap.end()].isspace() for text in texts)
        and all(not text[gap.end() : gap.end() + 1].isspace() for text in texts)
    ]
    if len(starts) < _LEAST_LINES - 1:
        return []
    edges = [0, *starts, None]
    pairs = list(pairwise(edges))
    rows = [tuple(text[slice(*pair)].strip() for pair in pairs) for text in texts]
    return [_row(page, place, row) for place, row in zip(run, rows, strict=True)]


def _cells(page: Page, at: int) -> tuple[str, ...]:
    return tuple(_GAP.split(page.text(at), maxsplit=MAX_CELLS))


def _flattened(page: Page, at: int) -> list[Entry]:
    """Judge a run of short lines, each of which falls in two halves at a capital.

    Only where halves resemble each other, which lines of prose do not.
    """
    if not page.text(at)[:1].isupper() or page.follows_text:
        return []
    run = _run(page, at)
    if not _LEAST_LINES <= len(run) <= _MOST_LINES:
        return []
    if any(len(page.text(place)) > _LONGEST_CELLS for place in run):
        return []
    rows = [_halves(page.text(place)) for place in run]
    halved = [row for row in rows if row is not None]
    if len(halved) < len(rows) or not _resemble(halved):
        return []
    return [
        Entry(Became.TABLE, page.lines[place].number, page.text(place), cells=row, guessed=True)
        for place, row in zip(run, halved, strict=True)
    ]


def _halves(text: str) -> tuple[str, str] | None:
    """Split a line at the word with a capital that is nearest to its middle."""
    if text[-1] in ".!?:;,":
        return None
    words = text.split(" ")
    middle = len(words) / 2
    starts = [at for at in range(1, len(words)) if words[at][:1].isupper()]
    if not starts:
        return None
    at = min(starts, key=lambda start: abs(start - middle))
    return " ".join(words[:at]), " ".join(words[at:])


def _resemble(rows: Sequence[tuple[str, str]]) -> bool:
    (left, right), *body = rows
    if left[:_LEAST_SHARED] != right[:_LEAST_SHARED]:
        return any(one == other for one, other in body)
    return any(set(one.lower().split()) & set(other.lower().split()) for one, other in body)
