"""Bytes of a good file changed by chance: flipped, cut, doubled, spliced, hostile pieces put in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import Final

MAX_SIZE: Final = 2**18
"""Bytes that a mutated file may have: enough for what grows with the square to be slow."""

_NUMBER: Final = re.compile(rb"-?\d{1,20}")
_NUMBERS: Final = (
    b"0", b"-1", b"2147483648", b"-9223372036854775808", b"9223372036854775808", b"1e999",
    b"9" * 5000, b"NaN", b"0.1", b"00", b"\xd9\xa3",
)  # fmt: skip
_PIECES: Final = (
    b"", b"\0", b"\n", b"\r", b"\t", b'"', b"'", b",", b";", b"{", b"}", b"[", b"]", b"<", b">",
    b"&", b"::", b"../", b"\\", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800",
    b"&#0;", b"&#xd800;", b"&x;", b"null", b"true", b"{}", b"[]", b"{{", b"}}", b"{{#F}}",
    b"{{c1::", b"[sound:", b"<!--", b"]]>", b"<![CDATA[", b'<!DOCTYPE a [<!ENTITY x "y">]>',
    b"<!DOCTYPE a>", b"<script>", b"# ", b"```", b"|", b"- ", b"==", b"> ", b"\x1f", b"\x1e",
    b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xf0\x9f\x87\xa9", b"A\xcc\x81" * 40,
)  # fmt: skip
_MOST_REPEATS: Final = 20_000

Change = Callable[[bytearray, random.Random, Sequence[bytes]], None]


def mutated(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Return the bytes with one to eight changes; `others` are files to take pieces from."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        chance.choice(_CHANGES)(changed, chance, others)
        del changed[MAX_SIZE:]
    return bytes(changed)


def _span(changed: bytearray, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(changed))
    length = min(int(2 ** chance.uniform(0, 12)), len(changed) - start)
    return start, start + length


def _flip(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    if changed:
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)


def _overwrite(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    if changed:
        changed[chance.randrange(len(changed))] = chance.choice((0, 1, 0x7F, 0x80, 0xFE, 0xFF))


def _remove(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(changed, chance)
    del changed[start:end]


def _cut_off(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    del changed[chance.randint(0, len(changed)) :]


def _double(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(changed, chance)
    changed[start:start] = changed[start:end]


def _repeat(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(changed, chance)
    piece = bytes(changed[start : min(end, start + 40)])
    changed[start:start] = piece * chance.randint(2, _MOST_REPEATS)


def _scramble(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(changed, chance)
    changed[start:end] = chance.randbytes(end - start)


def _put_in(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    start = chance.randint(0, len(changed))
    changed[start:start] = chance.choice(_PIECES) * chance.choice((1, 1, 1, 2, 50, _MOST_REPEATS))


def _put_over(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(changed, chance)
    changed[start:end] = chance.choice(_PIECES)


def _other_number(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    found = list(_NUMBER.finditer(changed))
    if found:
        start, end = chance.choice(found).span()
        changed[start:end] = chance.choice(_NUMBERS)


def _splice(changed: bytearray, chance: random.Random, others: Sequence[bytes]) -> None:
    if others:
        start, end = _span(changed, chance)
        other = bytearray(chance.choice(others))
        from_there, to_there = _span(other, chance)
        changed[start:end] = other[from_there:to_there]


def _swap(changed: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    (start, end), (other, _end) = _span(changed, chance), _span(changed, chance)
    piece = bytes(changed[start:end])
    del changed[start:end]
    changed[other:other] = piece


_CHANGES: Final[tuple[Change, ...]] = (
    _flip, _overwrite, _remove, _cut_off, _double, _repeat, _scramble, _put_in, _put_in, _put_over,
    _other_number, _splice, _swap,
)  # fmt: skip
