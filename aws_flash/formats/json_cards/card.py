"""An object of JSON as the fields of a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from aws_flash.domain import cloze
from aws_flash.domain.choice import option_fields
from aws_flash.formats.json_cards.choices import options_in
from aws_flash.formats.json_cards.names import Role, may_be_card, plain_key, values_of
from aws_flash.formats.json_cards.values import Faulty, first_text, text_of

Fields = tuple[tuple[str, str], ...]

_SIDES: Final = ("front", "back", "explanation")
_TYPE: Final = frozenset({"type", "kind", "cardtype", "model"})


@dataclass(frozen=True, slots=True)
class Shaped:
    """The kind of a note and its fields, already as HTML."""

    kind: str
    fields: Fields


def as_object(value: Any) -> Mapping[str, Any]:
    """Return what stands where a card may be as an object with keys as of `plain_key`.

    Raises:
        Faulty: it can be no card.
    """
    if isinstance(value, dict):
        card = {plain_key(name): one for name, one in reversed(value.items())}
        if not may_be_card(card.keys()):
            raise Faulty("it has no question and answer by names that are known here")
        return card
    if isinstance(value, list) and 2 <= len(value) <= 3:
        return dict(zip(_SIDES, value, strict=False))
    raise Faulty("it is no card")


def texts_in(card: Mapping[str, Any]) -> Iterable[str]:
    """Yield the texts of a card's content, for telling HTML and plain text apart."""
    for role in (Role.QUESTION, Role.ANSWER, Role.TEXT, Role.EXPLANATION):
        yield from (one for one in values_of(card, role) if isinstance(one, str))


def shaped(card: Mapping[str, Any], html: Callable[[str], str], base: int) -> Shaped:
    """Return a card's kind and fields; `html` makes HTML of a text, `base` as in `options_in`.

    Raises:
        Faulty: it lacks a side, or a value is of the wrong sort.
    """
    question = first_text(values_of(card, Role.QUESTION))
    text = first_text(values_of(card, Role.TEXT))
    explanation = html(first_text(values_of(card, Role.EXPLANATION)))
    holed = next((one for one in (text, question) if cloze.ordinals(one)), "")
    if holed:
        return Shaped("cloze", (("Text", html(holed)), ("Explanation", explanation)))
    question = question or text
    if not question.strip():
        raise Faulty("it has no question")
    if options := options_in(card, base):
        shown = [replace(one, text=html(one.text), reason=html(one.reason)) for one in options]
        ends = (("Explanation", explanation),)
        return Shaped("choice", (("Question", html(question)), *option_fields(shown), *ends))
    answer = _answer(card)
    kind = "reversed" if _asks_both_ways(card) else "basic"
    return Shaped(
        kind, (("Question", html(question)), ("Answer", html(answer)), ("Explanation", explanation))
    )


def _answer(card: Mapping[str, Any]) -> str:
    answer = first_text(values_of(card, Role.ANSWER))
    if not answer.strip():
        answer = first_text(value for value in values_of(card, Role.OPTIONS) if text_of(value))
    if not answer.strip():
        raise Faulty("it has no answer")
    return answer


def _asks_both_ways(card: Mapping[str, Any]) -> bool:
    if any(value is True for value in values_of(card, Role.BOTH_WAYS)):
        return True
    types = (str(card[name]).casefold() for name in _TYPE if name in card)
    return any("revers" in one for one in types)
