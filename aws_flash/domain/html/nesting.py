"""HTML put in order: well nested and within bounds, so that no reader after it can choke on it.

The result is a normal form: an HTML5 parser makes exactly the tree from it that the tags say, with
nothing to mend. Misnested tags are closed, tables get their missing parts, what is too much or too
deep keeps only its text. One pass, no recursion; the bounds stand in `open_elements`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from aws_flash.domain.html.allowed import (
    ALIASES,
    BLOCKS,
    CELLS,
    ELEMENTS,
    HEADINGS,
    SECTIONS,
    TABLE_PARTS,
    WRITTEN_OUT,
)
from aws_flash.domain.html.open_elements import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_TABLE_DEPTH,
    OpenElements,
)
from aws_flash.domain.html.tokens import INLINE, VOID, tokens

_SPACES: Final = " \t\n"
_MAX_TAG: Final = 5_000
_INLINE_FILE: Final = re.compile(r"data:[\w/+.-]{0,80};base64,[\w+/=%-]*+", re.ASCII)
_LINE_ENDS: Final = re.compile("\r\n?|[\u2028\u2029]")
UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# Inside a table, but not in a cell: nothing but table parts can stand here.
_BETWEEN_CELLS: Final = SECTIONS | {"table", "tr"}
_PARENTS: Final = {
    **dict.fromkeys(CELLS, _BETWEEN_CELLS),
    "tr": SECTIONS | {"table"},
    **dict.fromkeys(SECTIONS | {"caption"}, frozenset({"table"})),
}
# An end tag looks no further than these for its element.
_WALLS: Final = CELLS | {"caption", "table"}
_END_WALLS: Final = {
    "li": _WALLS | {"ol", "ul"},
    "table": frozenset[str](),
    **dict.fromkeys(TABLE_PARTS, frozenset({"table"})),
}
# A start tag of these ends the open one of its set, and looks no further than these.
_DESCRIPTIONS: Final = frozenset({"dd", "dt"})
_ITEMS: Final = {"li": frozenset({"li"}), "dd": _DESCRIPTIONS, "dt": _DESCRIPTIONS}
_ITEM_WALLS: Final = (BLOCKS | TABLE_PARTS | {"dd", "dt", "li"}) - {"address", "div", "p"}


def bounded(markup: str) -> str:
    """Put any HTML in order and within bounds; harmless it does not make it (`sanitise.clean`)."""
    readable = _LINE_ENDS.sub("\n", shortened(markup, MAX_CHARACTERS)).replace("\f", " ")
    tree = _Tree()
    for kind, value, written in tokens(UNREADABLE.sub("", readable)):
        if kind == "text":
            tree.text(value)
        elif kind == "open":
            tree.start(ALIASES.get(value, value), written)
        else:
            tree.end(ALIASES.get(value, value))
        if tree.elements.full:
            break
    tree.elements.close_to(0)
    return tree.elements.written()


def shortened(markup: str, limit: int) -> str:
    """Cut HTML that is longer than that off, but not in the middle of a tag."""
    if len(markup) <= limit:
        return markup
    # Perhaps it is long only for pictures inside it, which are never shown.
    markup = _INLINE_FILE.sub("data:", markup)[:limit]
    tag = markup.rfind("<", max(0, limit - _MAX_TAG))
    return markup if tag < 0 or ">" in markup[tag:] else markup[:tag]


class _Tree:
    """Which elements a tag begins and ends, as an HTML parser has it."""

    __slots__ = ("_flattened", "_strays", "elements")

    def __init__(self) -> None:
        self.elements = OpenElements()
        self._flattened: Counter[str] = Counter()  # elements of which only the contents are kept
        self._strays = 0  # end tags that had nothing to end

    def text(self, text: str) -> None:
        if self.elements.innermost in _BETWEEN_CELLS:
            if not text.strip(_SPACES):
                return
            self._enter_cell()
        self.elements.text(text)

    def start(self, name: str, written: str) -> None:
        if name in WRITTEN_OUT:
            self._write_out(name)
        elif name not in ELEMENTS:
            return
        elif self._no_room_for(name):
            self._flatten(name)
        elif name in TABLE_PARTS:
            self._start_table_part(name, written)
        else:
            self._start_content(name, written)

    def end(self, name: str) -> None:
        if name == "br":
            self.start("br", "")
        elif self._flattened[name] > 0:
            self._flattened[name] -= 1
        elif self._strays < MAX_ELEMENTS and name not in VOID:
            wanted = HEADINGS if name in HEADINGS else {name}
            found = self.elements.close_nearest(wanted, _END_WALLS.get(name, _WALLS))
            self._strays += 0 if found else 1

    def _start_content(self, name: str, written: str) -> None:
        if self.elements.innermost in _BETWEEN_CELLS:
            self._enter_cell()
        if name in _ITEMS:
            self.elements.close_nearest(_ITEMS[name], _ITEM_WALLS - _ITEMS[name])
        if name in BLOCKS or name in _ITEMS:
            self.elements.close_nearest({"p"}, _WALLS)
        if name in HEADINGS and self.elements.innermost in HEADINGS:
            self.elements.close_to(len(self.elements.names) - 1)
        if name == "a":
            self.elements.close_nearest({"a"}, CELLS | {"caption"})
        self.elements.open(name, written)

    def _start_table_part(self, name: str, written: str) -> None:
        while self.elements.innermost not in _PARENTS[name]:
            self.elements.close_to(len(self.elements.names) - 1)
        if name in CELLS or name == "tr":
            self._enter_row(name)
        self.elements.open(name, written)

    def _enter_row(self, name: str) -> None:
        if self.elements.innermost == "table":
            self.elements.open("tbody", "")
        if name in CELLS and self.elements.innermost in SECTIONS:
            self.elements.open("tr", "")

    def _enter_cell(self) -> None:
        self._enter_row("td")
        self.elements.open("td", "")

    def _write_out(self, name: str) -> None:
        if self.elements.innermost in _BETWEEN_CELLS:
            self._enter_cell()
        if name == "rt":
            self.elements.close_nearest({"rt"}, _WALLS)
        if len(self.elements.names) < MAX_DEPTH:
            self.elements.push(name, *WRITTEN_OUT[name])

    def _no_room_for(self, name: str) -> bool:
        names = self.elements.names
        if self.elements.count >= MAX_ELEMENTS:
            return True
        if name == "table":  # with its section, row and first cell
            return names.count("table") >= MAX_TABLE_DEPTH or len(names) > MAX_DEPTH - 4
        if name in TABLE_PARTS:
            return self._flattened["table"] > 0 or "table" not in names
        missing = 3 if self.elements.innermost in _BETWEEN_CELLS else 0
        return name not in VOID and len(names) + missing >= MAX_DEPTH

    def _flatten(self, name: str) -> None:
        if name not in VOID:
            self._flattened[name] += 1
        if name not in INLINE and self.elements.innermost not in _BETWEEN_CELLS:
            self.elements.gap()
