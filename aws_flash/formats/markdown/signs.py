"""The signs in a text by which people say that something is a card."""

from __future__ import annotations

import re
from typing import Final

ASKED: Final = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*)?(?:Q|Question|Frage)\s?\d{0,4}\s?[:.](?:\*\*)?\s*(?P<text>.*)$"
)
ANSWERED: Final = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*)?(?:A|Answer|Antwort|Ans)\s?\d{0,4}\s?[:.](?:\*\*)?\s*(?P<text>.*)$"
)
SIDE: Final = re.compile(rf"(?:{ASKED.pattern.replace('?P<text>', '')})|{ANSWERED.pattern}")
ONE_LINE: Final = re.compile(
    r"\s*(?:[-*+]\s+)?(?P<front>\S.{0,2000}?)\s+(?P<sign>:::?)\s+(?P<back>\S.*)$"
)
ONE_SIGN: Final = re.compile(r"\S\s+:::?\s+\S")
PROPERTY: Final = re.compile(r"\s*(?:[-*+]\s+)?[a-z][\w-]*$")
NUMBERED: Final = re.compile(r"\s{0,3}\d{1,4}[.)]\s+(?P<text>\S.*)$")
DETAILS: Final = re.compile(r"\s*<details\b[^<>]*>", re.IGNORECASE)
END_DETAILS: Final = re.compile(r"</details\s*>", re.IGNORECASE)
SUMMARY: Final = re.compile(r"<summary\b[^<>]*>", re.IGNORECASE)
END_SUMMARY: Final = re.compile(r"</summary\s*>", re.IGNORECASE)
HIDES: Final = re.compile(
    r"\W*(?:(?:show|see|view|reveal|click|the|for|to|correct|hint|solution|answers?|antwort|explanation"
    r"|details|expand|spoiler|here|me)\W*){1,6}$",
    re.IGNORECASE,
)
CLOZE: Final = re.compile(r"\{\{c\d{1,3}::")
MARKED: Final = re.compile(r"==(?=\S)(?P<text>[^=\n]{1,500})(?<=\S)==")
RULE: Final = re.compile(r"\s*(?:[-*_]\s*){3,}$")
ANSWER_LINE: Final = re.compile(r"\s*(?:[*_]{0,2})(?:correct\s+)?answers?\s*:", re.IGNORECASE)


def with_holes(text: str) -> str:
    """Return a text with ==marked== parts as holes, where it has none of its own."""
    if CLOZE.search(text):
        return text
    numbers = iter(range(1, text.count("==") + 1))
    return MARKED.sub(lambda found: f"{{{{c{next(numbers)}::{found['text']}}}}}", text)
