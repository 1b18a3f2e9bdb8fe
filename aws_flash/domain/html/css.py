"""Styles of strangers made harmless: known properties, simple values, bounded sizes.

A value is made of colours, numbers, words and, for fonts, quoted names; so nothing can be fetched
or run, there is no way to say it. What does not fit costs its own declaration or rule only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_SHEET: Final = 100_000
MAX_RULES: Final = 100
MAX_PARTS: Final = 24
"""Words, numbers and signs of one value; a list of fonts is the longest there is."""

_SIDES: Final = ("", "-bottom", "-left", "-right", "-top")
_PROPERTIES: Final = (
    frozenset({"background", "background-color", "border-collapse", "color", "direction", "font"})
    | {"font-family", "font-size", "font-style", "font-variant", "font-weight", "height"}
    | {"line-height", "list-style", "list-style-type", "max-width", "text-align"}
    | {"text-decoration", "text-decoration-line", "text-indent", "text-transform"}
    | {"vertical-align", "white-space", "width"}
    | {box + side for box in ("margin", "padding") for side in _SIDES}
    | {f"border{side}{part}" for side in _SIDES for part in ("", "-color", "-style", "-width")}
)
# Least and largest number by unit. Qt has no letters of 0 pixels, and draws none of 10,000.
_Limits = dict[str, tuple[float, float]]
_LETTERS: Final[_Limits] = {
    "px": (6, 120), "pt": (5, 90), "em": (0.4, 6), "rem": (0.4, 6), "%": (40, 600)
}  # fmt: skip
_LINES: Final[_Limits] = {
    "": (0.8, 4), "px": (6, 200), "pt": (5, 150), "em": (0.8, 4), "%": (80, 400)
}  # fmt: skip
_BORDERS: Final[_Limits] = {"": (0, 0), "px": (0, 20), "pt": (0, 15), "em": (0, 1)}
_LENGTHS: Final[_Limits] = {
    "": (0, 900), "px": (0, 2000), "pt": (0, 1500), "em": (0, 100), "rem": (0, 100), "%": (0, 100)
}  # fmt: skip
_INDENTS: Final[_Limits] = {"": (0, 0), "px": (-200, 200), "pt": (-150, 150), "em": (-10, 10)}

_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IMPORTANT: Final = re.compile(r"!\s*important\s*\Z", re.IGNORECASE)
_PART: Final = re.compile(
    r"""\s*+(?:
      (?P<hex>\#[0-9a-f]{3,8})(?![\w-])
    | (?P<function>(?:rgb|hsl)a?\([0-9.,%/\ ]{5,60}\))
    | (?P<number>[+-]?(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}))
      (?P<unit>px|pt|r?em|%|)(?![\w.%])
    | (?P<word>-?[a-z][a-z-]{0,30})(?![\w(])
    | (?P<quoted>"[\w\ .,+-]{1,60}"|'[\w\ .,+-]{1,60}')
    | (?P<sign>[,/])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPOUND: Final = r"(?=[\w.#*])(?:[a-zA-Z][a-zA-Z0-9]{0,20}|\*)?(?:[.#][a-zA-Z_][\w-]{0,60}){0,4}"
_SELECTOR: Final = re.compile(rf"{_COMPOUND}(?:(?:\s*+>\s*+|\s++){_COMPOUND}){{0,3}}", re.ASCII)


def clean_declarations(style: str) -> str:
    """Keep the harmless declarations of a style attribute, written in one way only."""
    kept: dict[str, str] = {}
    for declaration in _COMMENT.sub(" ", style).split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        cleaned = _clean_value(name, value) if name in _PROPERTIES else ""
        if name == "background":
            name = "background-color"
        if cleaned:
            kept.pop(name, None)  # the last one counts, and stands last
            kept[name] = cleaned
    return "; ".join(f"{name}: {value}" for name, value in kept.items())


def declarations(style: str) -> dict[str, str]:
    """Read what `clean_declarations` wrote: values by property."""
    pairs = (part.partition(": ") for part in style.split("; "))
    return {name: value for name, _, value in pairs if name}


def clean_css(css: str) -> str:
    """Keep the harmless rules of a template's style sheet, one a line.

    At-rules go, and so does each selector but tags, classes and ids within one another.
    """
    lines: list[str] = []
    for selectors, style in _rules(_COMMENT.sub(" ", css[:MAX_SHEET])):
        simple = [" ".join(each.split()) for each in selectors.split(",")]
        kept = [each for each in simple if _SELECTOR.fullmatch(each)]
        cleaned = clean_declarations(style)
        if kept and cleaned:
            lines.append(f"{', '.join(kept[:20])} {{ {cleaned} }}")
        if len(lines) == MAX_RULES:
            break
    return "\n".join(lines)


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules at the top; what is nested deeper is left out."""
    depth, begin, selectors, style = 0, 0, "", ""
    for sign in re.finditer(r"[{};]", css):
        before = css[begin : sign.start()]
        begin = sign.end()
        if sign[0] == "{":
            if depth == 0:
                selectors, style = before, ""
            depth += 1
        elif sign[0] == ";" and depth == 1:
            style += f"{before};"
        elif sign[0] == "}":
            if depth == 1 and not selectors.lstrip().startswith("@"):
                yield selectors, style + before
            depth = max(0, depth - 1)


def _clean_value(name: str, value: str) -> str:
    parts: list[str] = []
    value = _IMPORTANT.sub("", value).strip()
    position = 0
    while position < len(value):
        part = _PART.match(value, position)
        cleaned = _clean_part(name, part) if part else ""
        if not part or not cleaned or len(parts) == MAX_PARTS:
            return ""
        position = part.end()
        parts.append(cleaned)
    if name == "background" and len(parts) > 1:
        return ""
    return " ".join(parts).replace(" ,", ",")


def _clean_part(name: str, part: re.Match[str]) -> str:
    if part["hex"]:
        return _opaque(part["hex"].lower())
    if part["number"]:
        least, largest = _limits(name).get(part["unit"].lower(), (1.0, 0.0))
        fits = least <= float(part["number"]) <= largest
        return (part["number"] + part["unit"].lower()).lstrip("+") if fits else ""
    if part["quoted"]:
        return f"'{part['quoted'][1:-1]}'" if name in {"font", "font-family"} else ""
    return "".join(part[0].split()).lower() if part["function"] else part[0].strip()


def _opaque(colour: str) -> str:
    """A colour without its opacity, which Qt looks for at the other end; none if it is clear."""
    digits = len(colour) - 1
    if digits in {4, 8}:
        length = digits // 4
        return colour[:-length] if colour.endswith("f" * length) else ""
    return colour if digits in {3, 6} else ""


def _limits(name: str) -> Mapping[str, tuple[float, float]]:
    if name in {"font", "font-size"}:
        return _LETTERS
    if name == "line-height":
        return _LINES
    if name == "text-indent":
        return _INDENTS
    return _BORDERS if name.startswith("border") else _LENGTHS
