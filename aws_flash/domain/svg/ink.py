"""How much line an SVG element draws, from above, before anything is drawn.

QtSvg's time goes with the length of all outlines: a path of 42 kB that crosses the canvas 5,000
times took 10 s. A curve is not longer than its control points joined up, and that is counted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NUMBER_FORM: Final = r"[+-]?+(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]{1,3}+)?"
_NUMBER: Final = re.compile(_NUMBER_FORM)
_COMMAND: Final = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^A-Za-z]*+(?:[eE][^A-Za-z]*+)*)")
# Two radii, an angle, two flags that need nothing around them, and where the arc ends.
_ARC: Final = re.compile(
    rf"[\s,]*+({_NUMBER_FORM})[\s,]*+({_NUMBER_FORM})[\s,]*+({_NUMBER_FORM})[\s,]*+"
    rf"([01])[\s,]*+([01])[\s,]*+({_NUMBER_FORM})[\s,]*+({_NUMBER_FORM})"
)
_NUMBERS_NEEDED: Final = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4}
_ROUND: Final = 7.0  # a little more than a whole circle by its radius
_Point = tuple[float, float]


def numbers(written: str) -> list[float]:
    """All numbers of an attribute, units left out."""
    return [float(number) for number in _NUMBER.findall(written)]


def scale(transform: str) -> float:
    """How much larger a transformation makes things at most; 1 when it makes them smaller."""
    factor = 1.0
    for name, values in re.findall(r"(scale|matrix)\s*\(([^)]*)\)", transform):
        given = [abs(number) for number in numbers(values)]
        factor *= max(1.0, sum(given[:4]) if name == "matrix" else max(given, default=1.0))
    return factor


def length(element: str, attributes: Mapping[str, str]) -> float:
    """Length of an element's outline in its own units, or more."""
    if element == "path":
        return _path_length(attributes.get("d", ""))
    if element in {"polyline", "polygon"}:
        points = numbers(attributes.get("points", ""))
        return 2 * _joined([*zip(points[::2], points[1::2], strict=False)])
    names = ("width", "height", "r", "rx", "ry", "x1", "x2", "y1", "y2")
    sizes = [abs(number) for name in names for number in numbers(attributes.get(name, ""))]
    return _ROUND * sum(sizes) if element in {"circle", "ellipse"} else 2 * sum(sizes)


def _joined(points: Sequence[_Point]) -> float:
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(points))


def _path_length(written: str) -> float:
    total, here, start = 0.0, (0.0, 0.0), (0.0, 0.0)
    for command, given in _COMMAND.findall(written):
        if command in "Zz":
            total += _joined([here, start])
            here = start
        for place, values in enumerate(_segments(command, given)):
            points = _points(command, values, here)
            if command in "Mm" and place == 0:
                start = points[-1]
            else:
                total += _joined([here, *points])
            if command in "Aa":
                total += _ROUND * max(abs(values[0]), abs(values[1]))
            here = points[-1]
    return total


def _segments(command: str, given: str) -> Iterator[list[float]]:
    if command in "Aa":
        yield from _arcs(given)
        return
    needed = _NUMBERS_NEEDED.get(command.upper(), 1)
    values = numbers(given)
    for begin in range(0, len(values) - needed + 1, needed):
        yield values[begin : begin + needed]


def _arcs(given: str) -> Iterator[list[float]]:
    position = 0
    while (arc := _ARC.match(given, position)) is not None:
        position = arc.end()
        yield [float(number) for number in arc.groups()]


def _points(command: str, values: list[float], here: _Point) -> list[_Point]:
    """The points that a segment goes by, last the one where it ends."""
    x, y = here if command.islower() else (0.0, 0.0)
    if command in "Hh":
        return [(x + values[0], here[1])]
    if command in "Vv":
        return [(here[0], y + values[0])]
    values = values[-2:] if command in "Aa" else values
    return [(x + across, y + down) for across, down in zip(values[::2], values[1::2], strict=True)]
