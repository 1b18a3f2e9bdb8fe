"""What our own CSV does to cells, and takes back: formulas made harmless, paths of topics.

A spreadsheet computes what begins with = + - or @, which may send a stranger's data anywhere. So a
cell that begins so gets an apostrophe before it, as does one that begins with apostrophes and then
such a sign: taking one off gives back what was there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

HTML: Final = "html"
"""What the column "form" says of rows whose fields are HTML."""

SEPARATOR: Final = "::"

# Full-width signs too: some spreadsheets take them for the others.
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED: Final = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_OUTER_COLONS: Final = re.compile(r"^:|:(?=:)|(?<=:):|:$")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_PART: Final = re.compile(r"((?:\\.|(?!::)[^\\]|\\\Z)+)(?:::)?", re.DOTALL)


def is_formula(cell: str) -> bool:
    """Tell whether a cell has to be guarded, or is guarded."""
    return _FORMULA.match(cell) is not None


def guarded(cell: str) -> str:
    """Return the cell as text that no spreadsheet computes."""
    return f"'{cell}" if is_formula(cell) else cell


def unguarded(cell: str) -> str:
    """Take back what `guarded` did."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell


def path_cell(names: Sequence[str]) -> str:
    """Join the names of a path; colons that could be taken for the separator get a backslash."""
    return SEPARATOR.join(_OUTER_COLONS.sub(r"\\:", name.replace("\\", "\\\\")) for name in names)


def path_in(cell: str) -> tuple[str, ...]:
    """Take apart what `path_cell` joined; names that are blank are left out."""
    names = (_ESCAPED.sub(r"\1", part) for part in _PART.findall(cell))
    return tuple(name for name in names if name.strip())
