"""Faulty rows: what of a file was left out, saved as a table that can be mended and imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aws_flash.application.importing.arrival import Arrival
from aws_flash.application.importing.tables import Table, table_of
from aws_flash.application.whole_files import put_whole
from aws_flash.domain.bundle import Problem
from aws_flash.formats.delimited.faulty_rows import write_faulty_rows


@dataclass(frozen=True, slots=True)
class FaultyRows:
    """What was left out of the file `name`; `table` is how it was read, None where it was none."""

    name: str
    problems: tuple[Problem, ...]
    table: Table | None = None

    def save(self, path: Path, *, replaces: bool) -> None:
        """Write them as CSV: where and why, then the cells as the file had them.

        Raises:
            FileExists: there is such a file, and it was not said that it may go.
            UserError: it cannot be written; nothing was changed.
        """
        dialect = None if self.table is None else self.table.dialect
        put_whole(
            path,
            lambda written: write_faulty_rows(self.problems, self.name, dialect, written),
            replaces=replaces,
        )


def faulty_rows_of(arrival: Arrival, table: Table | None = None) -> FaultyRows:
    """Return what was left out of a file; `table` is how it was read, if that was changed.

    Raises:
        UserError: the file cannot be read any more.
    """
    return FaultyRows(arrival.path.name, arrival.bundle.problems, table or table_of(arrival))
