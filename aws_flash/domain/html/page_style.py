"""What a template's style sheet says of the card as a whole, for cards that are no pages.

Other programs show a card as a page whose body has the class `card`. What is handed on to all
letters in it counts here too; its ground and edges do not, for the card on the screen is ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from aws_flash.domain.html.css import declarations

_RULE: Final = re.compile(r"(?P<selectors>[^{}]+) \{ (?P<style>[^{}]*) \}")
_PAGE: Final = frozenset({"html", "body", ".card"})
_IN_PAGE: Final = re.compile(r"(?:html|body|\.card) +(?!>)")
_SIZE: Final = re.compile(r"([0-9.]+)(px|pt|r?em|%)")
_USUAL_SIZE: Final = 20.0
"""Pixels of the letters of a card whose author chose none."""
_USUAL: Final = frozenset({"arial", "black", "#000", "#000000"})
_PIXELS: Final = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}


def page_style(css: str) -> str:
    """Return the declarations that clean CSS has for all of a card, to stand in an element around.

    What other programs write into every new kind is no choice of its author: letters of the usual
    size, font and colour stay ours. Other sizes are said as so many times the usual one.
    """
    found: dict[str, str] = {}
    for rule in map(_RULE.fullmatch, css.split("\n")):
        if rule and not _PAGE.isdisjoint(rule["selectors"].split(", ")):
            found |= declarations(rule["style"])
    said = {name: said_as(found[name]) for name, said_as in _HANDED_ON.items() if name in found}
    return "; ".join(f"{name}: {value}" for name, value in said.items() if value)


def without_page(css: str) -> str:
    """Return clean CSS whose selectors need no page around: `.card b` becomes `b`."""
    lines = (line.partition(" { ") for line in css.split("\n"))
    return "\n".join(
        f"{', '.join(_IN_PAGE.sub('', each) for each in selectors.split(', '))}{brace}{style}"
        for selectors, brace, style in lines
    )


def _as_it_is(value: str) -> str:
    return value


def _unless_usual(value: str) -> str:
    return "" if value.strip("'").lower() in _USUAL else value


def _size(value: str) -> str:
    size = _SIZE.fullmatch(value)
    times = round(float(size[1]) * _PIXELS[size[2]] / _USUAL_SIZE, 2) if size else 1.0
    return "" if times == 1.0 else f"{times:g}em"


_HANDED_ON: Final[dict[str, Callable[[str], str]]] = {
    "color": _unless_usual,
    "font-family": _unless_usual,
    "font-size": _size,
    "font-style": _as_it_is,
    "font-weight": _as_it_is,
    "text-align": _as_it_is,
}
