"""The ids of a deck's statements, as deck.json declares them: single ones and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

MOST: Final = 100_000
"""A range that is longer is cut there."""

_RANGE: Final = re.compile(r"(?P<letters>\D*)(?P<first>\d{1,9}) to (?P=letters)(?P<last>\d{1,9})")


def declared_ids(written: Iterable[str]) -> frozenset[str]:
    """Return all ids that are declared: "S01 to S03" stands for S01, S02 and S03."""
    return frozenset(one for each in written for one in _ids(each))


def _ids(written: str) -> Iterator[str]:
    found = _RANGE.fullmatch(written)
    if found is None:
        yield written
        return
    first, last = int(found["first"]), int(found["last"])
    for number in range(first, min(last, first + MOST) + 1):
        yield f"{found['letters']}{number:0{len(found['first'])}}"
