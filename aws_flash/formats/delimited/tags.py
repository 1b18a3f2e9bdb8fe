"""Tags in one cell: separated by spaces, or by commas and semicolons where there are any."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_COMMAS: Final = re.compile(r"[,;]")


@lru_cache(maxsize=1024)
def tags_in(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell that people write: "a b", or "a, b c" with b_c as one tag."""
    if not _COMMAS.search(cell):
        return spaced_tags_in(cell)
    tags = ("_".join(part.split()) for part in _COMMAS.split(cell))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


@lru_cache(maxsize=1024)
def spaced_tags_in(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell that a program wrote, each once, where a comma is like a letter."""
    return tuple(dict.fromkeys(cell.split()))
