"""A card as guessed from notes, before it has its place and its guid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aws_flash.domain.html.escaping import escape_text

Fields = tuple[tuple[str, str], ...]


class Tag(StrEnum):
    """What a draft wants the user to look at."""

    NO_QUESTION = "needs-question"
    NO_ANSWER = "needs-answer"
    CHECK = "check"
    UNSURE = "unsure"
    LIST = "list"
    TWICE = "said-twice"


@dataclass(frozen=True, slots=True)
class Draft:
    """What one piece of the notes became. `said` is the piece in plain words: its identity.

    A basic draft without a question bears Tag.NO_QUESTION.
    """

    line: int
    kind: str
    fields: Fields
    said: str
    tags: tuple[Tag, ...] = ()


def basic(line: int, question: str, answer: str, said: str) -> Draft:
    """Return a draft of the basic kind from HTML, tagged where a side is empty."""
    missing = ((Tag.NO_QUESTION, question), (Tag.NO_ANSWER, answer))
    tags = tuple(tag for tag, side in missing if not side.strip())
    fields = (("Question", question), ("Answer", answer), ("Explanation", ""))
    return Draft(line, "basic", fields, said, tags)


def cloze(line: int, text: str, said: str, *tags: Tag) -> Draft:
    """Return a draft of a text with holes."""
    return Draft(line, "cloze", (("Text", text), ("Explanation", "")), said, tags)


def code_html(lines: list[str]) -> str:
    """Return lines of code as HTML."""
    return f"<pre>{escape_text(chr(10).join(lines))}</pre>" if lines else ""


def headed(context: str, text: str) -> str:
    """Return HTML with the words that it stands under before it."""
    return f"{context} \u2013 {text}" if context and text else context or text
