"""Ids as Anki wants them: numbers that stand for milliseconds, each taken once, never by chance."""

from __future__ import annotations

import hashlib
from typing import Final

HASHED: Final = 1_000_000_000_000
"""Ids made from a name lie between this, in 2001, and half as much more, in 2017."""
_SPAN: Final = HASHED // 2
LARGEST: Final = 2**53
"""Anki's pages count with numbers up to this."""


class Ids:
    """Gives out ids as near above the wanted ones as can be."""

    def __init__(self) -> None:
        """Begin with none taken."""
        self._next: dict[int, int] = {}

    def take(self, wanted: int) -> int:
        """Return the first free id from the wanted one on; in time however many want the same."""
        if wanted not in self._next:
            self._next[wanted] = wanted + 1
            return wanted
        passed: list[int] = []
        free = wanted
        while free in self._next:
            passed.append(free)
            free = self._next[free]
        self._next.update(dict.fromkeys(passed, free + 1))
        self._next[free] = free + 1
        return free


def hashed(name: str) -> int:
    """Return an id that is the same for a name at all times."""
    digest = hashlib.sha256(name.encode("utf-8", "replace")).digest()
    return HASHED + int.from_bytes(digest[:8], "big") % _SPAN


def own_id(guid: str) -> int | None:
    """Return the id that Anki gave to what has this guid here, None for all else."""
    maker, _, rest = guid.partition(":")
    number = rest.partition(":")[0]
    if maker != "anki" or not (number.isascii() and number.isdigit() and len(number) < 17):
        return None
    return int(number) if 0 < int(number) < LARGEST else None
