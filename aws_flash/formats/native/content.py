"""The content of a note: the keys of each kind as fields, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from aws_flash.domain.choice import Option, option_fields, options_of
from aws_flash.domain.html.escaping import escape_text, resolve
from aws_flash.domain.kind import MAX_OPTIONS
from aws_flash.domain.media_name import plain_name
from aws_flash.domain.picture import (
    Part,
    Picture,
    parts_markup,
    parts_of,
    picture_markup,
    picture_of,
    with_picture,
    without_picture,
)
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.values import (
    lines_in,
    list_in,
    needed_line,
    needed_text,
    object_with,
    text_in,
)

Fields = tuple[tuple[str, str], ...]

_OPTION: Final = frozenset({"text", "right", "reason", "pinned"})
_ROUNDING: Final = 0.001
_NUMBERS: Final = (int, float)
_PART: Final = frozenset({"label", "left", "top", "width", "height"})


def _asked(found: dict[str, Any], key: str) -> str:
    """The question with the picture that stands under it."""
    question = needed_text(found, key)
    shows = "picture" in found or "alt" in found
    return with_picture(question, _picture(found)) if shows else question


def _picture(found: dict[str, Any]) -> Picture:
    name = needed_line(found, "picture")
    if plain_name(name) != name:
        raise Fault("“picture” is not a plain file name")
    return Picture(name, text_in(found, "alt"))


def _answered_fields(found: dict[str, Any]) -> Fields:
    return (
        ("Question", _asked(found, "question")),
        ("Answer", needed_text(found, "answer")),
        ("Explanation", text_in(found, "explanation")),
    )


def _cloze_fields(found: dict[str, Any]) -> Fields:
    return (("Text", _asked(found, "text")), ("Explanation", text_in(found, "explanation")))


def _typed_fields(found: dict[str, Any]) -> Fields:
    return (
        ("Question", _asked(found, "question")),
        ("Answer", escape_text(needed_line(found, "answer"))),
        ("Accepted", "\n".join(map(escape_text, lines_in(found, "accepted")))),
        ("Explanation", text_in(found, "explanation")),
    )


def _choice_fields(found: dict[str, Any]) -> Fields:
    options = [_option(one) for one in list_in(found, "options")]
    if not 0 < len(options) <= MAX_OPTIONS:
        raise Fault(f"“options” has not 1 to {MAX_OPTIONS} entries")
    if not any(option.right for option in options):
        raise Fault("no option is right")
    return (
        ("Question", _asked(found, "question")),
        *option_fields(options),
        ("Explanation", text_in(found, "explanation")),
    )


def _option(found: object) -> Option:
    option = object_with(found, _OPTION, "an option")
    right, pinned = option.get("right", False), option.get("pinned", False)
    if right.__class__ is not bool or pinned.__class__ is not bool:
        raise Fault("“right” and “pinned” of an option are true or false")
    text, reason = option.get("text"), option.get("reason", "")
    if not (isinstance(text, str) and isinstance(reason, str) and text.strip()):
        raise Fault("an option is blank, or its text or reason is not a text")
    return Option(text, reason, right, pinned)


def _picture_fields(found: dict[str, Any]) -> Fields:
    parts = [_part(number, one) for number, one in enumerate(list_in(found, "parts"), start=1)]
    if not parts:
        raise Fault("“parts” is missing")
    return (
        ("Question", needed_text(found, "question")),
        ("Picture", picture_markup(_picture(found))),
        ("Parts", parts_markup(parts)),
        ("Explanation", text_in(found, "explanation")),
    )


def _part(number: int, found: object) -> Part:
    part = object_with(found, _PART, "a part")
    left, top = _fraction(part, "left"), _fraction(part, "top")
    width, height = _fraction(part, "width"), _fraction(part, "height")
    if not (width and height):
        raise Fault("a part has no size")
    if max(left + width, top + height) > 1 + _ROUNDING:
        raise Fault("a part reaches out of the picture")
    return Part(number, needed_line(part, "label"), left, top, width, height)


def _fraction(part: dict[str, Any], key: str) -> float:
    value = part.get(key)
    if isinstance(value, bool) or not isinstance(value, _NUMBERS) or not 0 <= value <= 1:
        raise Fault(f"“{key}” of a part is not a number from 0 to 1")
    return round(value, 6)


READ: Final[Mapping[str, Callable[[dict[str, Any]], Fields]]] = {
    "basic": _answered_fields,
    "reversed": _answered_fields,
    "cloze": _cloze_fields,
    "choice": _choice_fields,
    "typed": _typed_fields,
    "picture": _picture_fields,
}
"""By the guid of a kind: the fields that a note's keys make, or a Fault."""

_ANSWERED: Final = frozenset({"question", "answer", "picture", "alt", "explanation"})
KEYS: Final[Mapping[str, frozenset[str]]] = {
    "basic": _ANSWERED,
    "reversed": _ANSWERED,
    "cloze": frozenset({"text", "picture", "alt", "explanation"}),
    "choice": frozenset({"question", "options", "picture", "alt", "explanation"}),
    "typed": _ANSWERED | {"accepted"},
    "picture": frozenset({"question", "picture", "alt", "parts", "explanation"}),
}
"""By the guid of a kind: the keys that may hold its content."""


def content_keys(kind: str, fields: Fields) -> dict[str, Any]:
    """Return the keys that hold a note's content, in the order of the form.

    Where they could not hold it without loss, the fields stand there as they are, under "fields".
    """
    if kind not in READ:
        return {"fields": dict(fields)}
    keys = {key: value for key, value in _told(kind, dict(fields)).items() if value}
    try:
        lossless = READ[kind](keys) == fields
    except Fault:
        lossless = False
    return keys if lossless else {"fields": dict(fields)}


def _told(kind: str, held: Mapping[str, str]) -> dict[str, Any]:
    asked, shown = without_picture(held.get("Text" if kind == "cloze" else "Question", ""))
    picture = picture_of(held.get("Picture", "")) if kind == "picture" else shown
    answer = held.get("Answer", "")
    return {
        "question": "" if kind == "cloze" else asked,
        "answer": resolve(answer) if kind == "typed" else answer,
        "accepted": [resolve(line) for line in held.get("Accepted", "").split("\n") if line],
        "text": asked if kind == "cloze" else "",
        "options": [_told_option(option) for option in options_of(held.items())],
        "picture": picture.name if picture else "",
        "alt": picture.alt if picture else "",
        "parts": [_told_part(part) for part in parts_of(held.get("Parts", ""))],
        "explanation": held.get("Explanation", ""),
    }


def _told_option(option: Option) -> dict[str, Any]:
    told = {"text": option.text, "right": option.right, "reason": option.reason}
    return {**told, "pinned": True} if option.pinned else told


def _told_part(part: Part) -> dict[str, Any]:
    places = {"left": part.left, "top": part.top, "width": part.width, "height": part.height}
    whole = {key: int(value) if value == int(value) else value for key, value in places.items()}
    return {"label": part.label, **whole}
