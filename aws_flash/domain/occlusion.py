"""Parts of a picture that are hidden, as cloze holes say it (`image-occlusion:rect:left=.1:…`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isnan, nan
from typing import Final, Literal

MARK: Final = "image-occlusion:"
MAX_POINTS: Final = 100
"""Of a polygon with more corners the box around it is covered, which is drawn at once."""

_NUMBER: Final = re.compile(r"-?(?:[0-9]{1,6}\.?[0-9]{0,12}|\.[0-9]{1,12})")
# Programs round; what lies further outside the picture than this was not measured in fractions.
_MARGIN: Final = 0.5
_ShapeKind = Literal["rect", "ellipse", "polygon"]
_KINDS: Final[dict[str, _ShapeKind]] = {
    "rect": "rect", "ellipse": "ellipse", "polygon": "polygon"
}  # fmt: skip
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One hidden part. All lengths are fractions of the picture's width or height.

    `ordinals` are the cards that ask for it. With `others_hidden` the parts that other cards ask
    for are covered too. A polygon has `points`, and the box around them; `angle` is in degrees.
    """

    kind: _ShapeKind
    ordinals: tuple[int, ...]
    left: float
    top: float
    width: float
    height: float
    points: tuple[tuple[float, float], ...] = ()
    angle: float = 0.0
    others_hidden: bool = False


def shape(text: str, ordinals: tuple[int, ...]) -> Shape | None:
    """Read the contents of a hole; None when they describe no part of a picture."""
    if not text.startswith(MARK):
        return None
    kind, *properties = text[len(MARK) :].strip().split(":")
    values = dict(_pair(each) for each in properties)
    points = _points(values.get("points", "")) if kind == "polygon" else ()
    box = _box_around(points) if points else _box(values)
    name = _KINDS.get(kind)
    if name is None or not _inside(box) or (name == "polygon" and not points):
        return None
    if len(points) > MAX_POINTS:
        name, points = "rect", ()
    angle = _number(values.get("angle", "0"))
    others = values.get("oi") in {"1", "true"}
    return Shape(name, ordinals, *box, points, 0.0 if isnan(angle) else angle, others)


def _box(values: dict[str, str]) -> _Box:
    left, top = _number(values.get("left", "")), _number(values.get("top", ""))
    if "rx" in values:
        return left, top, 2 * _number(values["rx"]), 2 * _number(values.get("ry", ""))
    return left, top, _number(values.get("width", "")), _number(values.get("height", ""))


def _points(written: str) -> tuple[tuple[float, float], ...]:
    """At least three corners, or none at all."""
    pairs = (each.partition(",") for each in written.split())
    points = tuple((_number(x), _number(y)) for x, _, y in pairs)
    return points if len(points) > 2 else ()


def _box_around(points: tuple[tuple[float, float], ...]) -> _Box:
    if any(isnan(number) for point in points for number in point):
        return nan, nan, nan, nan
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top


def _inside(box: _Box) -> bool:
    """Whether it lies on the picture, more or less; no comparison holds for what is no number."""
    left, top, width, height = box
    fits = left >= -_MARGIN and top >= -_MARGIN and width > 0 and height > 0
    return fits and left + width <= 1 + _MARGIN and top + height <= 1 + _MARGIN


def _pair(written: str) -> tuple[str, str]:
    name, _, value = written.partition("=")
    return name.strip(), value.strip()


def _number(written: str) -> float:
    return float(written) if _NUMBER.fullmatch(written) else nan
