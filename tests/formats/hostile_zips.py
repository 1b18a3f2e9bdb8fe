"""Zip archives that no honest program writes, made here so that none has to be kept."""

from __future__ import annotations

import stat
import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def packed(*entries: tuple[str, bytes]) -> bytes:
    """An honest archive."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return out.getvalue()


def with_link(name: str, target: str) -> bytes:
    """An archive of one honest file and a symbolic link."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("honest.txt", b"text")
        link = ZipInfo(name)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, target)
    return out.getvalue()


def patched(content: bytes, sign: bytes, at: int, value: int, times: int = 99) -> bytes:
    """The same archive with two bytes set at a place after each sign of a header."""
    changed = bytearray(content)
    found = -1
    for _ in range(times):
        found = content.find(sign, found + 1)
        if found < 0:
            break
        struct.pack_into("<H", changed, found + at, value)
    return bytes(changed)


def locked() -> bytes:
    """An archive whose file claims to be encrypted."""
    plain = packed(("a.txt", b"text"))
    return patched(patched(plain, b"PK\x01\x02", 8, 1), b"PK\x03\x04", 6, 1)


def of_method(method: int) -> bytes:
    """An archive packed with a method of this number."""
    plain = packed(("a.txt", b"text"))
    return patched(patched(plain, b"PK\x01\x02", 10, method), b"PK\x03\x04", 8, method)


def overlapping() -> bytes:
    """An archive whose two names lead to the same bytes."""
    plain = packed(("a.txt", b"text"), ("b.txt", b"text"))
    second = plain.rindex(b"PK\x01\x02")
    changed = bytearray(plain)
    struct.pack_into("<L", changed, second + 42, 0)
    return bytes(changed)


def claiming_entries(count: int) -> bytes:
    """An archive whose end claims a list of files of so many bytes."""
    plain = bytearray(packed(("a.txt", b"text")))
    struct.pack_into("<L", plain, plain.rindex(b"PK\x05\x06") + 12, count)
    return bytes(plain)
