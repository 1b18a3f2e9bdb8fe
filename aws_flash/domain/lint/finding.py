"""What the linter found: which rule, on which card, where, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Rule(StrEnum):
    """The names of the rules, as they are written on screen, in JSON and in a card's silences."""

    TWO_FACTS = "two-facts"
    LONG_ANSWER = "answer-too-long"
    LONG_QUESTION = "question-too-long"
    LONG_SET = "set-too-long"
    YES_NO = "yes-no"
    GUESSABLE = "guessable"
    LONGEST_RIGHT = "longest-option-right"
    FAVOURED_LETTER = "favoured-letter"
    PRONOUN = "pronoun"
    WHAT_ABOUT = "what-about"
    ABSOLUTE_WORD = "absolute-word"
    NO_SOURCE = "no-source"
    NO_CHECKED_ON = "no-checked-on"
    STALE = "stale"
    NEAR_DUPLICATE = "near-duplicate"
    NO_REASON = "option-without-reason"
    NOT_PARALLEL = "options-not-parallel"
    RIGHT_NOT_SAID = "right-not-said"
    RETIRED_NAME = "retired-name"
    BROKEN_CLOZE = "broken-cloze"
    NO_ALT_TEXT = "no-alt-text"
    UNKNOWN_DOMAIN = "unknown-domain"
    UNKNOWN_STATEMENT = "unknown-statement"
    UNREADABLE = "unreadable-part"
    UNKNOWN_SILENCE = "unknown-silence"
    IDLE_SILENCE = "idle-silence"


MAX_WORDS: Final = 120
"""So many characters of a card are quoted in a finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend.

    `note` is a guid, empty where the finding is about the whole deck; `ordinal` is None unless it
    is about one of several cards of the note. `place` is a field ("Question", "Option 2") or a part
    of the provenance ("checked_on"). `words` quote what it is about, as plain text. `other` is the
    guid of the other note where there are two.
    """

    rule: Rule
    note: str
    place: str
    words: str
    suggestion: str
    ordinal: int | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of a deck, in the order of its notes; first those about the whole deck.

    `silenced` counts findings that a card says to leave out. `titles` are first lines of the notes
    that findings name, by guid.
    """

    deck: str
    notes: int
    findings: tuple[Finding, ...]
    silenced: int
    titles: Mapping[str, str]


def quoted(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_WORDS else f"{line[: MAX_WORDS - 1].rstrip()}\u2026"
