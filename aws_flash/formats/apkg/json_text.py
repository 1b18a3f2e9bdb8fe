"""JSON inside a collection, and values of it that may be of any type."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LARGEST: Final = 2**63


def object_in(text: str | bytes) -> dict[str, Any]:
    """Return the object that a text is, an empty one if it is anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def text_of(value: object) -> str:
    """Return a value that should be text, "" if it is none."""
    return plain(value) if isinstance(value, str) else ""


def whole_of(value: object, default: int = 0) -> int:
    """Return a value that should be a whole number, or be written like one."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
        return int(value)
    if isinstance(value, float) and abs(value) < _LARGEST:
        return int(value)
    if isinstance(value, int) and abs(value) < _LARGEST:
        return int(value)
    return default


def objects_of(value: object) -> list[dict[str, Any]]:
    """Return the objects of a value that should be a list of them, or of an object's values."""
    listed = value.values() if isinstance(value, dict) else value
    if not isinstance(value, dict | list):
        return []
    return [one for one in listed if isinstance(one, dict)]  # type: ignore[attr-defined]


def plain(text: str) -> str:
    """Return text without halves of signs, which no file could hold."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
