"""Fields of protobuf messages, as Anki's tables and lists hold them: see docs/adr/0007."""

from __future__ import annotations

import struct
from collections.abc import Iterable

_VARINT, _BYTES, _FIXED_32 = 0, 2, 5


def whole(number: int, value: int) -> bytes:
    """Return a field that is a whole number, 0 or more."""
    return _varint(number << 3 | _VARINT) + _varint(value)


def octets(number: int, value: bytes) -> bytes:
    """Return a field that is bytes or a message."""
    return _varint(number << 3 | _BYTES) + _varint(len(value)) + value


def text(number: int, value: str) -> bytes:
    """Return a field that is text."""
    return octets(number, value.encode("utf-8", "replace"))


def real(number: int, value: float) -> bytes:
    """Return a field that is a number with a fraction."""
    return _varint(number << 3 | _FIXED_32) + struct.pack("<f", value)


def reals(number: int, values: Iterable[float]) -> bytes:
    """Return a field that is a list of numbers with fractions."""
    return octets(number, b"".join(struct.pack("<f", value) for value in values))


def wholes(number: int, values: Iterable[int]) -> bytes:
    """Return a field that is a list of whole numbers."""
    return octets(number, b"".join(map(_varint, values)))


def _varint(value: int) -> bytes:
    raw = bytearray()
    while value > 0x7F:
        raw.append(value & 0x7F | 0x80)
        value >>= 7
    raw.append(value)
    return bytes(raw)
