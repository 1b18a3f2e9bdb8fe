"""Items and what hangs below them as a list in HTML."""

from __future__ import annotations

from collections.abc import Sequence

from aws_flash.formats.notes_outline.draft import code_html
from aws_flash.formats.notes_outline.inline import inline
from aws_flash.formats.notes_outline.outline import Item


def list_html(items: Sequence[Item]) -> str:
    """Return items, and those below them, as a list; one alone as a line."""
    if len(items) == 1 and not items[0].children:
        return inline(items[0].text).html() + code_html(items[0].code)
    element = "ol" if items[0].ordered else "ul"
    pieces = [f"<{element}>"]
    stack: list[tuple[Item, bool]] = [(item, False) for item in reversed(items)]
    while stack:
        item, closes = stack.pop()
        if closes:
            pieces.append("</ul></li>")
            continue
        pieces.append(f"<li>{inline(item.text).html()}{code_html(item.code)}")
        if item.children:
            pieces.append("<ul>")
            stack.append((item, True))
            stack += [(child, False) for child in reversed(item.children)]
        else:
            pieces.append("</li>")
    return "".join([*pieces, f"</{element}>"])
