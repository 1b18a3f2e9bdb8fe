"""Where in a value of JSON the cards are, and which topics stand above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from aws_flash.formats.json_cards.names import CARDS, INNER, may_be_card, plain_key, plain_keys

Path = tuple[str, ...]

_TITLES: Final = ("name", "title", "deck", "topic", "category")
_LONGEST_TITLE: Final = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A value that stands where a card may be; `where` says the place for a reader."""

    where: str
    value: Any
    path: Path


@dataclass(frozen=True, slots=True)
class _Waiting:
    where: str
    value: Any
    path: Path
    may_be_glossary: bool = True


def title_of(value: Any) -> str:
    """Return the name that a deck gives itself, empty where it has none."""
    if not isinstance(value, dict) or may_be_card(plain_keys(value)):
        return ""
    keys = {plain_key(name): one for name, one in value.items()}
    titles = (keys[key] for key in _TITLES if isinstance(keys.get(key), str))
    return next(titles, "")[:_LONGEST_TITLE]


def cards_in(root: Any) -> Iterator[Found]:
    """Yield all that may be a card, in the order of the file; no recursion on its depth.

    A list of objects holds cards or decks; an object of lists holds decks by name; an object of
    texts is a glossary.
    """
    waiting = [_Waiting("", root, ())]
    while waiting:
        at = waiting.pop()
        inner: list[_Waiting] = []
        if isinstance(at.value, list):
            yield from _in_list(at, inner)
        elif isinstance(at.value, dict):
            yield from _in_object(at, inner)
        waiting.extend(reversed(inner))


def _in_list(at: _Waiting, inner: list[_Waiting]) -> Iterator[Found]:
    for number, value in enumerate(at.value, 1):
        where = f"{at.where}, card {number}" if at.where else f"card {number}"
        if isinstance(value, dict) and not may_be_card(plain_keys(value)) and _holds_more(value):
            title = title_of(value)
            path = (*at.path, title) if title else at.path
            inner.append(_Waiting(title or where, value, path))
        else:
            yield Found(where, value, at.path)


def _in_object(at: _Waiting, inner: list[_Waiting]) -> Iterator[Found]:
    if may_be_card(plain_keys(at.value)):
        yield Found(at.where or "the file", at.value, at.path)
        return
    if at.may_be_glossary and _is_glossary(at.value):
        for term, meaning in at.value.items():
            yield Found(f"“{term[:60]}”", {"front": term, "back": meaning}, at.path)
        return
    has_texts = any(not isinstance(one, list | dict) for one in at.value.values())
    for name, value in at.value.items():
        if not isinstance(value, list | dict) or not value:
            continue
        is_plain = plain_key(name) in CARDS | INNER
        path = at.path if is_plain else (*at.path, name)
        where = at.where if is_plain else name[:60]
        # Beside texts stands what is said of a deck; there an object of texts is no glossary.
        inner.append(_Waiting(where, value, path, may_be_glossary=is_plain or not has_texts))


def _holds_more(value: dict[str, Any]) -> bool:
    """Tell whether an object in a list is a deck rather than a faulty card."""
    return any(isinstance(one, list | dict) and one for one in value.values()) and (
        bool(title_of(value)) or any(plain_key(name) in CARDS | INNER for name in value)
    )


def _is_glossary(value: dict[str, Any]) -> bool:
    keys = set(map(plain_key, value))
    is_told_apart = keys.isdisjoint({*_TITLES, "version", "description", "license", "id", "type"})
    return len(value) > 1 and is_told_apart and all(isinstance(one, str) for one in value.values())
