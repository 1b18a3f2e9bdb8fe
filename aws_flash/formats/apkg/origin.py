"""Where a fact comes from, in a note's last field in Anki: to be read there, and whole for us.

The whole stands in a comment, which Anki keeps with the field and does not show. What cannot be
read of it is as good as absent: the field may come from anywhere, and anybody may have changed it.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, Final

from aws_flash.domain.html.escaping import escape_text, escape_value
from aws_flash.domain.provenance import Provenance, Silenced, Source, Then, Volatility
from aws_flash.formats.apkg.json_text import object_in

MAX_SIZE: Final = 50_000
"""Letters of a comment that is looked at; a note with ten sources has three thousand."""
MAX_LINE: Final = 1000
MAX_LINES: Final = 200

_BEGIN: Final = "<!--awsflash "
_END: Final = "-->"
_NO_LINE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_WEB: Final = ("https://", "http://")


def origin_field(origin: Provenance | None) -> str:
    """Return the field: HTML to be read, and then the comment."""
    if origin is None:
        return ""
    lines = [_shown(source) for source in origin.sources]
    if origin.checked_on:
        lines.append(f"Checked {origin.checked_on.isoformat()}")
    if origin.then:
        then = origin.then
        lines.append(escape_text(f"Changed {then.changed}: was {then.said}, is {then.now}"))
    return f"{'<br>'.join(lines)}{_BEGIN}{_packed(origin)}{_END}"


def origin_in(field: str) -> Provenance | None:
    """Return what a field's comment says, None where it says nothing that could be."""
    inner = field.rpartition(_BEGIN)[2].partition(_END)[0] if _BEGIN in field else ""
    if not inner or len(inner) > MAX_SIZE:
        return None
    try:
        origin = _unpacked(object_in(inner))
    except (ValueError, TypeError):
        return None
    return None if origin == Provenance() else origin


def _shown(source: Source) -> str:
    title = escape_text(source.title or source.link)
    shown = f'<a href="{escape_value(source.link)}">{title}</a>' if source.link else title
    return f"{shown} ({escape_text(source.read)})" if source.read else shown


def _packed(origin: Provenance) -> str:
    """Return JSON in ASCII, which no comment and no editor takes for an end of anything."""
    then = origin.then
    said = {
        "sources": [(one.title, one.link, one.read) for one in origin.sources],
        "checked_on": origin.checked_on.isoformat() if origin.checked_on else None,
        "exam": origin.exam,
        "domain": origin.domain,
        "volatility": origin.volatility,
        "statements": origin.statements,
        "then": (then.said, then.now, then.changed) if then else None,
        "see_also": origin.see_also,
        "confusable": origin.confusable,
        "silenced": [(one.rule, one.reason) for one in origin.silenced],
    }
    packed = json.dumps({key: value for key, value in said.items() if value})
    packed = packed.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return packed.replace("--", "-\\u002d")


def _unpacked(found: dict[str, Any]) -> Provenance:
    """Return what was packed; raises ValueError or TypeError where it was not by us."""
    checked_on, volatility, then = (found.get(key) for key in ("checked_on", "volatility", "then"))
    rules: dict[str, str] = {row[0]: row[1] for row in _rows(found, "silenced", 2)}
    return Provenance(
        sources=tuple(_source(row) for row in _rows(found, "sources", 3)),
        checked_on=date.fromisoformat(checked_on) if checked_on else None,
        exam=_line(found.get("exam", "")),
        domain=_line(found.get("domain", "")),
        volatility=Volatility(volatility) if volatility else None,
        statements=_lines(found.get("statements", [])),
        then=Then(*_exactly(then, 3)) if then else None,
        see_also=_lines(found.get("see_also", [])),
        confusable=_line(found.get("confusable", "")),
        silenced=tuple(Silenced(*row) for row in rules.items()),
    )


def _source(row: tuple[str, ...]) -> Source:
    source = Source(*row)
    if source.link and not source.link.startswith(_WEB):
        raise ValueError(source.link)
    return source


def _rows(found: dict[str, Any], key: str, width: int) -> list[tuple[str, ...]]:
    rows = found.get(key, [])
    if not isinstance(rows, list) or len(rows) > MAX_LINES:
        raise ValueError(key)
    return [_exactly(row, width) for row in rows]


def _exactly(row: object, width: int) -> tuple[str, ...]:
    lines = _lines(row)
    if len(lines) != width:
        raise ValueError(width)
    return lines


def _lines(found: object) -> tuple[str, ...]:
    if not isinstance(found, list) or len(found) > MAX_LINES:
        raise ValueError(type(found))
    return tuple(map(_line, found))


def _line(found: object) -> str:
    if not isinstance(found, str) or len(found) > MAX_LINE or _NO_LINE.search(found):
        raise ValueError(type(found))
    return found
