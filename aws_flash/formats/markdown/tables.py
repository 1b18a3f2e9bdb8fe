"""Tables whose rows are cards: question, answer, and what more columns say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from aws_flash.formats.markdown.card import FoundCard, basic_fields
from aws_flash.formats.markdown.lines import Line

_DIVIDER: Final = re.compile(
    r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|\s*\|\s*:?-+:?\s*\|\s*$"
)
_MOST_CELLS: Final = 64
_PIPE: Final = re.compile(r"(?<!\\)\|")
_TAGS: Final = frozenset({"tags", "tag"})
_EXPLAINS: Final = frozenset({"explanation", "extra", "note", "notes", "source", "hint"})


def is_table(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the head of a table stands here."""
    if at + 1 >= len(lines) or lines[at].code or "|" not in lines[at].text:
        return False
    return bool(_DIVIDER.match(lines[at + 1].text))


def table_cards(
    lines: Sequence[Line], at: int, path: tuple[str, ...]
) -> tuple[list[FoundCard], int] | None:
    """Return the cards of a table that begins here, and where it ends; None if none does."""
    if not is_table(lines, at):
        return None
    head = cells_of(lines[at].text)
    end = at + 2
    while end < len(lines) and "|" in lines[end].text and not lines[end].blank:
        end += 1
    rows = lines[at + 2 : end]
    return [_card(head, row, path) for row in rows], end


def cells_of(text: str) -> tuple[str, ...]:
    """Return the cells of a row; a pipe after a backslash is part of one."""
    inner = text.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells = _PIPE.split(inner, maxsplit=_MOST_CELLS - 1)
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def _card(head: Sequence[str], row: Line, path: tuple[str, ...]) -> FoundCard:
    cells = cells_of(row.text)
    names = [*head, *[""] * (len(cells) - len(head))]
    question, answer = (*cells, "", "")[:2]
    explanation: list[str] = []
    more: list[str] = []
    tags: tuple[str, ...] = ()
    for name, cell in zip(names[2:], cells[2:], strict=False):
        if name.lower() in _TAGS:
            tags = tuple(cell.replace(",", " ").split())
        elif name.lower() in _EXPLAINS:
            explanation.append(cell)
        elif cell:
            more.append(f"{name}: {cell}" if name else cell)
    fields = basic_fields(
        question, "<br>".join(filter(None, [answer, *more])), "<br>".join(explanation)
    )
    return FoundCard(row.number, "basic", fields, path, tags)
