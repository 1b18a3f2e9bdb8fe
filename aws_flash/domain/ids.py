"""Identities: time-ordered 63-bit ids, and the random guid that survives export and import."""

from __future__ import annotations

from collections.abc import Callable

_RANDOM_BITS = 21
_GUID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_GUID_LENGTH = 10


class IdSource:
    """Makes ids that grow with time and never repeat within one program.

    An id is 42 bits of UTC milliseconds and 21 bits of chance, so that two machines do not make the
    same one; within a millisecond the last id plus one is taken, so that order is kept.
    """

    def __init__(self, now: Callable[[], int], entropy: Callable[[int], int]) -> None:
        """Take `now`, in UTC milliseconds, and `entropy(bits)`, a random number of so many bits."""
        self._now = now
        self._entropy = entropy
        self._last = 0
        self._last_moment = -1

    def new_id(self) -> int:
        """Return an id greater than every one returned before."""
        return self.new_ids(1)[0]

    def new_ids(self, count: int) -> range:
        """Return so many ids in a row, greater than every one returned before."""
        moment = self._now()
        first = self._last + 1
        if moment != self._last_moment:
            self._last_moment = moment
            first = max(first, (moment << _RANDOM_BITS) | self._entropy(_RANDOM_BITS))
        self._last = first + count - 1
        return range(first, first + count)

    def new_guid(self) -> str:
        """Return ten random letters and digits (59 bits)."""
        number = self._entropy(64)
        letters = []
        for _ in range(_GUID_LENGTH):
            number, index = divmod(number, len(_GUID_LETTERS))
            letters.append(_GUID_LETTERS[index])
        return "".join(letters)
