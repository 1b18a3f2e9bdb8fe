"""Cards that are headings and what stands below them; headings over headings are topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aws_flash.formats.markdown.card import (
    Contents,
    FoundCard,
    Leftover,
    TopicPath,
    basic_fields,
)
from aws_flash.formats.markdown.choices import choice_fields
from aws_flash.formats.markdown.lines import Line, joined


@dataclass(slots=True)
class HeadedPart:
    """A heading with the lines below it up to the next one."""

    line: int
    level: int
    name: str
    body: list[Line] = field(default_factory=list)
    is_leaf: bool = True

    @property
    def asks(self) -> bool:
        """Whether the heading is a question."""
        return self.name.rstrip("*_ ").endswith("?")

    @property
    def answers(self) -> bool:
        """Whether anything but an empty body stands below it."""
        return any(line.text.strip("-*_ \t") for line in self.body)


def parts_of(lines: Sequence[Line]) -> list[HeadedPart]:
    """Return the parts of a file; what stands before the first heading has no name."""
    parts = [HeadedPart(1, 0, "")]
    for line in lines:
        heading = line.heading
        if not heading:
            parts[-1].body.append(line)
            continue
        parts[-1].is_leaf = parts[-1].level > 0 and heading[0] <= parts[-1].level
        parts.append(HeadedPart(line.number, *heading))
    return parts


def headed_cards(lines: Sequence[Line]) -> Contents:
    """Return the cards of a file: each heading with a body and none below it asks for its body."""
    path = TopicPath()
    cards: list[FoundCard] = []
    leftovers: list[Leftover] = []
    for part in parts_of(lines):
        if part.is_leaf and part.level and part.answers:
            path.enter(part.level, "")
            cards.append(_card(part, path.names))
            continue
        if part.level:
            path.enter(part.level, part.name)
        told = [line for line in part.body if line.text.strip("-*_ \t")]
        leftovers += [Leftover(line.number, line.text.strip()) for line in told[:1]]
    return Contents(cards, leftovers)


def _card(part: HeadedPart, path: tuple[str, ...]) -> FoundCard:
    body = list(part.body)
    while body and body[-1].text.strip() in {"", "---", "***", "___"}:
        body.pop()
    texts = [line.text for line in body]
    options = next((at for at, text in enumerate(texts) if not text.strip()), len(texts))
    choice = choice_fields([part.name, *texts[:options]], texts[options:])
    if choice:
        return FoundCard(part.line, "choice", choice, path)
    return FoundCard(part.line, "basic", basic_fields(part.name, joined(body)), path)
