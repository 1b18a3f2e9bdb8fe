"""What became of each line of the notes: every line makes exactly one entry, so none is lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Became(StrEnum):
    """The sorts of lines, named as the tally shows them."""

    BLANK = "blank lines"
    HEADING = "headings"
    BULLET = "bullets"
    TEXT = "lines of text"
    JOINED = "lines joined to the one before"
    TABLE = "table lines"
    CODE = "lines of code"
    RULE = "dividing lines"
    PAGE = "page numbers and running heads"
    MARK = "slide numbers and time codes"
    CONTENTS = "lines of a table of contents"
    SETTING = "settings and comments"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, judged. `level` is that of a heading, or the rank of a bullet's sign at one indent.

    `text` is what remains without marks; `cells` those of a line in a table; `ordered` tells a
    numbered item. `guessed` marks a table that was recognised by its words alone.
    `sign` is what a bullet began with. `source` is where in a talk it was said, by slide or time.
    """

    became: Became
    line: int
    text: str = ""
    indent: int = 0
    level: int = 0
    ordered: bool = False
    cells: tuple[str, ...] = ()
    guessed: bool = False
    source: str = ""
    sign: str = ""
