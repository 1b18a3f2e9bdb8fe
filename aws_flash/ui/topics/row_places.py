"""Where the parts of a row lie: chevron, name, box bar, number."""

from __future__ import annotations

from typing import NamedTuple

from aws_flash.ui.widgets.box_bar import BAR_WIDTH

ROW_HEIGHT = 29
INSET = 8
_FIRST_NAME = 38
_INDENT = 20
_NAME_OF_DEPTH_0 = 30
_CHEVRON_BEFORE_NAME = 13
_END = 10
_NUMBER_GAP = 6
_NAME_GAP = 5
_LEAST_NAME = 84


class RowPlaces(NamedTuple):
    """Horizontal places in pixels; `bar` is None where there is no room for one.

    `chevron` is a middle, the others are left edges; `name_end` and `end` are right ones.
    """

    chevron: int
    name: int
    name_end: int
    bar: int | None
    end: int


def row_places(width: int, depth: int, number: int, scale: float) -> RowPlaces:
    """Lay out a row that is `width` wide, its inset included; `number` is the widest number.

    A root stands as drawn, a little further in than its depth says. The bar goes first when the
    row is narrow, then deep rows are indented less.
    """
    end = width - INSET - round(_END * scale)
    bar_end = end - number - round(_NUMBER_GAP * scale)
    bar = bar_end - round(BAR_WIDTH * scale)
    least = round(_LEAST_NAME * scale)
    name = _name_start(depth, scale)
    gap = round(_NAME_GAP * scale)
    if bar - gap - name < least:
        name = min(name, max(bar_end - least, _name_start(0, scale)))
        return RowPlaces(_chevron(name, scale), name, bar_end, None, end)
    return RowPlaces(_chevron(name, scale), name, bar - gap, bar, end)


def depth_at(x: int, scale: float) -> int:
    """Return the depth of a row whose name would begin at `x`."""
    return max(round((x / scale - _NAME_OF_DEPTH_0) / _INDENT), 0)


def _name_start(depth: int, scale: float) -> int:
    start = _NAME_OF_DEPTH_0 + _INDENT * depth if depth else _FIRST_NAME
    return round(start * scale)


def _chevron(name: int, scale: float) -> int:
    return name - round(_CHEVRON_BEFORE_NAME * scale)
