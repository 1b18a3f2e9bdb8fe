"""Pictures in fields, and the parts of a picture that are covered: as values and as HTML.

A covered part is written as a hole of a text, in the notation of Anki's image occlusion, with the
label in the place of a hint: `{{c1::image-occlusion:rect:left=.1:top=.2:…::label}}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from aws_flash.domain import occlusion
from aws_flash.domain.html.escaping import escape_text, escape_value, resolve
from aws_flash.domain.html.nesting import bounded
from aws_flash.domain.html.tokens import attributes, tokens
from aws_flash.domain.media_name import plain_name

_PART: Final = re.compile(
    r"\{\{c(?P<number>[1-9][0-9]{0,2})::(?P<shape>image-occlusion:(?:(?!::)[^{}])*)"
    r"(?:::(?P<label>[^{}]*+))?\}\}"
)
_SIDES: Final = ("left", "top", "width", "height")
_BEFORE, _AFTER = "<div>", "</div>"
# A label must not end or nest the hole that it stands in.
_HOLE_SIGNS: Final = {ord(sign): f"&#{ord(sign)};" for sign in "{}:"}


@dataclass(frozen=True, slots=True)
class Picture:
    """The name of a medium, and what it shows in words; both plain text."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of a picture, in fractions of its width and height from the top left corner.

    `number` is the ordinal of its card; `label`, plain text, is the answer.
    """

    number: int
    label: str
    left: float
    top: float
    width: float
    height: float


def picture_markup(picture: Picture) -> str:
    """Return the HTML that shows a picture."""
    return f'<img src="{escape_value(picture.name)}" alt="{escape_value(picture.alt)}">'


def picture_of(markup: str) -> Picture | None:
    """Return the first picture in a field's HTML."""
    for token in tokens(markup):
        if token.kind == "open" and token.value == "img":
            held = attributes(token.attributes, ("src", "alt"))
            return Picture(held.get("src", ""), held.get("alt", ""))
    return None


def picture_shown(markup: str, hidden: Iterable[str] = ()) -> Picture | None:
    """Return the first picture in HTML that is not trusted, as a card may show it.

    Its name is the one that the media folder knows, and its words leave out what is `hidden`.
    """
    picture = picture_of(bounded(markup))
    if picture is None:
        return None
    alt = picture.alt
    for label in hidden:
        alt = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", "[\u2026]", alt, flags=re.IGNORECASE)
    return Picture(plain_name(picture.name) or picture.name, alt)


def with_picture(markup: str, picture: Picture) -> str:
    """Return HTML with a picture under it, which `without_picture` takes off again."""
    return f"{markup}{_BEFORE}{picture_markup(picture)}{_AFTER}"


def without_picture(markup: str) -> tuple[str, Picture | None]:
    """Return HTML without the picture that `with_picture` put under it, and that picture."""
    above, before, last = markup.rpartition(_BEFORE)
    picture = picture_of(last) if before else None
    if picture is None or with_picture(above, picture) != markup:
        return markup, None
    return above, picture


def parts_of(markup: str) -> tuple[Part, ...]:
    """Return the covered parts that a field holds, in its order.

    Of a part that is no rectangle this is the box around it.
    """
    return tuple(part for found in _PART.finditer(markup) if (part := _part(found)) is not None)


def parts_markup(parts: Iterable[Part]) -> str:
    """Return the field that holds these parts; places are rounded to a millionth."""
    return "<br>".join(_written(part) for part in parts)


def _part(found: re.Match[str]) -> Part | None:
    number = int(found["number"])
    place = occlusion.shape(found["shape"], (number,))
    if place is None:
        return None
    label = resolve(found["label"] or "")
    return Part(number, label, place.left, place.top, place.width, place.height)


def _written(part: Part) -> str:
    sides = (part.left, part.top, part.width, part.height)
    place = ":".join(f"{name}={_fraction(side)}" for name, side in zip(_SIDES, sides, strict=True))
    label = escape_text(part.label).translate(_HOLE_SIGNS)
    return f"{{{{c{part.number}::image-occlusion:rect:{place}::{label}}}}}"


def _fraction(side: float) -> str:
    return f"{side:.6f}".rstrip("0").rstrip(".").lstrip("0") or "0"
