"""Cards that say by signs in the text that they are cards, under headings that are topics.

Known are `Q:` and `A:`, `question :: answer` (`:::` asks both ways), a line `?` between question
and answer, `<details>` with a summary, questions with lettered options, tables with a head, and
texts with {{c1::…}} or ==…==.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from aws_flash.formats.markdown.card import (
    Contents,
    Fields,
    FoundCard,
    Leftover,
    TopicPath,
    basic_fields,
)
from aws_flash.formats.markdown.choices import choice_fields
from aws_flash.formats.markdown.lines import Line, joined
from aws_flash.formats.markdown.signs import (
    ANSWER_LINE,
    ANSWERED,
    ASKED,
    CLOZE,
    DETAILS,
    END_DETAILS,
    END_SUMMARY,
    HIDES,
    MARKED,
    NUMBERED,
    ONE_LINE,
    ONE_SIGN,
    PROPERTY,
    RULE,
    SIDE,
    SUMMARY,
    with_holes,
)
from aws_flash.formats.markdown.tables import table_cards


@dataclass(slots=True)
class _Scan:
    """The lines of a file, how far they are read, and what waits to be asked about."""

    lines: Sequence[Line]
    at: int = 0
    path: TopicPath = field(default_factory=TopicPath)
    waiting: list[Line] = field(default_factory=list)
    cards: list[FoundCard] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    open_details: bool = False

    def add(self, line: int, kind: str, fields: Fields, tags: tuple[str, ...] = ()) -> None:
        """Add a card."""
        self.cards.append(FoundCard(line, kind, fields, self.path.names, tags))

    def drop(self) -> None:
        """Give up on lines that wait; those with words are told."""
        told = [line for line in self.waiting if line.text.strip("-*_# \t")]
        self.leftovers += [Leftover(line.number, line.text.strip()) for line in told[:1]]
        self.waiting = []


def scattered_cards(lines: Sequence[Line]) -> Contents:
    """Return the cards of a file."""
    scan = _Scan(lines)
    rules = (_code, _heading, _details, _asked, _table, _one_line, _between, _cloze, _numbered)
    while scan.at < len(lines):
        before = scan.at
        if not any(rule(scan) for rule in rules):
            _wait(scan)
        scan.at = max(scan.at, before + 1)
    _end_block(scan)
    scan.drop()
    return Contents(scan.cards, scan.leftovers)


_Rule = Callable[[_Scan], bool]


def _code(scan: _Scan) -> bool:
    line = scan.lines[scan.at]
    if line.code:
        scan.waiting.append(line)
    return line.code


def _heading(scan: _Scan) -> bool:
    heading = scan.lines[scan.at].heading
    if heading:
        _end_block(scan)
        scan.drop()
        scan.path.enter(*heading)
    return bool(heading)


def _wait(scan: _Scan) -> None:
    """Keep a line for what may ask about it; a rule ends what came before."""
    line = scan.lines[scan.at]
    if RULE.match(line.text):
        _end_block(scan)
        scan.drop()
    else:
        scan.waiting.append(line)


def _numbered(scan: _Scan) -> bool:
    """Begin a numbered question: what waited before it belongs to another."""
    line = scan.lines[scan.at]
    if not NUMBERED.match(line.text):
        return False
    _end_block(scan)
    scan.drop()
    scan.waiting.append(line)
    return True


def _end_block(scan: _Scan) -> None:
    """Make a card of waiting lines that hold their own answer: options and "Answer: B"."""
    at = next((n for n, line in enumerate(scan.waiting) if ANSWER_LINE.match(line.text)), None)
    if at:
        _ask(scan, [line.text for line in scan.waiting[at:]])


def _ask(scan: _Scan, back: Sequence[str]) -> None:
    """Make a card of the lines that wait and an answer."""
    front = [line.text for line in scan.waiting]
    number = next((line.number for line in scan.waiting if not line.blank), 0)
    front = "\n".join(front).strip("\n").split("\n")
    numbered = NUMBERED.match(front[0])
    if numbered:
        front[0] = numbered["text"]
    choice = choice_fields(front, back)
    if choice:
        scan.add(number, "choice", choice)
    else:
        scan.add(number, "basic", basic_fields(_dedented(front), _dedented(back)))
    scan.waiting = []


def _details(scan: _Scan) -> bool:
    """Take what a page hides: the summary asks, unless it only says that the answer is there."""
    begin = scan.at
    if scan.open_details or not DETAILS.match(scan.lines[begin].text):
        return False
    end = begin
    while end < len(scan.lines) - 1 and not END_DETAILS.search(scan.lines[end].text):
        end += 1
    if not END_DETAILS.search(scan.lines[end].text):
        scan.open_details = True
        return False
    scan.at = end + 1
    inside = "\n".join(line.text for line in scan.lines[begin : end + 1])
    inside = END_DETAILS.sub("", DETAILS.sub("", inside, count=1))
    asks, hidden = _parted(inside)
    if (not asks or HIDES.match(asks)) and any(not line.blank for line in scan.waiting):
        _ask(scan, hidden)
        return True
    scan.drop()
    scan.add(scan.lines[begin].number, "basic", basic_fields(asks, _dedented(hidden)))
    return True


def _parted(inside: str) -> tuple[str, list[str]]:
    """Return the summary of what is hidden, and the lines of the rest."""
    begin = SUMMARY.search(inside)
    end = END_SUMMARY.search(inside, begin.end()) if begin else None
    if begin is None or end is None:
        return "", inside.split("\n")
    rest = inside[: begin.start()] + inside[end.end() :]
    return inside[begin.end() : end.start()].strip(), rest.split("\n")


def _asked(scan: _Scan) -> bool:
    """Take `Q:` and all up to `A:`, and its answer up to the next question or a gap."""
    begin = scan.at
    first = ASKED.match(scan.lines[begin].text)
    if not first:
        return False
    front, end = _side(scan, begin, first["text"], SIDE)
    answer = ANSWERED.match(scan.lines[end].text) if end < len(scan.lines) else None
    if not answer:
        return False
    back, scan.at = _side(scan, end, answer["text"], ASKED)
    scan.drop()
    number = scan.lines[begin].number
    choice = choice_fields(front, back)
    if choice:
        scan.add(number, "choice", choice)
    else:
        scan.add(number, "basic", basic_fields(_dedented(front), _dedented(back)))
    return True


_MOST_IN_SIDE: Final = 300


def _side(scan: _Scan, begin: int, first: str, until: re.Pattern[str]) -> tuple[list[str], int]:
    """Return the lines of a side and where it ends: at a sign, a heading, a rule, two blanks."""
    texts = [first]
    for at in range(begin + 1, min(len(scan.lines), begin + _MOST_IN_SIDE)):
        line = scan.lines[at]
        ends = until.match(line.text) or line.heading or RULE.match(line.text)
        apart = line.blank and _is_apart(scan.lines, at + 1)
        if not line.code and (ends or apart):
            return texts, at
        texts.append(line.text)
    return texts, min(len(scan.lines), begin + _MOST_IN_SIDE)


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Tell whether what follows a blank line is no part of an answer: blank again, or a card."""
    if at >= len(lines) or lines[at].blank:
        return True
    text = lines[at].text
    return any(sign.search(text) for sign in (ONE_SIGN, CLOZE, MARKED, DETAILS))


def _table(scan: _Scan) -> bool:
    found = table_cards(scan.lines, scan.at, scan.path.names)
    if not found:
        return False
    _end_block(scan)
    scan.drop()
    cards, scan.at = found
    scan.cards += cards
    return True


def _one_line(scan: _Scan) -> bool:
    line = scan.lines[scan.at]
    found = ONE_LINE.match(line.text) if "::" in line.text else None
    if not found or PROPERTY.match(found["front"]) or CLOZE.search(line.text):
        return False
    scan.drop()
    kind = "reversed" if found["sign"] == ":::" else "basic"
    scan.add(line.number, kind, basic_fields(found["front"], found["back"]))
    return True


def _between(scan: _Scan) -> bool:
    """Take the paragraphs around a line with nothing but `?`."""
    if scan.lines[scan.at].text.strip() not in {"?", "??"} or not scan.waiting:
        return False
    end = scan.at + 1
    while end < len(scan.lines) and not scan.lines[end].blank:
        end += 1
    back = [line.text for line in scan.lines[scan.at + 1 : end]]
    scan.at = end
    _ask(scan, back)
    return True


def _cloze(scan: _Scan) -> bool:
    """Take a paragraph with holes, each marked part a hole of its own."""
    line = scan.lines[scan.at]
    if not CLOZE.search(line.text) and not MARKED.search(line.text):
        return False
    while scan.waiting and not scan.waiting[-1].blank:
        scan.waiting.pop()
        scan.at -= 1
    begin = end = scan.at
    scan.drop()
    while end < len(scan.lines) and not scan.lines[end].blank and not scan.lines[end].heading:
        end += 1
    text = joined(scan.lines[begin:end])
    scan.at = end
    scan.add(scan.lines[begin].number, "cloze", (("Text", with_holes(text)), ("Explanation", "")))
    return True


def _dedented(lines: Sequence[str]) -> str:
    """Return lines as one text, without the indent that all of them have."""
    held = [line.expandtabs(4) for line in lines]
    indents = [len(line) - len(line.lstrip()) for line in held if line.strip()]
    least = min(indents, default=0)
    return "\n".join(line[least:] for line in held).strip("\n")
