"""Databases of strangers: honest tables are read, the others end in a plain sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aws_flash.domain.errors import FileUnreadable, FileUnsafe, UserError
from aws_flash.formats.sqlite_file.columns import octets, real, text, whole
from aws_flash.formats.sqlite_file.connection import MAX_VALUE
from aws_flash.formats.sqlite_file.database import SqliteFile
from aws_flash.formats.sqlite_file.private_copy import copy_database

NOTES = "CREATE TABLE notes(id INTEGER PRIMARY KEY, said TEXT, raw BLOB);"
TWO = "INSERT INTO notes VALUES (1, 'one', x'00ff'), (2, 'zwei ä', x'');"
SAID = ("one", "zwei ä")


def made(folder: Path, *scripts: str) -> Path:
    path = folder / "made.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("".join(scripts))
    return path


@contextmanager
def opened(path: Path) -> Iterator[SqliteFile]:
    with SqliteFile(path, Path("their.db")) as file:
        yield file


def said(path: Path) -> tuple[str, ...]:
    with opened(path) as file:
        return tuple(row[0] for row in file.rows("notes", text("said")))


def test_rows_come_as_the_types_that_are_asked_for(tmp_path: Path) -> None:
    with opened(made(tmp_path, NOTES, TWO)) as file:
        rows = list(file.rows("notes", whole("id"), text("said"), octets("raw"), real("id")))
    assert rows == [(1, "one", b"\x00\xff", 1.0), (2, "zwei ä", b"", 2.0)]


def test_values_of_other_types_are_cast_and_missing_columns_are_empty(tmp_path: Path) -> None:
    script = "INSERT INTO notes VALUES (1, x'6162', 'text'), (2, 7, NULL);"
    with opened(made(tmp_path, NOTES, script)) as file:
        rows = list(file.rows("notes", whole("said"), text("said"), text("raw"), whole("none")))
    assert rows == [(0, "ab", "text", 0), (7, "7", "", 0)]


def test_bytes_that_are_no_utf8_are_told_by_a_sign(tmp_path: Path) -> None:
    script = "INSERT INTO notes VALUES (1, CAST(x'61ff62' AS TEXT), x'');"
    assert said(made(tmp_path, NOTES, script)) == ("a\ufffdb",)


def test_tables_are_counted_and_listed(tmp_path: Path) -> None:
    with opened(made(tmp_path, NOTES, TWO, "CREATE VIEW seen AS SELECT * FROM notes;")) as file:
        assert (set(file.tables), file.count("notes"), file.count("seen")) == ({"notes"}, 2, 0)


def test_a_view_is_no_table(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(said) AS (SELECT 1 UNION ALL SELECT 2 FROM n) SELECT * FROM n;"
    path = made(tmp_path, "CREATE VIEW notes AS ", endless)
    with pytest.raises(FileUnreadable, match="notes"):
        said(path)


def test_a_view_that_calls_itself_a_table_is_none(tmp_path: Path) -> None:
    path = made(tmp_path, "CREATE VIEW notes AS SELECT 1 AS said;")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA writable_schema=1; UPDATE sqlite_schema SET type='table';")
    with pytest.raises(FileUnreadable):
        said(path)


def test_views_that_unfold_without_end_are_never_unfolded(tmp_path: Path) -> None:
    first = "CREATE VIEW v0 AS SELECT 1 AS a;"
    views = (
        f"CREATE VIEW v{one} AS SELECT x.a FROM v{one - 1} x, v{one - 1} y;"  # noqa: S608 - made here
        for one in range(1, 40)
    )
    assert said(made(tmp_path, NOTES, TWO, first, *views)) == SAID


def test_what_a_table_checks_and_computes_is_not_run(tmp_path: Path) -> None:
    computed = "CREATE TABLE slow(x, y NOT NULL AS (hex(zeroblob(x))), CHECK (x < 0));"
    row = "PRAGMA ignore_check_constraints=1; INSERT INTO slow VALUES (9000000);"
    assert said(made(tmp_path, NOTES, TWO, computed, row)) == SAID


def test_a_virtual_table_and_what_is_computed_are_not_read(tmp_path: Path) -> None:
    script = "CREATE TABLE cards(id, twice AS (id * 2)); INSERT INTO cards VALUES (4);"
    path = made(tmp_path, script, "CREATE VIRTUAL TABLE notes USING fts5(said);")
    with opened(path) as file:
        assert list(file.rows("cards", whole("id"), whole("twice"))) == [(4, 0)]
        assert "notes" not in file.tables


def test_triggers_stay_still(tmp_path: Path) -> None:
    trigger = "CREATE TRIGGER gone AFTER INSERT ON notes BEGIN DELETE FROM notes; END;"
    assert said(made(tmp_path, NOTES, TWO, trigger)) == SAID


def test_a_file_that_promises_changes_beside_it_is_read(tmp_path: Path) -> None:
    path = made(tmp_path, NOTES, TWO)
    raw = bytearray(path.read_bytes())
    raw[18:20] = b"\x02\x02"
    path.write_bytes(raw)
    assert said(path) == SAID
    assert sorted(file.name for file in tmp_path.iterdir()) == ["made.db"]


def test_changes_of_a_running_program_are_taken_along(tmp_path: Path) -> None:
    path = tmp_path / "running.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as running:
        running.execute("PRAGMA journal_mode=WAL")
        running.executescript(f"{NOTES}{TWO}")
        before = path.read_bytes()
        copy_database(path, tmp_path / "copy.db")
        assert path.read_bytes() == before
    assert said(tmp_path / "copy.db") == SAID


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("not a database at all" * 100)
    with pytest.raises(FileUnreadable, match="their"):
        said(path)


def test_a_schema_that_is_no_sql_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, NOTES, TWO)
    raw = path.read_bytes().replace(b"CREATE TABLE notes(id", b"CREATE TABLE notes((d")
    path.write_bytes(raw)
    with pytest.raises(FileUnreadable):
        said(path)


def test_a_row_without_end_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, NOTES, TWO, "UPDATE notes SET raw = zeroblob(", str(MAX_VALUE + 1), ");")
    with pytest.raises(FileUnsafe), opened(path) as file:
        list(file.rows("notes", octets("raw")))


def test_what_takes_endless_time_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aws_flash.formats.sqlite_file.database.SECONDS", 0.0)
    many = "INSERT INTO notes(said) SELECT a.said FROM notes a, notes b, notes c, notes d;"
    path = made(tmp_path, NOTES, TWO, many, many)
    with pytest.raises(FileUnsafe, match="without end"):
        said(path)


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_raises_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = made(tmp_path_factory.mktemp("damaged"), NOTES, TWO)
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(16, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(raw[: data.draw(st.integers(100, len(raw)))])
    with suppress(UserError):
        assert all(isinstance(one, str) for one in said(path))
