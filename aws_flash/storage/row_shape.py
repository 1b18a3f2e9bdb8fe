"""What a row of a table must look like: tells rows that make sense from those that don't."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from aws_flash.storage.pages import Row


@dataclass(frozen=True, slots=True)
class RowShape:
    """The types that each column of a table allows, and the column that is the row's number."""

    table: str
    numbered: int | None
    allowed: tuple[tuple[type, ...], ...]

    def fits(self, row: Row) -> bool:
        """Tell whether every column holds what the schema says."""
        if len(row) != len(self.allowed):
            return False
        return all(isinstance(value, types) for value, types in zip(row, self.allowed, strict=True))

    def numbered_row(self, rowid: int, row: Row) -> Row | None:
        """Return a row read from a page, its number in its column; None if it is of another table.

        Only tables with a numbered column are told apart.
        """
        place = self.numbered
        if place is None or len(row) != len(self.allowed) or row[place] is not None:
            return None
        whole = (*row[:place], rowid, *row[place + 1 :])
        return whole if self.fits(whole) else None


def shape_of(connection: sqlite3.Connection, table: str) -> RowShape:
    """Return the shape of a table's rows, as its schema says."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [place for place, column in enumerate(columns) if column[5]]
    numbered = len(keys) == 1 and columns[keys[0]][2] == "INTEGER"
    allowed = tuple(_types(declared, not_null) for _, _, declared, not_null, _, _ in columns)
    return RowShape(table, keys[0] if numbered else None, allowed)


def _types(declared: str, not_null: int) -> tuple[type, ...]:
    stored = str if declared == "TEXT" else int
    return (stored,) if not_null else (stored, type(None))
