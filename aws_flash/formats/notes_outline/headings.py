"""Which lines are headings: by sign, by underline, by capitals, or by where they stand."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.formats.notes_outline.bullets import bullet_of
from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.notes_outline.page import Page

_ATX: Final = re.compile(r"(#{1,6})\s+(\S.*)$")
_ORG: Final = re.compile(r"(\*{1,20})\s+(\S.*)$")
_UNDERLINES: Final = ((re.compile(r"=+$"), 1), (re.compile(r"-{2,}$|~{3,}$"), 2))
_NUMBERED: Final = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}[.)]|[IVX]{1,5}[.)]|[A-Z][.)])\s+(?P<text>\S.*)$"
)
_NO_HEADING: Final = re.compile(
    r"[.!?;,]$|\?|\{\{c|==|_{3}|\bhttps?://|:\s|[|=\u2192\t]| [-\u2013\u2014] "
)
_MOST_WORDS: Final = 5
"""A line between blank ones is a heading up to here; found by trying on notes of students."""

_MOST_WORDS_ABOVE: Final = 8
"""A line right above bullets may be longer, since the bullets speak for it."""

_DASHED: Final = re.compile(r"\s[-\u2013\u2014]\s")


def heading(page: Page, at: int) -> list[Entry]:
    """Judge a line that is a heading, with its underline; else return nothing."""
    line = page.lines[at]
    if page.org:
        found = _ORG.match(line.text) if line.indent == 0 else None
        return [_heading(line.number, found[2], len(found[1]), "*")] if found else []
    atx = _ATX.match(line.text) if line.indent < 4 else None
    if atx:
        return [_heading(line.number, _closed(atx[2]), len(atx[1]), "#")]
    underlined = _underlined(page, at)
    if underlined or page.marked:
        return underlined
    return _capitals(page, at) or _numbered(page, at) or _plain(page, at)


def _heading(line: int, text: str, level: int, sign: str = "") -> Entry:
    return Entry(Became.HEADING, line, text, level=level, sign=sign)


def _closed(text: str) -> str:
    """Return the words of a heading without the signs that close it."""
    words = text.rstrip("#")
    return words.rstrip() if words[-1:].isspace() else text


def _underlined(page: Page, at: int) -> list[Entry]:
    line, below = page.lines[at], page.text(at + 1)
    if bullet_of(line.text) or "|" in line.text or page.follows_text:
        return []
    for underline, level in _UNDERLINES:
        if len(below) >= 3 and underline.match(below) and len(line.text) <= 100:
            rule = Entry(Became.RULE, page.lines[at + 1].number, below)
            return [_heading(line.number, line.text, level), rule]
    return []


def _capitals(page: Page, at: int) -> list[Entry]:
    """Judge a line in capitals that is more than one abbreviation, or stands apart."""
    line = page.lines[at]
    text = line.text.rstrip(":")
    words = text.split()
    if line.indent or not text.isupper() or len(words) > _MOST_WORDS_ABOVE or bullet_of(text):
        return []
    if _NO_HEADING.search(text) or (len(words) < 2 and len(text) < 5):
        return []
    return [_heading(line.number, text, 1)]


def _numbered(page: Page, at: int) -> list[Entry]:
    """Judge "1.2 Words", "II. Words", and "1. Words" where it is no item of a list."""
    line = page.lines[at]
    found = _NUMBERED.match(line.text)
    if not found or line.indent or len(found["text"].split()) > _MOST_WORDS_ABOVE:
        return []
    if _NO_HEADING.search(found["text"]) or not found["text"][0].isupper():
        return []
    level = len(re.findall(r"\d+", found["number"])) or 1
    if level == 1 and not _stands_apart(page, at):
        return []
    below = _next_text(page, at)
    is_list = level == 1 and _counts_alike(found["number"], below)
    return [] if is_list or not below else [_heading(line.number, line.text, level)]


def _counts_alike(number: str, below: str) -> bool:
    """Tell whether the next line is numbered in the same way: 2. after 1., B) after A)."""
    next_one = _NUMBERED.match(below)
    if not next_one:
        return False
    same_end = number[-1] == next_one["number"][-1]
    return same_end and number[0].isdigit() == next_one["number"][0].isdigit()


def _plain(page: Page, at: int) -> list[Entry]:
    """Judge a line without any sign: short, and apart from what stands around it.

    Between blank lines (or the file's edges) five words are a heading; right above a bullet, or
    above another such line, eight.
    """
    line = page.lines[at]
    text = line.text.removesuffix(":")
    if line.indent or bullet_of(line.text) or not _may_be_heading(text):
        return []
    words = len(text.split())
    if _stands_apart(page, at):
        return [_heading(line.number, text, 1)] if words <= _MOST_WORDS else _title(page, at)
    if words > _MOST_WORDS_ABOVE or page.is_wrapped_at(at) or not _leads(page, at):
        return []
    return [_heading(line.number, text, 2 if _is_below_heading(page, at) else 1)]


def _title(page: Page, at: int) -> list[Entry]:
    """Judge the first line of a file, which may be longer."""
    words = len(page.text(at).split())
    is_title = at == page.first and words <= _MOST_WORDS_ABOVE and bool(_next_text(page, at))
    return [_heading(page.lines[at].number, page.text(at), 1)] if is_title else []


def _may_be_heading(text: str) -> bool:
    if len(text) > 100 or not text or not (text[0].isalnum() or text[0] in "\"'(&*"):
        return False
    return not text[0].islower() and not _NO_HEADING.search(_DASHED.sub(" ", text))


def _stands_apart(page: Page, at: int) -> bool:
    return not page.text(at - 1) and not page.text(at + 1)


def _leads(page: Page, at: int) -> bool:
    """Tell whether bullets follow at once, or one more line of this sort and then bullets."""
    below = page.text(at + 1)
    if _is_item(below):
        return True
    is_first = not page.text(at - 1)
    return is_first and _may_be_heading(below.removesuffix(":")) and _is_item(page.text(at + 2))


def _is_item(text: str) -> bool:
    return bullet_of(text) is not None or bool(re.match(r"Q\d*[:.]\s", text))


def _is_below_heading(page: Page, at: int) -> bool:
    """Tell whether a block of text goes on, in which headings stand below headings."""
    if not page.text(at - 1):
        return False
    for entry in reversed(page.done):
        if entry.became is Became.HEADING:
            return entry.level == 2 or entry is page.last
    return False


def _next_text(page: Page, at: int) -> str:
    return next(
        (page.text(i) for i in range(at + 1, min(at + 50, len(page.lines))) if page.text(i)), ""
    )
