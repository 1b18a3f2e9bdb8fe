"""The one door for HTML of strangers, on every way out: to display, search, plain text and lint.

Two walls: `nesting` makes a bounded normal form of the input, so that the parser behind it can
neither choke nor guess; then nh3 (html5ever) keeps what `allowed` lists, each value judged here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from aws_flash.domain.html.allowed import ATTRIBUTES, ELEMENTS, EVERYWHERE
from aws_flash.domain.html.css import clean_declarations
from aws_flash.domain.html.nesting import bounded
from aws_flash.domain.media_name import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable

    import nh3

# Addresses that may be opened (after asking), and places on the card itself.
_LINK: Final = re.compile(
    r"(?:https?://[^\s/?#\\<>\"'`@]+(?:[/?#][^\s\\<>\"`]*)?|mailto:[^\s\\<>\"`:/]+@[^\s\\<>\"`:/]+)",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"#[\w-]{1,64}", re.ASCII)
_MAX_LINK: Final = 1_000
# Comments, which the cleaner drops, part a long text: html5ever takes 4 s for one of 400,000 signs
# from U+0080 to U+00BF, growing with the square of its length.
_LONG_TEXT: Final = re.compile(r"(?:\A|(?<=>))[^<>]{10000,}")
_PART: Final = re.compile(r"(?:[^&]|&[#\w]{1,31};){1,5000}")


def clean(html: str) -> str:
    """Return HTML that is safe and quick to show; of the rest the text is kept.

    Images are named by plain file names of the media folder; an image that is not so named becomes
    its alternative text. Bounds: see `open_elements`. Clean HTML comes back unchanged.
    """
    ordered = bounded(html)
    safe = _cleaner().clean(_LONG_TEXT.sub(_parted, ordered))
    return safe if safe == ordered else bounded(safe)


def _parted(text: re.Match[str]) -> str:
    return _PART.sub(r"\g<0><!---->", text[0])


def is_link(address: str) -> bool:
    """Whether a link on a card may lead there: http, https and mailto only."""
    return len(address) <= _MAX_LINK and _LINK.fullmatch(address) is not None


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3  # loaded with the first card, not with the program

    return nh3.Cleaner(
        tags=set(ELEMENTS),
        attributes={name: {*ATTRIBUTES.get(name, ()), *EVERYWHERE} for name in ELEMENTS},
        attribute_filter=_judge,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _judge(_element: str, name: str, value: str) -> str | None:
    judge = _JUDGES.get(name)
    return judge(value.strip()) or None if judge else None


def _href(value: str) -> str | None:
    return value if is_link(value) or _PLACE.fullmatch(value) else None


def _alternative(value: str) -> str:
    return " ".join(value.split())


def _classes(value: str) -> str:
    names = [name for name in value.split()[:8] if re.fullmatch(r"[\w-]{1,40}", name, re.ASCII)]
    return " ".join(names)


def _form(pattern: str) -> Callable[[str], str | None]:
    compiled = re.compile(pattern, re.IGNORECASE | re.ASCII)
    return lambda value: value.lower() if compiled.fullmatch(value) else None


def _number(least: int, largest: int) -> Callable[[str], str | None]:
    def judge(value: str) -> str | None:
        if not re.fullmatch(r"-?[0-9]{1,5}", value) or not least <= int(value) <= largest:
            return None
        return str(int(value))

    return judge


_COLOUR: Final = _form(r"[a-z]{3,25}|#[0-9a-f]{3}|#[0-9a-f]{6}")
_LENGTH: Final = _form(r"[0-9]{1,3}|1[0-9]{3}|100%|[0-9]{1,2}%")
_BULLET: Final = _form(r"disc|circle|square|none")
_JUDGES: Final[dict[str, Callable[[str], str | None]]] = {
    "align": _form(r"left|right|center|justify|top|middle|bottom"),
    "alt": _alternative,
    "bgcolor": _COLOUR,
    "border": _number(0, 20),
    "cellpadding": _number(0, 100),
    "cellspacing": _number(0, 100),
    "class": _classes,
    "color": _COLOUR,
    "colspan": _number(1, 50),
    "dir": _form(r"ltr|rtl|auto"),
    "face": lambda value: value if re.fullmatch(r"[\w ,'.-]{1,100}", value) else None,
    "height": _LENGTH,
    "href": _href,
    "id": lambda value: value if re.fullmatch(r"[\w-]{1,64}", value, re.ASCII) else None,
    "rowspan": _number(1, 50),
    "size": _form(r"[+-]?[1-7]"),
    "src": plain_name,
    "start": _number(-9999, 9999),
    "style": clean_declarations,
    "type": lambda value: value if value in {"1", "a", "A", "i", "I"} else _BULLET(value),
    "valign": _form(r"top|middle|bottom|baseline"),
    "value": _number(-9999, 9999),
    "width": _LENGTH,
}
