"""The outline that judged lines make: sections, and in each its items, tables and code."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Item:
    """A bullet or a paragraph with what hangs below it.

    `written` are its lines as they were joined, still with inline marks; `code` the lines of code
    that follow it.
    """

    line: int
    written: list[str]
    indent: int = 0
    rank: int = 0
    ordered: bool = False
    bullet: bool = True
    sign: str = ""
    source: str = ""
    children: list[Item] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All it says, on one line."""
        return " ".join(self.written)


@dataclass(slots=True)
class Table:
    """A table; `rows` are numbered by line, and the first is the head where `headed`."""

    line: int
    rows: list[tuple[int, tuple[str, ...]]]
    guessed: bool = False


@dataclass(slots=True)
class Section:
    """What stands under one heading.

    `heading` is empty for a group that has none, and for what stands before the first; `sign` is
    what it bears, if any. `above` is the place of the section above it in the list of all.
    `cut_off` tells a heading that stood at the end of a bullet.
    """

    line: int
    heading: str
    level: int = 1
    above: int | None = None
    blocks: list[Item | Table] = field(default_factory=list)
    cut_off: bool = False
    sign: str = ""

    @property
    def items(self) -> list[Item]:
        """The items at the top level."""
        return [block for block in self.blocks if isinstance(block, Item)]
