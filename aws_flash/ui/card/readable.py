"""Colours that authors chose, kept readable on the surface of the look in force.

Pure functions over text: a colour that is written into a card's HTML or style sheet changes only
where it would not be read (contrast below 4.5 : 1, WCAG 2.2 criterion 1.4.3).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtGui import QColor

LEAST = 4.5
_GROUND_LEAST = 7.0  # of ink on a tint: more, since coloured letters may stand on it too
_NEUTRAL = 0.12
_STEPS = 12
_ROUNDING = 0.1  # colours are written in 8 bits a part

_STYLE = re.compile(r'(?<=\sstyle=")[^"]*')
_ATTRIBUTE = re.compile(r'\s(?P<name>bgcolor|color)="(?P<value>[^"]*)"')
_BODY = re.compile(r"(?<=\{)[^{}]*")
_DECLARATION = re.compile(
    r"(?P<name>(?<![\w-])(?:color|background-color|background))\s*:\s*(?P<value>[^;]+)(?P<end>;|$)"
)
_FUNCTION = re.compile(r"(?P<kind>rgb|hsl)a?\((?P<parts>[^)]*)\)", re.IGNORECASE)


class Paper(NamedTuple):
    """What a card is written on, and with."""

    surface: QColor
    ink: QColor


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_text(color: QColor, paper: Paper) -> QColor:
    """The colour itself, else one of its hue that can be read; greys become plain ink."""
    if contrast(color, paper.surface) >= LEAST:
        return color
    if color.hslSaturationF() < _NEUTRAL or color.lightnessF() in (0.0, 1.0):
        return paper.ink
    return _moved(color, towards=paper.ink, against=paper.surface, least=LEAST)


def readable_ground(color: QColor, paper: Paper) -> QColor | None:
    """The colour itself if ink can be read on it, else a deeper tint; None: better no ground."""
    if contrast(color, paper.ink) >= LEAST:
        return color
    if color.hslSaturationF() < _NEUTRAL or color.lightnessF() in (0.0, 1.0):
        return None
    return _moved(color, towards=paper.surface, against=paper.ink, least=_GROUND_LEAST)


def readable_html(html: str, paper: Paper) -> str:
    """Adapt the colours in the style, color and bgcolor attributes of cleaned HTML."""
    if "color" not in html and "background" not in html:
        return html
    html = _STYLE.sub(lambda found: _declarations(found[0], paper), html)
    return _ATTRIBUTE.sub(lambda found: _attribute(found, paper), html)


def readable_sheet(css: str, paper: Paper) -> str:
    """Adapt the colours in a cleaned style sheet."""
    return _BODY.sub(lambda found: _declarations(found[0], paper), css)


def _declarations(style: str, paper: Paper) -> str:
    return _DECLARATION.sub(lambda found: _declaration(found, paper), style)


def _declaration(found: re.Match[str], paper: Paper) -> str:
    value = _adapted(found["name"], found["value"], paper)
    return f"{found['name']}: {value}{found['end']}" if value else ""


def _attribute(found: re.Match[str], paper: Paper) -> str:
    value = _adapted(found["name"], found["value"], paper)
    return f' {found["name"]}="{value}"' if value else ""


def _adapted(name: str, value: str, paper: Paper) -> str:
    """The value to write instead; empty when the ground is best left out."""
    color = _parsed(value.strip())
    if color is None:
        return value
    if name == "color":
        return readable_text(color, paper).name()
    ground = readable_ground(color, paper)
    return ground.name() if ground else ""


def _parsed(value: str) -> QColor | None:
    """A CSS colour without its transparency; None for words that name no colour."""
    function = _FUNCTION.fullmatch(value)
    if function:
        return _from_function(function["kind"].lower(), function["parts"])
    if value.startswith("#") and len(value) in (5, 9):
        value = value[: 4 if len(value) == 5 else 7]
    color = QColor.fromString(value)
    return color if color.isValid() and value.lower() != "transparent" else None


def _from_function(kind: str, written: str) -> QColor | None:
    parts = re.findall(r"([0-9.]+)(%?)", written)[:3]
    try:
        numbers = [(float(number), bool(percent)) for number, percent in parts]
    except ValueError:
        return None
    if len(numbers) < 3:
        return None
    if kind == "hsl":
        hue, saturation, lightness = (number for number, _ in numbers)
        return QColor.fromHslF(
            hue % 360 / 360, min(saturation, 100.0) / 100, min(lightness, 100.0) / 100
        )
    red, green, blue = (min(number / (100 if percent else 255), 1.0) for number, percent in numbers)
    return QColor.fromRgbF(red, green, blue)


def _moved(color: QColor, *, towards: QColor, against: QColor, least: float) -> QColor:
    """The nearest lightness on the way to another's at which the contrast is reached.

    Falls back to the other colour itself when the way is too short.
    """
    goal = 1.0 if _luminance(towards) > _luminance(against) else 0.0
    near, far = color.lightnessF(), goal
    hue, saturation = max(color.hslHueF(), 0.0), color.hslSaturationF()
    for _ in range(_STEPS):
        middle = (near + far) / 2
        enough = contrast(QColor.fromHslF(hue, saturation, middle), against) >= least + _ROUNDING
        near, far = (near, middle) if enough else (middle, far)
    found = QColor.fromHslF(hue, saturation, far)
    return found if contrast(found, against) >= least else towards


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
