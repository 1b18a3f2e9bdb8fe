"""Values of JSON as what a card wants of them: a text, words, true or false."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from aws_flash.formats.gathering import tag_of

MAX_WORDS: Final = 200
_INSIDE: Final = ("text", "html", "content", "value", "markdown")


class Faulty(Exception):  # noqa: N818 - named for what was found
    """A value that makes no part of a card; the text says why."""


def text_of(value: Any) -> str:
    """Return a value as text: also numbers, lists of texts as lines, objects that hold a text.

    Raises:
        Faulty: it is none of these.
    """
    if isinstance(value, list):
        if not all(isinstance(one, str | int) for one in value):
            raise Faulty("a list in it holds more than texts")
        return "\n".join(map(_scalar, value))
    if isinstance(value, dict):
        inside = next((value[key] for key in _INSIDE if isinstance(value.get(key), str)), None)
        if inside is None:
            raise Faulty("an object stands where a text belongs")
        return str(inside)
    return _scalar(value)


def first_text(values: Iterable[Any]) -> str:
    """Return the first of several values that is no empty text; raises Faulty."""
    return next((text for value in values if (text := text_of(value)).strip()), "")


def words_of(values: Iterable[Any]) -> tuple[str, ...]:
    """Return tags: a list of them, or one text with commas or spaces between; odd ones fall out."""
    for value in values:
        if isinstance(value, str):
            words = value.split(",") if "," in value else value.split()
        elif isinstance(value, list):
            words = [word for word in value if isinstance(word, str)]
        else:
            continue
        return tuple(dict.fromkeys(filter(None, map(tag_of, words))))[:MAX_WORDS]
    return ()


def path_of(values: Iterable[Any]) -> tuple[str, ...]:
    """Return the path that a topic's name is: names between "::" or "/", or a list of names."""
    for value in values:
        if isinstance(value, str) and value.strip():
            return tuple(value.split("::"))
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            return tuple(value)
        if isinstance(value, dict) and isinstance(value.get("name"), str):
            return (value["name"],)
    return ()


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
