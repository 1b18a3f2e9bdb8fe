"""The elements and attributes that an SVG of a stranger may have, and what may stand in them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    """Why an SVG is not shown."""

    NOT_SVG = "not an SVG"
    DOCTYPE = "document type or instruction"
    ELEMENT = "element"
    REFERENCE = "reference"
    HANDLER = "event handler"
    TOO_MUCH = "too much to draw"


class RefusedError(Exception):
    """Raised while an SVG is read, and caught where the reading began."""

    def __init__(self, fault: Fault, what: str) -> None:
        super().__init__(fault, what)
        self.fault = fault
        self.what = what


NAMESPACE: Final = "http://www.w3.org/2000/svg"
GROUPS: Final = frozenset({"svg", "g", "switch"})
GRADIENTS: Final = frozenset({"linearGradient", "radialGradient"})
ELEMENTS: Final = (
    GROUPS | GRADIENTS | {"circle", "clipPath", "defs", "desc", "ellipse", "line", "marker"}
    | {"metadata", "path", "polygon", "polyline", "rect", "stop", "style", "text", "title", "tspan"}
)  # fmt: skip
# Qt looks at names alone: what other programs keep in their own namespace must not be called so.
_CALLED_LIKE_SVG: Final = re.compile(
    r"a|animat\w*|audio|cursor|discard|embed|fe\w+|filter|font\S*|foreignobject|glyph\S*|handler"
    r"|hkern|iframe|image|listener|mask|missing-glyph|mpath|object|page\w*|pattern|prefetch|script"
    r"|set|solidcolor|symbol|tbreak|textarea|textpath|tref|use|video|view|vkern",
    re.IGNORECASE,
)
# Addresses, what draws one thing many times, and what moves things where only attributes are read.
_REFUSED: Final = frozenset({"base", "src", "marker", "marker-mid"})
_ADDRESS: Final = re.compile(r"url\s*\(", re.IGNORECASE)
COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PAINTS: Final = frozenset({"clip-path", "fill", "marker-end", "marker-start", "stroke"})
_INNER: Final = re.compile(r"#[\w.:-]{1,100}")
_PAINT: Final = re.compile(r"url\(\s*(?P<mark>[\"']?)#[\w.:-]{1,100}(?P=mark)\s*\)\s*[\w#(),. ]*")


def check_element(name: str, namespace: str) -> None:
    """Refuse elements that do more than draw."""
    if namespace in {"", NAMESPACE}:
        allowed = name in ELEMENTS
    else:
        drawn = ELEMENTS - {"desc", "metadata", "title"}
        allowed = name not in drawn and not _CALLED_LIKE_SVG.fullmatch(name)
    if not allowed:
        raise RefusedError(Fault.ELEMENT, name)


def check_attribute(element: str, name: str, value: str) -> None:
    """Refuse event handlers and whatever names something outside the drawing."""
    if name[:2].lower() == "on":
        raise RefusedError(Fault.HANDLER, name)
    harmless: object
    if name == "href":
        harmless = element in GRADIENTS and _INNER.fullmatch(value)
    elif _ADDRESS.search(value):
        harmless = name in _PAINTS and _PAINT.fullmatch(value.strip())
    else:
        harmless = name not in _REFUSED or value == "none"
    if not harmless:
        raise RefusedError(Fault.REFERENCE, name)


def declarations(style: str) -> dict[str, str]:
    """Read a style attribute; refuse what could hide a name from `check_attribute`."""
    if "\\" in style or "@" in style:
        raise RefusedError(Fault.REFERENCE, "style")
    pairs = (each.partition(":") for each in COMMENT.sub(" ", style).split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}
