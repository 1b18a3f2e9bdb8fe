"""Cards whose sides stand under headings of their own: `### Front`, `### Back`; and our own files.

Comments such as `<!-- Card Start -->` and `<!-- Card End -->` may stand around each; without them a
card goes on to the next front or to a heading above its own level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from aws_flash.domain.bundle import BundledTopic
from aws_flash.domain.kind import BUILT_IN
from aws_flash.formats.markdown.card import (
    Contents,
    FoundCard,
    Leftover,
    TopicPath,
    basic_fields,
)
from aws_flash.formats.markdown.choices import choice_fields
from aws_flash.formats.markdown.lines import Line, joined
from aws_flash.formats.markdown.marks import marked, number_in, text_in, texts_in

FRONT: Final = frozenset({"front", "question", "vorderseite", "frage", "recto", "anverso"})
BACK: Final = frozenset({"back", "answer", "r\u00fcckseite", "antwort", "verso", "reverso"})
MORE: Final = frozenset({"explanation", "extra", "hint", "note", "notes", "source", "tags"})
NAMES: Final = FRONT | BACK | MORE
_START: Final = re.compile(
    r"\s*(?:<!--\s*card[\s-]*end\s*-->\s*)?<!--\s*card[\s-]*(?:start|begin)\s*-->\s*$",
    re.IGNORECASE,
)
_STOP: Final = re.compile(r"\s*<!--\s*card[\s-]*end\s*-->\s*$", re.IGNORECASE)
_FIELDS: Final = {kind.guid: kind.fields for kind in BUILT_IN}
_SHOWN_AS: Final = {"Front": "Question", "Back": "Answer"}


@dataclass(slots=True)
class _Card:
    line: int
    level: int = 0
    bounded: bool = False
    mark: dict[str, Any] = field(default_factory=dict)
    sides: dict[str, list[Line]] = field(default_factory=dict)
    side: str = ""

    @property
    def names(self) -> Sequence[str]:
        """The fields of a card of ours."""
        return _FIELDS.get(text_in(self.mark, "kind"), ())

    def begins(self, heading: tuple[int, str]) -> str | None:
        """Return the side that a heading begins, None where it is part of one."""
        level, name = heading
        if self.level and level != self.level:
            return None
        if self.mark:
            shown = _SHOWN_AS.get(name, name)
            return shown if shown in self.names and shown not in self.sides else None
        return name.lower() if name.lower() in NAMES else None


@dataclass(slots=True)
class _Reading:
    cards: list[FoundCard] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    topics: list[BundledTopic] = field(default_factory=list)
    deck: dict[str, Any] | None = None
    path: TopicPath = field(default_factory=TopicPath)
    card: _Card | None = None
    topic: str = ""
    stray: bool = False

    def close(self) -> None:
        """End the card that is open, if any."""
        if self.card is not None and (self.card.sides or self.card.mark):
            self.cards.append(_found(self.card, self.path.names, self.topic))
        self.card = None
        self.stray = False


def is_start(line: Line) -> bool:
    """Tell whether a line says that a card begins."""
    return not line.code and bool(_START.match(line.text))


def sided_cards(lines: Sequence[Line]) -> Contents:
    """Return the cards of a file, and in files of our own its topics and its deck."""
    reading = _Reading()
    for line in lines:
        heading = line.heading
        if line.code:
            _add_text(reading, line)
        elif heading:
            _add_heading(reading, line, heading)
        elif "<!--" not in line.text or not _add_comment(reading, line):
            _add_text(reading, line)
    reading.close()
    return Contents(reading.cards, reading.leftovers, reading.topics, reading.deck)


def _add_comment(reading: _Reading, line: Line) -> bool:
    """Follow a comment that means something; tell whether it does."""
    if _START.match(line.text):
        reading.close()
        reading.card = _Card(line.number, bounded=True)
        return True
    if _STOP.match(line.text):
        reading.close()
        return True
    found = marked(line.text)
    if found is None:
        return False
    name, values = found
    if name == "deck":
        reading.deck = values
    elif name == "topic":
        reading.close()
        _add_topic(reading, values)
    elif reading.card is not None and not reading.card.sides:
        reading.card.mark = values
    return True


def _add_topic(reading: _Reading, values: dict[str, Any]) -> None:
    topic = BundledTopic(
        text_in(values, "guid"),
        text_in(values, "parent") or None,
        text_in(values, "name"),
        number_in(values, "position") or 0,
        text_in(values, "description"),
    )
    known = {one.guid for one in reading.topics[-1:]}
    if topic.guid and topic.guid not in known:
        reading.topics.append(topic)
        reading.topic = topic.guid


def _add_heading(reading: _Reading, line: Line, heading: tuple[int, str]) -> None:
    level, name = heading
    card = reading.card
    if card is None and name.lower() in FRONT:
        reading.card = card = _Card(line.number)
    if card is None:
        reading.path.enter(level, name)
        return
    side = card.begins(heading)
    if side is None and (card.bounded or level > card.level):
        _add_text(reading, line)
    elif side is None:
        reading.close()
        reading.path.enter(level, name)
    else:
        _begin_side(reading, line, level, side)


def _begin_side(reading: _Reading, line: Line, level: int, side: str) -> None:
    card = reading.card
    if card is None or (side in FRONT and card.sides and not card.bounded):
        reading.close()
        reading.card = card = _Card(line.number)
    card.level, card.side = level, side
    card.sides.setdefault(side, [])


def _add_text(reading: _Reading, line: Line) -> None:
    card = reading.card
    if card is not None and card.side:
        card.sides[card.side].append(line)
    elif line.text.strip("-*_ "):
        if not reading.stray:
            reading.leftovers.append(Leftover(line.number, line.text.strip()))
        reading.stray = True


def _found(card: _Card, path: tuple[str, ...], topic: str) -> FoundCard:
    if card.mark:
        kind = text_in(card.mark, "kind")
        fields = tuple((name, joined(card.sides.get(name, []))) for name in card.names)
        tags = texts_in(card.mark, "tags")
        home = text_in(card.mark, "topic") or topic
        return FoundCard(card.line, kind, fields, path, tags, text_in(card.mark, "guid"), home)
    front, back = (_side(card, names) for names in (FRONT, BACK))
    choice = choice_fields([line.text for line in front], [line.text for line in back])
    if choice and not any(line.code for line in front):
        return FoundCard(card.line, "choice", choice, path, _tags(card))
    more = "\n\n".join(
        filter(None, (joined(card.sides.get(name, [])) for name in sorted(MORE - {"tags"})))
    )
    return FoundCard(
        card.line, "basic", basic_fields(joined(front), joined(back), more), path, _tags(card)
    )


def _side(card: _Card, names: frozenset[str]) -> list[Line]:
    return next((lines for name, lines in card.sides.items() if name in names), [])


def _tags(card: _Card) -> tuple[str, ...]:
    words = joined(card.sides.get("tags", [])).replace(",", " ").split()
    return tuple(word.lstrip("#") for word in words if word.strip("#`"))
