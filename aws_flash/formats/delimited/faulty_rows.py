"""What was left out of a file as a CSV, to be put right in a spreadsheet and imported again."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from aws_flash.domain.bundle import Problem
from aws_flash.domain.errors import FileUnwritable
from aws_flash.formats.delimited.dialect import Dialect
from aws_flash.formats.delimited.left_out import header_of
from aws_flash.formats.delimited.writing import harmless


def write_faulty_rows(
    problems: Iterable[Problem], name: str, dialect: Dialect | None, path: Path
) -> None:
    """Write where each problem is and why, then the cells as received.

    `name` is that of the file, `dialect` how its table was read, None where it was none. UTF-8 with
    a mark, by which spreadsheets know it.

    Raises:
        FileUnwritable: the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            table = csv.writer(file)
            of = name if dialect is None else dialect.left_out_of or name
            table.writerow(map(harmless, header_of(of, dialect)))
            for problem in problems:
                row = (problem.where, problem.why, *problem.cells)
                table.writerow(map(harmless, row))
    except OSError as error:
        raise FileUnwritable(str(path), error.strerror or str(error)) from error
