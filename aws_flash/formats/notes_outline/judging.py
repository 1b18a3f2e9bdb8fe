"""Judges the lines of a text one after the other: each gives exactly one entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from aws_flash.formats.notes_outline.bullets import bullet_of, is_empty_bullet
from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.notes_outline.furniture import furniture, running_heads
from aws_flash.formats.notes_outline.headings import heading
from aws_flash.formats.notes_outline.lines import Line
from aws_flash.formats.notes_outline.page import Page, page_of
from aws_flash.formats.notes_outline.tables import table

_RULE: Final = re.compile(r"(?:[-=_*~]\s*){3,}$|(?:[\u2500-\u257f\u2014]\s*){2,}$")
_FENCE: Final = re.compile(r"(`{3,}|~{3,})")
_ORG_CODE: Final = re.compile(r"#\+BEGIN_(\w+)", re.IGNORECASE)
_ORG_SETTING: Final = re.compile(r"#\+\w+:?|#\s|:[\w-]+:(?:\s|$)")
_PROPERTY: Final = re.compile(r"(?:[-*]\s+)?[a-z][\w-]{0,30}::(?:\s.{0,200})?$")
_CONTENTS: Final = re.compile(r"\[[^\[\]]{1,300}\]\(#[^()\s]{0,300}\)$")
_FRONT: Final = re.compile(r"-{3}$")
_KEY: Final = re.compile(r"[\w-]{1,50}:(?:\s|$)")
_MOST_FRONT: Final = 200
_COMMENT: Final = "<!--"

_Rule = Callable[[Page, int], list[Entry]]


def judged(lines: Sequence[Line]) -> list[Entry]:
    """Return what each line is, in order."""
    page = page_of(lines)
    heads = running_heads(page)
    rules = (_front_matter, _code, _blank, _setting, furniture, table, heading, _rule, _item, _text)
    at = 0
    while at < len(lines):
        if at in heads:
            found = [Entry(Became.PAGE, lines[at].number, lines[at].text)]
        else:
            found = _first(rules, page, at)
        page.done += found
        at += len(found)
    return page.done


def _first(rules: Sequence[_Rule], page: Page, at: int) -> list[Entry]:
    return next(found for rule in rules if (found := rule(page, at)))


def _front_matter(page: Page, at: int) -> list[Entry]:
    if at or not _FRONT.match(page.text(0)) or not _KEY.match(page.text(1)):
        return []
    for end in range(1, min(len(page.lines), _MOST_FRONT)):
        if page.text(end) in {"---", "..."}:
            return [Entry(Became.SETTING, line.number, line.text) for line in page.lines[: end + 1]]
    return []


def _code(page: Page, at: int) -> list[Entry]:
    """Judge a block of code to its end, or to the end of the file where it has none."""
    fence = _FENCE.match(page.text(at))
    org = _ORG_CODE.match(page.text(at)) if page.org else None
    if not fence and not org:
        return []
    close = re.compile(rf"#\+END_{org[1]}", re.IGNORECASE) if org else None
    entries = [Entry(Became.CODE, page.lines[at].number, indent=page.lines[at].indent)]
    for place in range(at + 1, len(page.lines)):
        line = page.lines[place]
        ends = close.match(line.text) if close else line.text.strip() == (fence[1] if fence else "")
        if ends:
            entries.append(Entry(Became.CODE, line.number))
            break
        entries.append(Entry(Became.CODE, line.number, line.raw, level=1))
    return entries


def _blank(page: Page, at: int) -> list[Entry]:
    line = page.lines[at]
    return [] if line.text else [Entry(Became.BLANK, line.number)]


def _setting(page: Page, at: int) -> list[Entry]:
    line = page.lines[at]
    is_setting = _PROPERTY.match(line.text) or (page.org and _ORG_SETTING.match(line.text))
    is_comment = line.text.startswith(_COMMENT) and line.text.endswith("-->")
    found = [Entry(Became.SETTING, line.number, line.text)]
    return found if is_setting or is_comment else []


def _rule(page: Page, at: int) -> list[Entry]:
    line = page.lines[at]
    is_rule = _RULE.match(line.text) or is_empty_bullet(line.text)
    return [Entry(Became.RULE, line.number, line.text)] if is_rule else []


def _item(page: Page, at: int) -> list[Entry]:
    line = page.lines[at]
    bullet = bullet_of(line.text)
    if bullet is None:
        return []
    became = Became.CONTENTS if _CONTENTS.match(bullet.text) else Became.BULLET
    ordered, sign = bullet.ordered, bullet.sign
    return [
        Entry(
            became, line.number, bullet.text, line.indent, bullet.rank, ordered=ordered, sign=sign
        )
    ]


def _text(page: Page, at: int) -> list[Entry]:
    """Judge any other line: it goes on what stands before it, or begins something of its own."""
    line = page.lines[at]
    became = Became.JOINED if page.follows_text and _goes_on(page, at) else Became.TEXT
    return [Entry(became, line.number, line.text, line.indent)]


def _goes_on(page: Page, at: int) -> bool:
    line, last = page.lines[at], page.last
    if starts_anew(line.text) or last is None or _is_meaning(page, at):
        return False
    if page.marked or line.text[0].islower() or page.is_wrapped_at(at):
        return True
    return last.became is not Became.TEXT and line.indent > page.lines[at - 1].indent


def _is_meaning(page: Page, at: int) -> bool:
    """Tell whether a line is indented below a term, whose meaning it is then."""
    before, last = page.lines[at - 1], page.last
    few = len(before.text.split()) <= _MOST_IN_TERM and before.text[-1:].isalnum()
    deeper = page.lines[at].indent >= before.indent + 2
    return bool(last and last.became is Became.TEXT and few and deeper)


_MOST_IN_TERM: Final = 6
_STARTS: Final = re.compile(
    r"(?:Q\d*|A|Question|Answer|Ans|Correct|Frage|Antwort|Note|Tip|NOTE|TODO|Explanation)"
    r"(?:\s+\d+)?(?: answers?)?\s*[:.)]\s|\*\*[^*]{1,80}\*\*\s*[:\u2013-]"
)


def starts_anew(text: str) -> bool:
    """Tell whether a line begins with a word that never goes on a sentence."""
    return bool(_STARTS.match(text))
