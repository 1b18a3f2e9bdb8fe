"""What our own files say in comments beside the text: identities, kinds, tags; as JSON."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_MARK: Final = re.compile(r"\s*<!-- aws-flash (?P<name>deck|topic|card) (?P<values>\{.*\}) -->\s*$")
_LONGEST: Final = 200_000
_MOST_NESTED: Final = 20


def mark(name: str, values: dict[str, Any]) -> str:
    """Return a comment that says so; values that are empty are left out."""
    held = {key: value for key, value in values.items() if value not in ("", None, [], ())}
    written = json.dumps(held, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    safe = written.replace("-", "\\u002d").replace(">", "\\u003e").replace("<", "\\u003c")
    return f"<!-- aws-flash {name} {safe} -->"


def marked(line: str) -> tuple[str, dict[str, Any]] | None:
    """Return name and values of a comment of ours, None for all else."""
    if "<!-- aws-flash" not in line or len(line) > _LONGEST:
        return None
    found = _MARK.match(line)
    if not found or found["values"].count("[") + found["values"].count("{") > _MOST_NESTED:
        return None
    try:
        values = json.loads(found["values"])
    except (ValueError, RecursionError):
        return None
    return found["name"], values if isinstance(values, dict) else {}


def text_in(values: dict[str, Any], key: str) -> str:
    """Return a text that a mark holds, empty where it holds none."""
    value = values.get(key)
    return value if isinstance(value, str) else ""


def texts_in(values: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return the texts that a mark lists."""
    value = values.get(key)
    listed = value if isinstance(value, list) else []
    return tuple(one for one in listed if isinstance(one, str))


def number_in(values: dict[str, Any], key: str) -> int | None:
    """Return a number that a mark holds, None where it holds none."""
    value = values.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
