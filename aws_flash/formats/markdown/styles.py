"""Which way of writing cards a file follows, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from aws_flash.formats.markdown.card import Contents
from aws_flash.formats.markdown.headed import headed_cards, parts_of
from aws_flash.formats.markdown.ki import begins_note, ki_cards
from aws_flash.formats.markdown.lines import Line
from aws_flash.formats.markdown.scattered import scattered_cards
from aws_flash.formats.markdown.sides import BACK, FRONT, is_start, sided_cards
from aws_flash.formats.markdown.tables import is_table

OURS: Final = 98
SURE: Final = 85
LIKELY: Final = 75
UNLIKELY: Final = 2

_DETAILS: Final = re.compile(r"\s*<details\b", re.IGNORECASE)
_ASKED: Final = re.compile(r"\s*(?:\*\*)?(?:Q|Question)\s?\d{0,4}\s?[:.](?:\*\*)?\s")
_ANSWERED: Final = re.compile(
    r"\s*(?:\*\*)?(?:A|Answer|Correct answer)\s?\d{0,4}\s?[:.](?:\*\*)?\s"
)
_ONE_LINE: Final = re.compile(r"\s*(?:[-*+]\s+)?[^\s:][^:\n]{0,1000}?\s:::?\s\S")
_PROPERTY: Final = re.compile(r"\s*(?:[-*+]\s+)?[a-z][\w-]*\s?::")
_HOLE: Final = re.compile(r"\{\{c\d{1,3}::")
_MARKED: Final = re.compile(r"==(?=\S)[^=\n]{1,500}==")
_LIST: Final = re.compile(r"\s*(?:[-*+\u2022]|\d{1,3}[.)])\s|\s*\|")
_LEAST_PARTS: Final = 3
_LONGEST_ANSWER: Final = 400


class Style(Enum):
    """The ways of writing cards."""

    OURS = "ours"
    SIDES = "sides"
    KI = "ki"
    HEADED = "headed"
    SCATTERED = "scattered"


def style_of(lines: Sequence[Line]) -> tuple[Style, int]:
    """Return the way that a file follows, and from 0 to 100 how sure it is that these are cards."""
    texts = [line.text for line in lines if not line.code]
    if any("<!-- aws-flash " in text for text in texts):
        return Style.OURS, OURS
    if any(begins_note(lines, at) for at in range(len(lines)) if lines[at].text.startswith("# ")):
        return Style.KI, SURE
    headings = [heading[1].lower() for line in lines if (heading := line.heading)]
    if any(map(is_start, lines)) or (FRONT & set(headings) and BACK & set(headings)):
        return Style.SIDES, SURE
    asking = _headings_ask(lines)
    if asking:
        return Style.HEADED, asking
    signs = _signs(lines, texts)
    return (Style.SCATTERED, signs) if signs else (Style.HEADED, UNLIKELY)


def contents_of(lines: Sequence[Line]) -> Contents:
    """Return the cards of a file, by the way that it follows; where none are found, by any."""
    style, _ = style_of(lines)
    if style in {Style.OURS, Style.SIDES}:
        return sided_cards(lines)
    if style is Style.KI:
        return ki_cards(lines)
    first, second = (
        (headed_cards, scattered_cards)
        if style is Style.HEADED
        else (scattered_cards, headed_cards)
    )
    found = first(lines)
    return found if found.cards else second(lines)


def _headings_ask(lines: Sequence[Line]) -> int:
    """Tell whether headings are the questions: half of them ask, or all have a brief answer."""
    parts = [part for part in parts_of(lines) if part.level and part.is_leaf and part.answers]
    asks = sum(part.asks for part in parts)
    if asks * 2 >= len(parts) and asks >= _LEAST_PARTS - 1:
        return SURE
    brief = sum(_is_brief(part.body) for part in parts)
    return LIKELY if len(parts) >= _LEAST_PARTS and brief * 10 >= len(parts) * 9 else 0


def _is_brief(body: Sequence[Line]) -> bool:
    said = [line.text for line in body if not line.blank]
    signs = any(_HOLE.search(text) or _DETAILS.match(text) or "::" in text for text in said)
    return (
        sum(map(len, said)) <= _LONGEST_ANSWER
        and not signs
        and not any(_LIST.match(text) or _ASKED.match(text) for text in said)
    )


def _signs(lines: Sequence[Line], texts: Sequence[str]) -> int:
    """Tell by how many signs of cards there are, next to all lines."""
    said = [text for text in texts if text.strip()]
    if sum(bool(_DETAILS.match(text)) for text in said) >= 2:
        return SURE
    pairs = min(sum(bool(one.match(text)) for text in said) for one in (_ASKED, _ANSWERED))
    one_line = sum(bool(_ONE_LINE.match(text)) and not _PROPERTY.match(text) for text in said)
    holes = sum(bool(_HOLE.search(text)) for text in said)
    marked = sum(bool(_MARKED.search(text)) for text in said)
    between = sum(text.strip() in {"?", "??"} for text in said)
    counted = 4 * (pairs + one_line + holes + between) + 2 * marked
    if counted >= max(len(said), 4):
        return SURE
    return _in_tables(lines, len(said))


def _in_tables(lines: Sequence[Line], said: int) -> int:
    """Tell whether a file is tables for the most part."""
    heads = [at for at in range(len(lines)) if is_table(lines, at)]
    rows = sum("|" in line.text for line in lines if not line.code)
    return LIKELY if heads and rows >= 2 * len(heads) + 2 and rows * 10 >= said * 7 else 0
