"""Builds the outline from judged lines: nesting by indent, code and wrapped lines where they go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.notes_outline.outline import Item, Section, Table

MAX_DEPTH: Final = 20
"""Bullets that stand deeper belong to the last one of this depth: nobody nests like that."""

MAX_JOINED: Final = 100
"""Lines of one paragraph; what goes on longer is another item."""

_HYPHENED: Final = re.compile(r"[a-z]-$")
_BREAK: Final = 2
_LEAST_IN_GROUP: Final = 2


@dataclass(slots=True)
class _Building:
    sections: list[Section] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    open_items: list[Item] = field(default_factory=list)
    last: Item | Table | None = None
    before: Became | None = None
    source: str = ""

    @property
    def section(self) -> Section:
        """The section that is being filled."""
        if not self.sections:
            self.sections.append(Section(1, ""))
        return self.sections[-1]

    def begin(self, section: Section) -> None:
        """Begin a section."""
        self.sections.append(section)
        self.open_items.clear()
        self.last = None


def built(entries: Sequence[Entry]) -> list[Section]:
    """Return the sections in order; what stands before the first heading is one without."""
    building = _Building()
    groups = _group_starts(entries)
    for at, entry in enumerate(entries):
        if at in groups:
            building.headings.clear()
            building.begin(Section(entry.line, ""))
        _add(building, entry)
        building.before = entry.became
        building.source = entry.source or building.source
    return building.sections


def _group_starts(entries: Sequence[Entry]) -> frozenset[int]:
    """Return where two blank lines and no heading begin another subject.

    A single item stays with its section. Where half of the lines stand apart so, or headings bear
    signs at several levels, blank lines mean nothing.
    """
    content = [at for at, entry in enumerate(entries) if entry.became is not Became.BLANK]
    gaps = {
        at
        for before, at in pairwise(content)
        if at - before > _BREAK and entries[at].became is not Became.HEADING
    }
    if any(entry.level > 2 for entry in entries if entry.became is Became.HEADING):
        return frozenset()
    if not any(entry.became is Became.HEADING for entry in entries):
        return frozenset()
    if len(gaps) * 4 > len(content):
        return frozenset()
    return frozenset(at for at in gaps if _is_group(entries, at))


def _is_group(entries: Sequence[Entry], at: int) -> bool:
    """Tell whether more than one line follows before the next break or heading."""
    lines = blanks = 0
    for place in range(at, len(entries)):
        entry = entries[place]
        blanks = blanks + 1 if entry.became is Became.BLANK else 0
        if blanks == _BREAK or entry.became is Became.HEADING or lines == _LEAST_IN_GROUP:
            break
        lines += entry.became in {Became.BULLET, Became.TEXT, Became.TABLE}
    return lines >= _LEAST_IN_GROUP


def _add(building: _Building, entry: Entry) -> None:
    if entry.became is Became.HEADING:
        building.begin(_section(building, entry))
        building.headings.append(len(building.sections) - 1)
    elif entry.became in {Became.BULLET, Became.TEXT}:
        _add_item(building, entry)
    elif entry.became is Became.JOINED:
        _join(building, entry)
    elif entry.became is Became.TABLE:
        _add_row(building, entry)
    elif entry.became is Became.CODE:
        _add_code(building, entry)


def _section(building: _Building, entry: Entry) -> Section:
    """Return a section below the nearest one before it that has a lower level."""
    open_headings = building.headings
    while open_headings and building.sections[open_headings[-1]].level >= entry.level:
        open_headings.pop()
    above = open_headings[-1] if open_headings else None
    return Section(entry.line, entry.text, entry.level, above, sign=entry.sign)


def _add_item(building: _Building, entry: Entry) -> None:
    is_bullet = entry.became is Became.BULLET
    source = entry.source or building.source
    item = Item(
        entry.line,
        [entry.text],
        entry.indent,
        entry.level,
        entry.ordered,
        is_bullet,
        entry.sign,
        source,
    )
    _close(building, item)
    if building.open_items:
        building.open_items[-1].children.append(item)
    else:
        building.section.blocks.append(item)
    if len(building.open_items) < MAX_DEPTH:
        building.open_items.append(item)
    building.last = item


def _close(building: _Building, item: Item) -> None:
    """Close the items that this one does not hang on."""
    items = building.open_items
    while items and not _hangs_on(item, items[-1]):
        items.pop()


def _hangs_on(item: Item, other: Item) -> bool:
    """Tell whether an item is less than another: by its indent, at one indent by its sign.

    A bullet hangs on a paragraph only where a colon announces it.
    """
    if item.bullet and not other.bullet:
        return item.indent >= other.indent and other.written[-1].endswith(":")
    if item.indent != other.indent:
        return item.indent > other.indent
    return item.bullet and other.bullet and item.rank > other.rank > 0


def _join(building: _Building, entry: Entry) -> None:
    """Add a wrapped line to the item that was added last; mend a word split by a hyphen."""
    item = building.last
    if not isinstance(item, Item) or len(item.written) >= MAX_JOINED:
        _add_item(building, entry)
    elif _HYPHENED.search(item.written[-1]) and entry.text[0].islower():
        item.written[-1] = item.written[-1][:-1]
        first, _, rest = entry.text.partition(" ")
        item.written[-1] += first
        if rest:
            item.written.append(rest)
    else:
        item.written.append(entry.text)


def _add_row(building: _Building, entry: Entry) -> None:
    """Add a line to the table that the line before belongs to, else to a new one."""
    building.open_items.clear()
    row = (entry.line, entry.cells)
    if building.before is Became.TABLE and isinstance(building.last, Table):
        building.last.rows.append(row)
        return
    building.last = Table(entry.line, [row], entry.guessed)
    building.section.blocks.append(building.last)


def _add_code(building: _Building, entry: Entry) -> None:
    """Add a line of code to the item before it; a block that stands apart is an item by itself."""
    item = building.last
    begins = building.before is not Became.CODE
    if not isinstance(item, Item) or (begins and not _takes_code(item, building.before)):
        item = Item(entry.line, [], bullet=False)
        building.open_items.clear()
        building.section.blocks.append(item)
        building.last = item
    if entry.level:
        item.code.append(entry.text)
    elif begins and item.code:
        item.code.append("")


def _takes_code(item: Item, before: Became | None) -> bool:
    """Tell whether a block of code belongs to an item: it follows at once, or is announced."""
    return before is not Became.BLANK or (bool(item.written) and item.written[-1].endswith(":"))
