"""The wire form of protobuf, as far as Anki's packages use it: see docs/adr/0007.

One message at a time: what is nested in it stays bytes until somebody asks, so that depth costs
nothing. Time and room are in step with the length of the bytes.
"""

from __future__ import annotations

from typing import Final

_VARINT: Final = 0
_FIXED_64: Final = 1
_BYTES: Final = 2
_FIXED_32: Final = 5
_SIZES: Final = {_FIXED_64: 8, _FIXED_32: 4}
_LONGEST_VARINT: Final = 10
MAX_PARTS: Final = 500_000
"""Fields of one message: a list of media has one for each, and there are no longer messages."""
_NUMBER_MASK: Final = 2**64 - 1


class WireFault(ValueError):  # noqa: N818 - named for what it finds
    """These bytes are no message."""


class Message:
    """The fields of a message by number; the last one counts where one may stand but once."""

    def __init__(self, raw: bytes) -> None:
        """Take a message apart; raises WireFault."""
        self._numbers: dict[int, int] = {}
        self._octets: dict[int, list[bytes]] = {}
        at, parts = 0, 0
        while at < len(raw):
            key, at = _varint(raw, at)
            at = self._take(raw, at, key >> 3, key & 7)
            parts += 1
            if parts > MAX_PARTS:
                raise WireFault("a message has no end")

    def whole(self, number: int) -> int:
        """Return a field that is a whole number, 0 where it is absent."""
        return self._numbers.get(number, 0)

    def octets(self, number: int) -> bytes:
        """Return a field that is bytes or a message, nothing where it is absent."""
        return self._octets.get(number, [b""])[-1]

    def text(self, number: int) -> str:
        """Return a field that is text, "" where it is absent."""
        return self.octets(number).decode("utf-8", "replace")

    def each(self, number: int) -> list[bytes]:
        """Return all fields of one number that are bytes or messages."""
        return self._octets.get(number, [])

    def __contains__(self, number: int) -> bool:
        """Tell whether there is a field of this number."""
        return number in self._numbers or number in self._octets

    def _take(self, raw: bytes, at: int, number: int, kind: int) -> int:
        """Keep the field that begins at `at`, and return where the next one does."""
        if kind == _VARINT:
            self._numbers[number], at = _varint(raw, at)
            return at
        if kind == _BYTES:
            size, at = _varint(raw, at)
        elif kind in _SIZES:
            size = _SIZES[kind]
        else:
            raise WireFault("a field is of an unknown form")
        if size > len(raw) - at:
            raise WireFault("a field is longer than its message")
        if kind == _BYTES:
            self._octets.setdefault(number, []).append(raw[at : at + size])
        return at + size


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at `at`, and where it ends."""
    if at < len(raw) and raw[at] < 0x80:
        return raw[at], at + 1
    number = 0
    for index, part in enumerate(raw[at : at + _LONGEST_VARINT]):
        number |= (part & 0x7F) << (7 * index)
        if part < 0x80:
            return number & _NUMBER_MASK, at + index + 1
    raise WireFault("a number has no end")
