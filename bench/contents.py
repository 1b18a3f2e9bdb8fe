"""The contents of generated notes: basic ones mostly, some with holes, some with options."""

from __future__ import annotations

import json
import random
import re
from typing import NamedTuple

from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.kind import BASIC, CHOICE, CLOZE, Kind

WORDS = [
    *("role", "policy", "session", "key", "region", "bucket", "account", "trail", "group", "pool"),
    *("gateway", "endpoint", "user", "identity", "token", "certificate", "listener", "volume"),
    *("snapshot", "instance", "subnet", "log", "finding", "grant", "alias", "provider"),
]
_BOLD = re.compile(r"</?b>")
_TAG = re.compile(r"<[^>]+>")


class Content(NamedTuple):
    """What one note holds: its fields as stored, and its words as the search index keeps them."""

    kind_id: int
    fields: str
    words: str
    tags: str


def content(number: int, holes: int, chance: random.Random) -> Content:
    """Return the content of the note whose first card has this number.

    With `holes` it is a text with so many holes; else one in ten is a choice.
    """
    if holes:
        kind, pairs = CLOZE, _with_holes(number, holes, chance)
    elif number % 10 == 0:
        kind, pairs = CHOICE, _with_options(number, chance)
    else:
        kind, pairs = BASIC, _asked(number, chance)
    return _content(kind, pairs, chance)


def _asked(number: int, chance: random.Random) -> list[tuple[str, str]]:
    answer = f"<b>{chance.choice(WORDS)}</b> of {_words(4, chance)}"
    if number % 5 == 0:
        answer = "".join(f"<li>{_words(3, chance)}</li>" for _ in range(3))
        answer = f"<ul>{answer}</ul>"
    explanation = _words(18, chance) if number % 2 else ""
    return [
        ("Question", _question(number, chance)),
        ("Answer", answer),
        ("Explanation", explanation),
    ]


def _with_holes(number: int, holes: int, chance: random.Random) -> list[tuple[str, str]]:
    hidden = [f"{{{{c{hole}::{_words(2, chance)}}}}}" for hole in range(1, holes + 1)]
    text = f"{_words(5, chance)} {' and '.join(hidden)} in number {number}"
    return [("Text", text), ("Explanation", _words(9, chance))]


def _with_options(number: int, chance: random.Random) -> list[tuple[str, str]]:
    right = chance.randrange(4)
    options = [
        Option(_words(4, chance), _words(8, chance), right=place == right) for place in range(4)
    ]
    question = ("Question", _question(number, chance))
    return [question, *option_fields(options), ("Explanation", "")]


def _question(number: int, chance: random.Random) -> str:
    return f"Which {_words(9, chance)} needs number {number}?"


def _words(count: int, chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _content(kind: Kind, pairs: list[tuple[str, str]], chance: random.Random) -> Content:
    html = " ".join(value for _, value in pairs)
    words = " ".join(_TAG.sub(" ", _BOLD.sub("", html)).split())
    return Content(kind.id, json.dumps(pairs), words, chance.choice(WORDS))
