"""Whether an SVG of a stranger may be shown: plain drawing, nothing from elsewhere, within bounds.

QtSvg read a local file through `<image href>`, took 13.7 s for a `<use>` bomb of 1.9 kB, and takes
seconds for nested masks, many layers of opacity and sheets that match much. A file that needs more
than what `names` lists is refused whole.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from aws_flash.domain.svg import names as svg_names
from aws_flash.domain.svg.ink import length, numbers, scale
from aws_flash.domain.svg.names import Fault, RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES: Final = 2_000_000
MAX_ELEMENTS: Final = 3_000
MAX_DEPTH: Final = 50
MAX_LAYERS: Final = 100
MAX_STOPS: Final = 600
MAX_SHEET: Final = 20_000
MAX_RULES: Final = 200
MAX_INK: Final = 1_000.0
"""Length of all outlines, measured by the longer side of the canvas."""

MAX_DASHES: Final = 300_000.0
MAX_MARKERS: Final = 20_000
"""Elements drawn for the ends of lines: those inside markers times the lines that have some."""


_ENCODINGS: Final = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1252"})
_SHEET_REFUSED: Final = re.compile(r"[@\\]|url\s*\(|marker|transform", re.IGNORECASE)
_SHEET_LAYERS: Final = re.compile(r"(?<![\w-])opacity")
_SHEET_DASHES: Final = re.compile(r"stroke-dasharray\s*:([^;}]*)")


class Verdict(NamedTuple):
    """Whether it may be shown; if not, why, and the name of what was found."""

    safe: bool
    fault: Fault | None = None
    what: str = ""


def is_safe_svg(data: bytes) -> bool:
    """Whether an SVG may be handed to QtSvg."""
    return judge_svg(data).safe


def judge_svg(data: bytes) -> Verdict:
    """Judge a file by reading it once; no entity is resolved, nothing outside it is read."""
    if len(data) > MAX_BYTES:
        return Verdict(safe=False, fault=Fault.TOO_MUCH, what="bytes")
    judge = _Judge()
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = judge.start
    parser.EndElementHandler = judge.end
    parser.CharacterDataHandler = judge.text
    parser.XmlDeclHandler = judge.declaration
    parser.StartDoctypeDeclHandler = judge.doctype
    parser.EntityDeclHandler = judge.doctype
    parser.ProcessingInstructionHandler = judge.doctype
    parser.ExternalEntityRefHandler = judge.doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the last piece; C takes no name
        judge.finish()
    except RefusedError as error:
        return Verdict(safe=False, fault=error.fault, what=error.what[:80])
    except (ExpatError, ValueError, LookupError):
        return Verdict(safe=False, fault=Fault.NOT_SVG)
    return Verdict(safe=True)


class _Open(NamedTuple):
    """What an open element hands on to those inside."""

    name: str
    scale: float = 1.0
    dash: float = 0.0


class _Judge:
    """What was found so far; every method may raise RefusedError."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._elements = self._layers = self._groups = self._stops = 0
        self._in_markers = self._marked = 0
        self._canvas = self._ink = self._lines = self._dashes = 0.0
        self._sheet: list[str] = []

    def start(self, written: str, given: Mapping[str, str]) -> None:
        namespace, _, name = written.rpartition(" ")
        self._elements += 1
        self._refuse_if("elements", self._elements > MAX_ELEMENTS or len(self._open) >= MAX_DEPTH)
        svg_names.check_element(name, namespace)
        if (name == "svg") is bool(self._open):
            raise RefusedError(Fault.ELEMENT, "svg")
        found = {key.rpartition(" ")[2]: value for key, value in given.items()}
        style = svg_names.declarations(found.pop("style", ""))
        for key, value in (*found.items(), *style.items()):
            svg_names.check_attribute(name, key, value)
        self._refuse_if("transform in style", "transform" in style)
        self._measure(name, found | style)
        self._count_markers(name, found | style)

    def end(self, _written: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        if self._open and self._open[-1].name == "style":
            self._sheet.append(text)

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise RefusedError(Fault.NOT_SVG, encoding)

    def doctype(self, *_what: object) -> int:
        raise RefusedError(Fault.DOCTYPE, "")

    def finish(self) -> None:
        sheet = svg_names.COMMENT.sub(" ", "".join(self._sheet))
        if refused := _SHEET_REFUSED.search(sheet):
            raise RefusedError(Fault.REFERENCE, refused[0])
        self._refuse_if("rules", len(sheet) > MAX_SHEET or sheet.count("{") > MAX_RULES)
        layers = self._layers + (self._groups if _SHEET_LAYERS.search(sheet) else 0)
        self._refuse_if("layers", layers > MAX_LAYERS)
        steps = [_dash(written) for written in _SHEET_DASHES.findall(sheet)]
        finest = min((step for step in steps if step > 0), default=0.0)
        dashes = self._dashes + (self._lines / finest if finest else 0.0)
        self._refuse_if("dashes", not dashes <= MAX_DASHES)
        self._refuse_if("markers", self._in_markers * self._marked > MAX_MARKERS)
        self._refuse_if("lines", not self._ink <= MAX_INK * self._canvas)

    def _measure(self, name: str, found: Mapping[str, str]) -> None:
        if not self._open:
            self._canvas = _canvas(found)
        above = self._open[-1] if self._open else _Open("")
        dash = _dash(found["stroke-dasharray"]) if "stroke-dasharray" in found else above.dash
        here = _Open(name, above.scale * scale(found.get("transform", "")), dash)
        self._open.append(here)
        line = length(name, found)
        self._lines += line
        self._ink += line * here.scale
        self._dashes += line / dash if dash else 0.0
        self._stops += 1 if name == "stop" else 0
        self._refuse_if("stops", self._stops > MAX_STOPS)
        if name in svg_names.GROUPS:
            self._groups += 1
            self._layers += 1 if "opacity" in found else 0

    def _count_markers(self, name: str, found: Mapping[str, str]) -> None:
        inside = any(each.name == "marker" for each in self._open)
        marked = any(found.get(key, "none") != "none" for key in ("marker-start", "marker-end"))
        self._refuse_if("markers in markers", inside and marked)
        self._in_markers += 1 if inside else 0
        if marked:  # a group hands its own on to all elements inside
            self._marked += MAX_ELEMENTS if name in svg_names.GROUPS else 1

    def _refuse_if(self, what: str, is_too_much: object) -> None:
        if is_too_much:
            raise RefusedError(Fault.TOO_MUCH, what)


def _dash(written: str) -> float:
    """The mean length of the dashes and gaps of a line; 0 for none."""
    steps = [abs(step) for step in numbers(written)]
    return sum(steps) / len(steps) if steps else 0.0


def _canvas(found: Mapping[str, str]) -> float:
    """The longer side of the drawing; it must be said, by itself Qt measures what is drawn."""
    box = numbers(found.get("viewBox", ""))
    sides = box[2:4] if len(box) == 4 else [
        number
        for name in ("width", "height")
        if "%" not in found.get(name, "")
        for number in numbers(found.get(name, ""))
    ]  # fmt: skip
    if len(sides) != 2 or not all(isfinite(side) and side > 0 for side in sides):
        raise RefusedError(Fault.NOT_SVG, "size")
    return max(sides)
