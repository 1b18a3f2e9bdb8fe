"""The columns that are read of a table, and the types that their values are read as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what its values are read as; one that is missing or empty gives `default`.

    Of a value longer than `most` letters only so many are read, where that is not 0.
    """

    name: str
    as_type: str
    default: str
    most: int = 0


def whole(name: str) -> Column:
    """Return a column of whole numbers; what is none is 0."""
    return Column(name, "INTEGER", "0")


def text(name: str) -> Column:
    """Return a column of text; bytes that are no UTF-8 become the sign of replacement."""
    return Column(name, "TEXT", "''")


def beginning(name: str, most: int) -> Column:
    """Return a column of text of which no more than the first letters are wanted."""
    return Column(name, "TEXT", "''", most)


def octets(name: str) -> Column:
    """Return a column of bytes."""
    return Column(name, "BLOB", "x''")


def real(name: str) -> Column:
    """Return a column of numbers with a fraction; what is none is 0."""
    return Column(name, "REAL", "0.0")


def expression(column: Column, held: frozenset[str]) -> str:
    """Return what reads a column in SQL where the table has the columns `held`, in lower case."""
    if column.name.lower() not in held:
        return column.default
    value = f'CAST("{column.name}" AS {column.as_type})'
    if column.most:
        value = f"substr({value}, 1, {column.most})"
    return f"ifnull({value}, {column.default})"
