"""SuperMemo 7 as text: Q: and A: lines, and I: with what was learned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledNote, Progress
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source

_ITEM: Final = re.compile(r"\s{0,99}Q:[^\n]*\n(?:[QA]:[^\n]*\n|[ \t\r]*\n){0,400}?I: ?REP=")
_PLAIN: Final = re.compile(r"\s{0,99}Q:[^\n]*\n(?:Q:[^\n]*\n){0,99}A:")
_LINE: Final = re.compile(r"[^\n]+|(?<=\n)(?=\n)|\A(?=\n)")
_VALUE: Final = re.compile(r"\b(REP|LAP|INT|LAST)=([0-9.]{1,20})")
_DATE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")
_CENTURY_TURNS: Final = 70
"""Years of two digits below are of this century: SuperMemo began in 1987."""


@dataclass(slots=True)
class _Item:
    """The lines of an item by their letter."""

    line: int
    lines: dict[str, list[str]] = field(default_factory=dict)

    def text(self, letter: str) -> str:
        return "\n".join(self.lines.get(letter, ()))


def _recognise(source: Source) -> int:
    if b"Q:" not in source.head[:1_000]:
        return 0
    text = source.head_text
    if text is None:
        return 0
    text = text.replace("\r\n", "\n")
    if _ITEM.match(text):
        return 95
    return 40 if _PLAIN.match(text) else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.encoding import decode
    from aws_flash.formats.gathering import Gathering, basic_fields

    monitor.phase("Reading")
    path = str(source.path)
    text = decode(source.content(), path).text
    found = Gathering("supermemo", source.stem, path)
    for item in _items(text):
        monitor.step()
        question, answer = _html(item.text("Q")), _html(item.text("A"))
        if not question or not answer:
            why = "it has no answer" if question else "it has no question"
            found.findings.add(f"line {item.line}", why, (item.text("Q"), item.text("A")))
            continue
        guid, fields = found.guids.derived(question), basic_fields(question, answer)
        note = BundledNote(guid, found.topics.root, "basic", fields, line=item.line)
        found.add(note, _progress(item.text("I")))
    return found.bundle()


def _items(text: str) -> Iterator[_Item]:
    """Yield the items: one begins at a Q: after anything else; lines without a letter go on."""
    item: _Item | None = None
    letter = ""
    for number, line in enumerate((found[0] for found in _LINE.finditer(text)), 1):
        found = line[:1] if line[1:2] == ":" and line[:1].isupper() else ""
        if found == "Q" and letter != "Q":
            if item is not None:
                yield item
            item = _Item(number)
        letter = found or letter
        if not line.strip():
            letter = ""
        elif item is not None and letter:
            item.lines.setdefault(letter, []).append(line[2:].strip() if found else line.strip())
    if item is not None:
        yield item


def _html(text: str) -> str:
    """Return a text as HTML: SuperMemo writes signs of other alphabets as entities."""
    from aws_flash.domain.html.escaping import resolve
    from aws_flash.formats.html_field import looks_like_html, plain_html, possible

    if looks_like_html([text]):
        return possible(text).strip().replace("\n", "<br>")
    return plain_html(resolve(text))


def _progress(written: str) -> Progress | None:
    """Return what REP, LAP, INT and LAST say: repetitions, lapses, days, and the last date."""
    from aws_flash.domain.days import day_number
    from aws_flash.formats.local_days import rest_within, within

    values = dict(_VALUE.findall(written))
    found = _DATE.fullmatch(values.get("LAST", ""))
    repetitions, rest = (_whole(values.get(name, "")) for name in ("REP", "INT"))
    if found is None or repetitions < 1 or rest < 1:
        return None
    year = int(found[3])
    if year < 100:
        year += 2000 if year < _CENTURY_TURNS else 1900
    try:
        last = day_number(date(year, int(found[2]), int(found[1])))
    except ValueError:
        return None
    rest = rest_within(rest)
    return Progress(rest, within(last + rest), _whole(values.get("LAP", "")), repetitions)


def _whole(written: str) -> int:
    digits = written.partition(".")[0]
    return int(digits) if digits.isdigit() and len(digits) < 8 else 0


READER: Final = Reader("supermemo", "SuperMemo text", (".txt",), _recognise, _read)
