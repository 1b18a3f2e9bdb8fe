"""Rows read straight from pages: the same that SQLite reads, whatever the pages above hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.storage.pages import Row, rows_of_file, rows_of_log
from tests.storage import filled

NUMBERS = st.integers(-(2**63), 2**63 - 1)
VALUES = st.none() | NUMBERS | st.text(st.characters(codec="utf-8"), max_size=30) | st.binary()
ROWS = st.dictionaries(NUMBERS, st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=30)


def write(path: Path, rows: Mapping[int, tuple[object, ...]]) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c)")
        lines = [(key, *values) for key, values in rows.items()]
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", lines)
        connection.commit()


def of_table(path: Path) -> dict[int, Row]:
    return {key: row[1:] for key, row in rows_of_file(path) if len(row) == 4}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages") / "some.db"


@given(rows=ROWS)
def test_every_row_comes_out_as_it_went_in(path: Path, rows: dict[int, tuple[object, ...]]) -> None:
    write(path, rows)
    assert of_table(path) == rows


@pytest.mark.parametrize("length", [4000, 4050, 4060, 4061, 4062, 4100, 8200, 100_000])
def test_a_row_longer_than_a_page_is_whole(path: Path, length: int) -> None:
    rows = {1: ("x" * length, b"y" * length, None), 2: ("short", 0, 1)}
    write(path, rows)
    assert of_table(path) == rows


def test_broken_pages_above_do_not_matter(path: Path) -> None:
    rows = {number: (f"row {number}", number, None) for number in range(20_000)}
    write(path, rows)
    content = path.read_bytes()
    pages = [content[start : start + 4096] for start in range(0, len(content), 4096)]
    path.write_bytes(b"".join(page if page[0] == 0x0D else bytes(4096) for page in pages))
    assert of_table(path) == rows


def test_a_broken_page_costs_only_its_own_rows(path: Path) -> None:
    rows = {number: (f"row {number}", number, None) for number in range(20_000)}
    write(path, rows)
    filled.spoil(path, 50 * 4096, 51 * 4096)
    found = of_table(path)
    assert found.items() <= rows.items()
    assert len(rows) - 300 < len(found) < len(rows)


def test_rows_that_lie_in_the_log_are_found(path: Path) -> None:
    write(path, {})
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO t VALUES (7, 'late', 8, 9)")
        log = Path(f"{path}-wal")
        assert (7, (None, "late", 8, 9)) in list(rows_of_log(log, 4096))


@given(st.binary(max_size=600))
def test_garbage_is_passed_over(path: Path, garbage: bytes) -> None:
    path.write_bytes(b"\x0d\0\0\0\xff" + garbage + bytes(4096))
    assert all(isinstance(row, tuple) for _, row in rows_of_file(path))
