"""Clean HTML said in the words that QTextDocument understands, so that it looks as it was meant.

Each cure answers a gap that was seen in Qt 6.12: pixels do not follow the user's text size; sizes
in em and % are passed over; headings and small print forget the size around them; what follows a
`div` runs on in its line, an image in that of any block; a table forgets how its surroundings
are aligned; `mark` has no ground; a `div` or `pre` has no border and no padding.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from aws_flash.domain.html.allowed import ATTRIBUTES, CELLS, EVERYWHERE, HEADINGS, TABLE_PARTS
from aws_flash.domain.html.css import declarations
from aws_flash.domain.html.escaping import escape_value
from aws_flash.domain.html.open_elements import MAX_TABLE_DEPTH
from aws_flash.domain.html.tokens import INLINE, VOID, attributes, tokens
from aws_flash.ui.card.qt_lengths import USUAL_SIZE, Lengths, bounded

CODE_BOX: Final = "code-box"
"""Class of the cell that a block of code stands in, so that a style sheet can give it a ground."""

_CODE_PADDING: Final = 10

_MAX_BOXES: Final = 100
_MAX_FONTS: Final = 20
_KNOWN: Final = EVERYWHERE.union(*ATTRIBUTES.values())
_RELATIVE: Final = {
    "h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67, "small": 0.83, "big": 1.2
}  # fmt: skip
_REWRITTEN: Final = ("style", "align", "width", "height", "face")
_MARKED: Final = {"background-color": "#fff3a3", "color": "#1d1d1f"}
_EDGE: Final = re.compile(r"(?:border(?!-collapse)|padding)[a-z-]*")
_NO_EDGE: Final = frozenset({"0", "0px", "none"})
_BOX_END: Final = "</td></tr></tbody></table>"


class _Frame(NamedTuple):
    """An open element, and what it hands on: size of letters in unscaled pixels, alignment.

    `sized` tells that the size was asked for by some element around. A line of text that needed a
    block of its own has no name.
    """

    name: str
    end: str
    size: float
    sized: bool = False
    align: str = ""


def for_qt(html: str, scale: float, size: float = USUAL_SIZE) -> str:
    """Rewrite clean HTML; `scale` is the user's text size, `size` the letters' around it at 1.

    Images stay as they are. The result is for showing only, not to be cleaned or stored.
    """
    page = _Page(Lengths(scale, size), MAX_TABLE_DEPTH - _table_depth(html))
    for kind, value, written in tokens(html):
        if kind == "text":
            page.text(value)
        elif kind == "open":
            page.start(value, written)
        else:
            page.end(value)
    return page.finished()


class _Page:
    """What was written, and the elements that are open."""

    __slots__ = (
        "_after_block", "_boxes", "_fonts", "_frames", "_lengths", "_open_boxes", "_parts", "_room"
    )  # fmt: skip

    def __init__(self, lengths: Lengths, room: int) -> None:
        self._lengths = lengths
        self._parts: list[str] = []
        self._frames = [_Frame("root", "", lengths.usual)]
        self._room = room  # how many boxes may stand in one another
        self._boxes = self._open_boxes = 0
        self._fonts: set[str] = set()
        self._after_block = False

    def text(self, text: str) -> None:
        if text.strip():
            self._begin_line()
        self._parts.append(text)

    def start(self, name: str, written: str) -> None:
        if name in INLINE:
            self._begin_line()
        else:
            self._end_line()
            self._after_block = False
        if name in VOID:
            self._parts.append(f"<{name}{written}>")
        elif self._is_plain(name, written):
            around = self._frames[-1]
            size = around.size * _RELATIVE.get(name, 1.0)
            frame = around._replace(name=name, end=f"</{name}>", size=size)
            self._push(f"<{name}{written}>", frame)
        else:
            self._start_styled(name, attributes(written, _KNOWN))

    def end(self, name: str) -> None:
        self._end_line()
        if self._frames[-1].name == name:
            self._pop()
        if name not in INLINE:
            self._after_block = name not in TABLE_PARTS

    def finished(self) -> str:
        while len(self._frames) > 1:
            self._pop()
        return "".join(self._parts)

    # Lines of text after a block, which need one of their own

    def _begin_line(self) -> None:
        if self._after_block:
            self._after_block = False
            self._push("<div>", self._frames[-1]._replace(name="", end="</div>"))

    def _end_line(self) -> None:
        if not self._frames[-1].name:
            self._pop()

    # Elements

    def _is_plain(self, name: str, written: str) -> bool:
        around = self._frames[-1]
        if around.sized or name in {"center", "mark", "pre"} or (name == "td" and around.align):
            return False
        return not any(f'{each}="' in written for each in _REWRITTEN)

    def _start_styled(self, name: str, given: dict[str, str]) -> None:
        around = self._frames[-1]
        style = declarations(given.pop("style", ""))
        self._keep_few_fonts(given, "face")
        self._keep_few_fonts(style, "font-family")
        self._keep_few_fonts(style, "font")
        frame = _inside(name, given, style, around, self._lengths)
        style = _in_pixels(style, frame, self._lengths)
        name, style = _renamed(name, style)
        frame = frame._replace(end=f"</{name}>")
        if name in CELLS or name == "table":
            _say_sizes(given, style, self._lengths)
        if name == "td" and around.align and "align" not in given and "text-align" not in style:
            given["align"] = around.align
        if name == "div" and _has_edges(style) and self._has_room_for_box():
            self._push(_box(given, style), frame._replace(end=_BOX_END))
        elif name == "pre" and self._has_room_for_box():
            room = {"padding": self._lengths.pixels(_CODE_PADDING)}
            begin = _box({"class": CODE_BOX}, room) + _tag(name, given, style)
            self._push(begin, frame._replace(end=frame.end + _BOX_END))
        else:
            self._push(_tag(name, given, style), frame)

    def _keep_few_fonts(self, held: dict[str, str], name: str) -> None:
        """Drop further names of fonts: Qt takes half a millisecond to look for one."""
        fonts = self._fonts.union(held[name].split(",")) if name in held else self._fonts
        if len(fonts) > _MAX_FONTS:
            del held[name]
        else:
            self._fonts = fonts

    def _has_room_for_box(self) -> bool:
        return self._open_boxes < self._room and self._boxes < _MAX_BOXES

    def _push(self, begin: str, frame: _Frame) -> None:
        self._parts.append(begin)
        self._frames.append(frame)
        if frame.end.endswith(_BOX_END):
            self._boxes += 1
            self._open_boxes += 1

    def _pop(self) -> None:
        frame = self._frames.pop()
        self._parts.append(frame.end)
        if frame.end.endswith(_BOX_END):
            self._open_boxes -= 1


def _table_depth(html: str) -> int:
    """How deep the tables of clean HTML are nested."""
    depth = deepest = 0
    for tag in re.findall(r"</?table\b", html):
        depth += 1 if tag == "<table" else -1
        deepest = max(deepest, depth)
    return deepest


def _inside(
    name: str, given: dict[str, str], style: dict[str, str], around: _Frame, lengths: Lengths
) -> _Frame:
    """What an element hands on to those inside it."""
    factor = _RELATIVE.get(name, 1.0)
    size = lengths.font_size(style.get("font-size", ""), around.size)
    own = bounded(around.size * factor) if size is None else size
    placed = "" if name == "table" else given.get("align", "center" if name == "center" else "")
    align = style.get("text-align") or placed or around.align
    return _Frame(name, f"</{name}>", own, around.sized or size is not None, align)


def _in_pixels(style: dict[str, str], frame: _Frame, lengths: Lengths) -> dict[str, str]:
    """A style with all lengths in pixels; the size of letters is said where Qt would lose it."""
    scaled = {
        name: lengths.scaled(value, frame.size)
        for name, value in style.items()
        if name != "font-size"
    }
    if "font-size" in style or (frame.sized and frame.name in _RELATIVE):
        scaled["font-size"] = lengths.pixels(frame.size)
    return scaled


def _renamed(name: str, style: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Headings and small print keep to the document's size, so with one of their own they go."""
    if name == "mark":
        return "span", _MARKED | style
    if name in _RELATIVE and "font-size" in style:
        return ("p", {"font-weight": "bold"} | style) if name in HEADINGS else ("span", style)
    return name, style


def _say_sizes(given: dict[str, str], style: dict[str, str], lengths: Lengths) -> None:
    """Widths and heights of tables and cells as attributes, which alone count."""
    for side in ("width", "height"):
        if given.get(side, "").isdigit():
            given[side] = lengths.pixels(float(given[side])).removesuffix("px")
        if side in style:
            given[side] = style.pop(side).removesuffix("px")


def _has_edges(style: dict[str, str]) -> bool:
    return any(_EDGE.fullmatch(name) and value not in _NO_EDGE for name, value in style.items())


def _box(given: dict[str, str], style: dict[str, str]) -> str:
    """The begin of a table with one cell, in place of a block with edges."""
    width = style.pop("width", "100%").removesuffix("px")
    outer = {"border": "none"} | {n: v for n, v in style.items() if n.startswith("margin")}
    inner = {"border": "none", "padding": "0px"}
    inner |= {n: v for n, v in style.items() if not n.startswith("margin")}
    table = _tag("table", {"width": width, "cellspacing": "0"}, outer)
    return f"{table}<tbody><tr>{_tag('td', given, inner)}"


def _tag(name: str, given: dict[str, str], style: dict[str, str]) -> str:
    written = "".join(f' {each}="{escape_value(value)}"' for each, value in given.items())
    if style:
        written += f' style="{escape_value("; ".join(f"{n}: {v}" for n, v in style.items()))}"'
    return f"<{name}{written}>"
