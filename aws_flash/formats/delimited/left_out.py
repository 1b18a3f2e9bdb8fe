"""The first row of a table of rows that were left out: it says how the rest is to be read again.

Two columns come before those of the table itself: where a row stood and why it was left out. They
are known by their names, and passed over when the table comes back. The name of a column has its
role behind it where the name alone would say another: "Recto (answer)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from aws_flash.formats.delimited.column_names import columns_of_header
from aws_flash.formats.delimited.dialect import Column, Dialect, Role

COLUMNS: Final = 2
"""How many columns say where and why."""

_WHERE: Final = "left out of "
_WHY: Final = "why"
_WHY_HTML: Final = "why (html)"
_WITH_ROLE: Final = re.compile(rf"(?P<name>.*?) ?\((?P<role>{'|'.join(Role)})\)", re.DOTALL)


class LeftOut(NamedTuple):
    """What the first row says: the name of the file that rows were left out of, and its columns."""

    name: str
    is_html: bool
    columns: tuple[Column, ...]


def is_left_out(cells: Sequence[str]) -> bool:
    """Tell whether this is the first row of such a table."""
    if len(cells) < COLUMNS:
        return False
    return cells[0].startswith(_WHERE) and cells[1] in {_WHY, _WHY_HTML}


def left_out_in(cells: Sequence[str]) -> LeftOut:
    """Read the first row of such a table."""
    return LeftOut(
        cells[0].removeprefix(_WHERE), cells[1] == _WHY_HTML, named_columns(cells[COLUMNS:])
    )


def named_columns(cells: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that the rest of such a row names."""
    found = [_WITH_ROLE.fullmatch(cell) for cell in cells]
    names = [told["name"] if told else cell for told, cell in zip(found, cells, strict=True)]
    guessed = columns_of_header(names) if names else ()
    return tuple(
        Column(Role(told["role"]), column.name) if told else column
        for told, column in zip(found, guessed, strict=True)
    )


def header_of(name: str, dialect: Dialect | None) -> tuple[str, ...]:
    """Return the first row for what was left out of the file `name`; None for no table."""
    if dialect is None:
        return (f"{_WHERE}{name}", _WHY)
    why = _WHY_HTML if dialect.is_html else _WHY
    return (f"{_WHERE}{name}", why, *_named(dialect.columns))


def _named(columns: Sequence[Column]) -> tuple[str, ...]:
    guessed = columns_of_header([column.name for column in columns]) if columns else ()
    return tuple(
        column.name
        if column == told and column.name and not _WITH_ROLE.fullmatch(column.name)
        else f"{column.name} ({column.role})".lstrip()
        for column, told in zip(columns, guessed, strict=True)
    )
