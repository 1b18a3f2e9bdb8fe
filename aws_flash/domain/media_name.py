"""The one form in which a field may name a medium: a plain file name, no place and no address."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

MAX_NAME: Final = 200

# No separators, no drive or scheme, no wildcards; no control or direction signs, which could make
# one name look like another.
_FORBIDDEN: Final = re.compile(
    '[/\\\\:*?"<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]'
)
_ENCODED: Final = re.compile(r"%[0-9a-fA-F]{2}")
# Windows takes these for devices, whatever follows the first dot.
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\s*(?:\.|\Z)", re.IGNORECASE)


def plain_name(written: str) -> str | None:
    """The name of a file in the media folder, or None for all that could lead anywhere else.

    Percent signs are resolved once, because some programs write names that way; what is encoded
    twice is refused.
    """
    try:
        name = unquote(written.strip(), errors="strict")
    except UnicodeDecodeError:
        return None
    if not name or len(name.encode("utf-8", "replace")) > MAX_NAME:
        return None
    if name.startswith((".", "~")) or name.endswith((".", " ")) or name != name.strip():
        return None
    forbidden = _FORBIDDEN.search(name) or _ENCODED.search(name) or _DEVICE.match(name)
    return None if forbidden else name
