"""What programs put around notes: page numbers, running heads, slide numbers, time codes."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.notes_outline.page import Page

_NUMBER: Final = re.compile(
    r"(?:(?:page|seite|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?$|-\s*\d{1,4}\s*-$",
    re.IGNORECASE,
)
_TIMES: Final = re.compile(r"\[?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]?")
_TIMING: Final = re.compile(rf"{_TIMES.pattern}(?:\s*-->\s*{_TIMES.pattern}.*)?$|WEBVTT\b.*$")
_SPOKEN: Final = re.compile(
    rf"(?P<mark>{_TIMES.pattern}\s*(?:-\s+)?(?:[A-Z][\w .'-]{{0,30}}:)?)\s+(?P<text>\S.*)$"
)
_SLIDE: Final = re.compile(
    r"(?P<mark>(?:slide|folie)\s+\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?)(?:\s*[:.\u2013-]\s*(?P<title>\S.*))?$",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")
_LEAST_REPEATED: Final = 3
_NEAR: Final = 2


def furniture(page: Page, at: int) -> list[Entry]:
    """Judge a line that is a page number, a mark of a slide or a time; else return nothing."""
    line = page.lines[at]
    if _is_page_number(page, at):
        return [Entry(Became.PAGE, line.number, line.text)]
    slide = _SLIDE.match(line.text)
    if slide and slide["title"]:
        return [Entry(Became.HEADING, line.number, slide["title"], level=1, source=slide["mark"])]
    if slide or _TIMING.match(line.text):
        return [Entry(Became.MARK, line.number, source=line.text)]
    spoken = _SPOKEN.match(line.text)
    if spoken:
        return [Entry(Became.TEXT, line.number, spoken["text"], line.indent, source=spoken["mark"])]
    return []


def running_heads(page: Page) -> frozenset[int]:
    """Return which lines are heads or feet of pages: the same words beside page number again."""
    near: set[int] = set()
    for at in range(len(page.lines)):
        if _is_page_number(page, at):
            near.update(_neighbours(page, at))
    words = Counter(_DIGITS.sub("#", page.text(at)) for at in near)
    return frozenset(at for at in near if words[_DIGITS.sub("#", page.text(at))] >= _LEAST_REPEATED)


def _neighbours(page: Page, at: int) -> list[int]:
    """Return the nearest lines with text before and after a page number."""
    found = []
    for step in (-1, 1):
        for distance in range(1, _NEAR + 1):
            if page.text(at + step * distance):
                found.append(at + step * distance)
                break
    return found


def _is_page_number(page: Page, at: int) -> bool:
    text = page.text(at)
    if not text or len(text) > 20 or not _NUMBER.match(text):
        return False
    alone = not page.text(at - 1) or not page.text(at + 1)
    return alone and not page.text(at - 1).endswith(("?", ":"))
