"""Values of the files, taken out with their type and size checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from aws_flash.formats.native.fault import Fault

MAX_LINE: Final = 1000

# Control signs, and halves of surrogate pairs, which could not be stored.
_NO_LINE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_GUID: Final = re.compile(r"[!-~]{1,64}")


def text_in(found: dict[str, Any], key: str) -> str:
    """Return a text of any length, empty when the key is missing."""
    value = found.get(key, "")
    if not isinstance(value, str):
        raise Fault(f"“{key}” is not a text")
    return value


def sound_text_in(found: dict[str, Any], key: str) -> str:
    """Return a text whose signs are whole, empty when the key is missing."""
    value = text_in(found, key)
    check_signs((value,))
    return value


def needed_text(found: dict[str, Any], key: str) -> str:
    """Return a text that must not be missing or empty."""
    value = found.get(key)
    if not isinstance(value, str) or not value:
        raise Fault(f"“{key}” is missing or not a text")
    return value


def line_in(found: dict[str, Any], key: str) -> str:
    """Return a text of one line, empty when the key is missing."""
    value = text_in(found, key)
    check_lines((value,))
    return value


def needed_line(found: dict[str, Any], key: str) -> str:
    """Return a text of one line that must not be missing or blank."""
    value = line_in(found, key)
    if not value.strip():
        raise Fault(f"“{key}” is missing")
    return value


def guid_in(found: dict[str, Any], key: str) -> str:
    """Return an identity: 1 to 64 signs of ASCII, no spaces."""
    value = text_in(found, key)
    if not _GUID.fullmatch(value):
        raise Fault(f"“{key}” is missing or not a guid")
    return value


def lines_in(found: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of lines, none of them blank; empty when the key is missing."""
    if key not in found:
        return ()
    lines = list_in(found, key)
    check_lines(lines)
    if not all(map(str.strip, lines)):
        raise Fault(f"“{key}” has a blank entry")
    return tuple(lines)


def words_in(found: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of lines without spaces; empty when the key is missing."""
    lines = lines_in(found, key)
    if lines and " ".join(lines).split() != [*lines]:
        raise Fault(f"“{key}” has an entry with a space in it")
    return lines


def list_in(found: dict[str, Any], key: str) -> list[Any]:
    """Return a list, empty when the key is missing."""
    value = found.get(key, [])
    if not isinstance(value, list):
        raise Fault(f"“{key}” is not a list")
    return value


def object_with(found: object, keys: frozenset[str], what: str) -> dict[str, Any]:
    """Return an object that has no other keys than these."""
    if not isinstance(found, dict):
        raise Fault(f"{what} is not an object")
    if not found.keys() <= keys:
        raise Fault(f"{what} has keys that are not known here: {_named(found.keys() - keys)}")
    return found


def check_lines(values: Iterable[Any]) -> None:
    """Refuse what is not a text of one line. Most are seen to be so at one glance at them all."""
    listed = [*values]
    try:
        together = "".join(listed)
        if len(together) <= MAX_LINE and together.isprintable():
            return
    except TypeError as error:
        raise Fault("something is there in place of a text") from error
    for value in listed:
        if len(value) > MAX_LINE or _NO_LINE.search(value):
            raise Fault(f"{value[:40]!a}… is not one line of at most {MAX_LINE} signs")


def check_signs(texts: Iterable[str]) -> None:
    """Refuse texts with half of a surrogate pair: it is no sign, and could not be stored."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError as error:
        raise Fault("a text has a broken sign") from error


def _named(keys: Iterable[str]) -> str:
    return ", ".join(sorted(ascii(key)[:40] for key in keys)[:5])
