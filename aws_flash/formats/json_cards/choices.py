"""The options of a card to choose from, and which are right, in the ways that people write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from aws_flash.domain.choice import Option
from aws_flash.domain.kind import MAX_OPTIONS
from aws_flash.formats.json_cards.names import Role, plain_key, values_of
from aws_flash.formats.json_cards.values import Faulty, first_text, text_of

_RIGHT: Final = frozenset({"correct", "iscorrect", "right", "isright", "isanswer", "answer"})
_REASON: Final = frozenset({"explanation", "reason", "rationale", "feedback", "why"})
_LETTERS: Final = "abcdefgh"


@dataclass(frozen=True, slots=True)
class _Listed:
    """An option as the file lists it; `label` is what the right answer may call it by."""

    label: str
    option: Option


def options_in(card: Mapping[str, Any], base: int) -> tuple[Option, ...]:
    """Return the options of a card in plain text, none where it is no choice.

    `base` is the number of the first option where the file gives numbers, 0 or 1.

    Raises:
        Faulty: they make no sense, or none is right.
    """
    wrong = next((one for one in values_of(card, Role.WRONG) if isinstance(one, list)), None)
    listed = next((one for one in values_of(card, Role.OPTIONS) if _holds_options(one)), None)
    if wrong is not None and listed is None:
        return _checked(
            [Option(first_text(values_of(card, Role.RIGHT)), right=True), *_plain(wrong)]
        )
    if listed is None:
        return ()
    found = _listed(listed)
    if not any(one.option.right for one in found):
        found = _marked(found, values_of(card, Role.RIGHT), base)
    return _checked([one.option for one in found])


def first_number(cards: Iterable[Mapping[str, Any]]) -> int:
    """Return whether the right options of a file are counted from 0 or from 1."""
    from_one = False
    for card in cards:
        options = next((one for one in values_of(card, Role.OPTIONS) if _holds_options(one)), ())
        for value in values_of(card, Role.RIGHT):
            for number in value if isinstance(value, list) else [value]:
                if type(number) is not int:
                    continue
                if number == 0:
                    return 0
                from_one = from_one or number == len(options)
    return int(from_one)


def _holds_options(value: Any) -> bool:
    return isinstance(value, list | dict) and len(value) > 1


def _plain(values: Sequence[Any]) -> list[Option]:
    return [Option(text_of(value)) for value in values]


def _listed(value: list[Any] | dict[str, Any]) -> list[_Listed]:
    if isinstance(value, dict):
        return [_Listed(label, _option(one)) for label, one in value.items()]
    labels = _LETTERS.ljust(len(value), " ")
    return [_Listed(label, _option(one)) for label, one in zip(labels, value, strict=False)]


def _option(value: Any) -> Option:
    if not isinstance(value, dict):
        return Option(text_of(value))
    keys = {plain_key(name): one for name, one in value.items()}
    inside = next(
        (keys[key] for key in ("text", "option", "answer", "label") if key in keys), value
    )
    reason = next((keys[key] for key in _REASON if isinstance(keys.get(key), str)), "")
    return Option(text_of(inside), reason, right=any(keys.get(key) is True for key in _RIGHT))


def _marked(listed: list[_Listed], told: Iterable[Any], base: int) -> list[_Listed]:
    """Mark the options that the first telling value means."""
    for value in told:
        wanted = value if isinstance(value, list) else [value]
        right = {place for one in wanted for place in _meant(listed, one, base)}
        if right:
            return [
                replace(one, option=replace(one.option, right=place in right))
                for place, one in enumerate(listed)
            ]
    return listed


def _meant(listed: list[_Listed], value: Any, base: int) -> set[int]:
    """Return which options a value means: a number, a text of one, a letter, or several."""
    if type(value) is int:
        return {value - base} & set(range(len(listed)))
    if not isinstance(value, str):
        return set()
    texts = [one.option.text.strip() for one in listed]
    labels = {one.label.strip().casefold(): at for at, one in enumerate(listed)}
    words = [word.strip(".) ").casefold() for word in value.replace(";", ",").split(",")]
    if value.strip() in texts:
        return {texts.index(value.strip())}
    if all(word in labels for word in words):
        return {labels[word] for word in words}
    return {at for at, text in enumerate(texts) if text.casefold() == value.strip().casefold()}


def _checked(options: list[Option]) -> tuple[Option, ...]:
    filled = tuple(option for option in options if option.text.strip())
    if len(filled) > MAX_OPTIONS:
        raise Faulty(f"it has more than {MAX_OPTIONS} options")
    if not any(option.right for option in filled):
        raise Faulty("it does not say which option is right")
    return filled
