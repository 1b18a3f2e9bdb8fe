"""Lengths of style declarations in the pixels that Qt takes, at the user's text size."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from aws_flash.domain.html.css import declarations

USUAL_SIZE: Final = 20.0
"""Pixels of a card's letters before the user's text size, unless told otherwise."""

SMALLEST: Final = 6.0
LARGEST: Final = 120.0

_LENGTH: Final = re.compile(r"(?<![\w#.])(-?(?:[0-9]+\.?[0-9]*|\.[0-9]+))(px|pt|r?em)(?![\w.])")
_RELATIVE: Final = re.compile(r"([0-9.]+)(px|pt|em|rem|%)")
_NAMED: Final = {
    "xx-small": 0.6, "x-small": 0.75, "small": 0.89, "medium": 1.0, "large": 1.2, "x-large": 1.5,
    "xx-large": 2.0,
}  # fmt: skip
_STEPS: Final = {"smaller": 0.83, "larger": 1.2}


class Lengths(NamedTuple):
    """The user's text size as a factor, and the usual size of letters in pixels before it."""

    scale: float
    usual: float

    def font_size(self, value: str, around: float) -> float | None:
        """Size of letters in pixels, before the user's text size; None for no size."""
        if value in _NAMED:
            return self.usual * _NAMED[value]
        if value in _STEPS:
            return bounded(around * _STEPS[value])
        found = _RELATIVE.fullmatch(value)
        if found is None:
            return None
        units = {"px": 1.0, "pt": 4 / 3, "em": around, "rem": self.usual, "%": around / 100}
        return bounded(float(found[1]) * units[found[2]])

    def scaled(self, value: str, letters: float) -> str:
        """A value with its lengths in pixels at the user's text size; percentages stay."""

        def pixels(found: re.Match[str]) -> str:
            units = {"px": 1.0, "pt": 4 / 3, "em": letters, "rem": self.usual}
            return self.pixels(float(found[1]) * units[found[2]])

        return _LENGTH.sub(pixels, value)

    def pixels(self, length: float) -> str:
        """A length at the user's text size, as CSS writes it; hair lines stay visible."""
        scaled = round(length * self.scale)
        return f"{scaled or (1 if length > 0 else 0)}px"


def sheet_for_qt(css: str, scale: float, size: float = USUAL_SIZE) -> str:
    """Rewrite a clean style sheet as `qt_html.for_qt` does the HTML that goes with it."""
    lengths = Lengths(scale, size)
    return re.sub(r"\{ (.*) \}", lambda rule: f"{{ {_style(rule[1], lengths)} }}", css)


def _style(written: str, lengths: Lengths) -> str:
    style = declarations(written)
    letters = lengths.font_size(style.get("font-size", ""), lengths.usual)
    parts = [
        (name, lengths.scaled(value, letters or lengths.usual))
        for name, value in style.items()
        if name != "font-size"
    ]
    if letters is not None:
        parts.append(("font-size", lengths.pixels(letters)))
    return "; ".join(f"{name}: {value}" for name, value in parts)


def bounded(size: float) -> float:
    """A size of letters that can be read and drawn."""
    return min(max(size, SMALLEST), LARGEST)
