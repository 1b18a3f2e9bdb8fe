"""Tables as drafts: a card for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from aws_flash.domain.html.escaping import escape_text
from aws_flash.formats.notes_outline.draft import Draft, basic
from aws_flash.formats.notes_outline.inline import inline
from aws_flash.formats.notes_outline.outline import Table

_GENERIC: Final = re.compile(
    r"(?:term|meaning|front|back|question|answer|definition|word|description|key|value|name|notes?"
    r"|concept|explanation|details?|what|feature|aspect|attribute|item|service|topic|#|no\.?)?$",
    re.IGNORECASE,
)
_LEAST_SHARED: Final = 4

Row = tuple[int, tuple[str, ...]]


def grid_drafts(table: Table) -> Iterator[Draft]:
    """Yield a draft for each row of a table.

    Where the first column names the row, it asks for the others under their heads; where two
    columns only stand against each other, the card asks which is which.
    """
    rows = [row for row in table.rows if any(cell.strip() for cell in row[1])]
    if len(rows) < 2:
        yield from (
            basic(line, "", _html(" | ".join(cells)), " ".join(cells)) for line, cells in rows
        )
        return
    head, *body = rows
    make = _compared if table.guessed or _are_rivals(head[1]) else _looked_up
    for line, cells in body:
        said = " / ".join(cells)
        padded = (*cells, *[""] * (len(head[1]) - len(cells)))
        yield basic(line, *make(head[1], padded), said)


def _are_rivals(head: Sequence[str]) -> bool:
    """Tell whether two columns are two things of one sort: "IAM Users" and "IAM Groups"."""
    if len(head) != 2:
        return False
    left, right = (inline(cell).text for cell in head)
    return len(left) > _LEAST_SHARED and left[:_LEAST_SHARED] == right[:_LEAST_SHARED]


def _compared(head: Sequence[str], cells: Sequence[str]) -> tuple[str, str]:
    names = " / ".join(map(_html, head))
    if len(set(cells)) == 1:
        return f"{names}: for which of them is this true?<br>{_html(cells[0])}", "For all of them"
    shown = "<br>".join(sorted({_html(cell) for cell in cells if cell}))
    return f"{names}: which is which?<br>{shown}", _listed(head, cells)


def _looked_up(head: Sequence[str], cells: Sequence[str]) -> tuple[str, str]:
    subject = f"{_html(head[0])}: {_html(cells[0])}" if _tells(head[0]) else _html(cells[0])
    if len(head) == 1:
        return "", subject
    if len(cells) == 2:
        asks = f"{subject} \u2013 {_html(head[1])}" if _tells(head[1]) else subject
        return asks, _html(cells[1])
    asked = " / ".join(_html(name) for name in head[1:] if name)
    return f"{subject} \u2013 {asked}", _listed(head[1:], cells[1:])


def _tells(name: str) -> bool:
    """Tell whether the head of a column says more than that it is one."""
    return not _GENERIC.match(inline(name).text.strip())


def _listed(head: Sequence[str], cells: Sequence[str]) -> str:
    names = [*head, *[""] * (len(cells) - len(head))]
    pairs = zip(names, cells, strict=False)
    return "<br>".join(
        f"{_html(name)}: {_html(cell)}" if name else _html(cell) for name, cell in pairs if cell
    )


def _html(cell: str) -> str:
    parts = re.split(r"<br\s?/?>", cell)
    return "<br>".join(inline(part).html() for part in parts) if parts else escape_text(cell)
