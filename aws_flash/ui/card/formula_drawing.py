"""One formula drawn by ziamath, where that extra is installed, within a bound of time.

TeX comes from strangers. Measured with ziamath 0.13: the usual formula takes 5 ms, the first one
250 ms more; fractions nested 24 deep would take hours, since each level doubles the time.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from threading import Lock
from time import thread_time
from typing import TYPE_CHECKING, Final, NamedTuple

from aws_flash.domain.svg.judging import is_safe_svg

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from aws_flash.domain.formula import Formula

INK: Final = "black"
"""The colour that stands in a drawing where the text's own is to be taken."""

LONGEST: Final = 2.0
"""Seconds of work that a formula may take, however busy the machine is with something else."""

_SIZE: Final = 100.0
_MARGIN: Final = 4.0  # lest the edges of the letters be cut
_WIDEST: Final = 200.0
_HIGHEST: Final = 60.0
_GENERATOR: Final = 0x20
# Macros of a formula's own multiply what is written.
_MACRO: Final = re.compile(
    r"\\(?:def|edef|gdef|let|newcommand|providecommand|renewcommand)(?![a-z])"
)
# ziamath reads its font by moving about in one file: two threads would read each other's places.
_ONE_AT_A_TIME: Final = Lock()


class Drawing(NamedTuple):
    """A picture as SVG, and its size in letters of the text around it, from the base line."""

    svg: str
    width: float
    ascent: float
    descent: float


class _TooLongError(BaseException):
    """The time is up; not an Exception, lest the drawing catch it and go on."""


def draw_formula(formula: Formula) -> Drawing | None:
    """A formula as it is printed; None if that cannot be done here: its source is shown then."""
    if _MACRO.search(formula.tex):
        return None
    try:
        with _ONE_AT_A_TIME:
            drawing = _within_time(lambda: _draw(formula))
    except _TooLongError:
        return None
    except Exception:  # noqa: BLE001 - TeX of strangers brings out errors of a dozen kinds
        return None
    fits = 0 < drawing.width <= _WIDEST and 0 < drawing.ascent + drawing.descent <= _HIGHEST
    return drawing if fits and is_safe_svg(drawing.svg.encode()) else None


def _draw(formula: Formula) -> Drawing:
    """Raise ImportError without the extra, and whatever ziamath may raise."""
    ziamath, tex = import_module("ziamath"), import_module("ziamath.tex")
    ziamath.config.svg2 = False  # glyphs as outlines, without references within the file
    mathml = tex.tex2mml(formula.tex.removesuffix(r"\\"), inline=not formula.displayed)
    if "\\" in mathml:
        raise ValueError(mathml)  # a command that it does not know, and would show as letters
    drawn = ziamath.Math(mathml, size=_SIZE, margin=_MARGIN)
    box = drawn.node.bbox
    return Drawing(
        drawn.svg(),
        (box.xmax - box.xmin + 2 * _MARGIN) / _SIZE,
        (box.ymax + _MARGIN) / _SIZE,
        (_MARGIN - box.ymin) / _SIZE,
    )


def _within_time(draw: Callable[[], Drawing]) -> Drawing:
    """Look at the clock whenever a function begins: Python can stop a thread in no other way."""
    import_module("ziamath")
    before, end = sys.gettrace(), thread_time() + LONGEST

    def look(frame: FrameType, _event: str, _argument: object) -> None:
        # Raised where a generator is being put away, it would be swallowed, and nobody look again.
        if thread_time() > end and not frame.f_code.co_flags & _GENERATOR:
            raise _TooLongError

    sys.settrace(look)
    try:
        return draw()
    finally:
        sys.settrace(before)
