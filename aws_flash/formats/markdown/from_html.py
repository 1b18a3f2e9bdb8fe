"""The HTML of a field as Markdown that reads back the same; what has no Markdown stays as it is.

Turned into Markdown are texts, line breaks, bold, italic, code, pictures, paragraphs and lists.
Whether it reads back is not guessed but tried; if not, the field stands in a block of code that
says so in its first line.
"""

from __future__ import annotations

import json
import re
from typing import Final

from aws_flash.domain.html.escaping import resolve
from aws_flash.formats.markdown.rendering import field_html

_TOKEN: Final = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>[^<>]*)>|(?P<text>[^<]+|<)"
)
_SIGNS: Final = re.compile(r"([\\`*_\[\]~|])")
_AT_BEGIN: Final = re.compile(r"^(\s*)([-+#>=]|\d{1,9}(?=[.)]))", re.MULTILINE)
_ATTRIBUTE: Final = re.compile(r'(src|alt|href)="([^"]*)"')
_SIMPLE: Final = {"b": "**", "i": "*", "code": "`", "s": "~~", "br": "\n", "p": "\n\n"}
_KEPT: Final = frozenset({"u", "sub", "sup", "small", "mark", "kbd"})
_ITEMS: Final = {"ul": "\n- ", "ol": "\n1. "}
_CONTROL: Final = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\r\\u2028\\u2029\\ufeff\\ud800-\\udfff]"
)
_LONGEST: Final = 20_000


def markdown_of(html: str) -> str:
    """Return Markdown whose HTML is this."""
    if not html:
        return ""
    if len(html) <= _LONGEST and not _CONTROL.search(html):
        markdown = _converted(html)
        if markdown is not None and _is_safe(markdown) and field_html(markdown) == html:
            return markdown
    return _as_it_is(html)


def _as_it_is(html: str) -> str:
    """Return the block of code that holds a field unchanged."""
    runs = re.findall(r"`{3,}", html)
    fence = "`" * max(3, *(len(run) + 1 for run in runs)) if runs else "```"
    if _CONTROL.search(html) or re.search(r"^\s*(?:`{3,}|~{3,})", html, re.MULTILINE):
        return f"```json field\n{json.dumps(html)}\n```"
    return f"{fence}html field\n{html}\n{fence}"


def _is_safe(markdown: str) -> bool:
    """Tell whether no line could be taken for a mark or a heading of the file."""
    lines = markdown.split("\n")
    return not any(line.lstrip().startswith(("#", "<!--", "```", "~~~")) for line in lines)


def _converted(html: str) -> str | None:
    """Return Markdown that may be what is wanted, None for elements that have none."""
    pieces: list[str] = []
    lists: list[str] = []
    for token in _TOKEN.finditer(html):
        if token["text"]:
            pieces.append(_escaped(token["text"]))
            continue
        written = _tag(token, lists)
        if written is None:
            return None
        pieces.append(written)
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip("\n")


def _escaped(text: str) -> str:
    return _AT_BEGIN.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))


def _tag(token: re.Match[str], lists: list[str]) -> str | None:
    name, ends, rest = token["name"], bool(token["end"]), token["rest"]
    if name == "img":
        return _picture(rest)
    if rest:
        return None
    if name in {"ul", "ol", "li"}:
        return _end_of_list(name, lists) if ends else _list(name, lists)
    return token[0] if name in _KEPT else _SIMPLE.get(name)


def _list(name: str, lists: list[str]) -> str | None:
    """Begin a list that stands in no other, or an item of it."""
    if name == "li":
        return _ITEMS[lists[-1]] if lists else None
    lists.append(name)
    return "\n\n" if len(lists) == 1 else None


def _end_of_list(name: str, lists: list[str]) -> str | None:
    if name == "li":
        return ""
    return "\n\n" if lists and lists.pop() == name else None


def _picture(rest: str) -> str | None:
    held = dict(_ATTRIBUTE.findall(rest))
    source = resolve(held.get("src", ""))
    if not re.fullmatch(r"[\w.\-]+", source):
        return None
    return f"![{_escaped(held.get('alt', ''))}]({source})"
