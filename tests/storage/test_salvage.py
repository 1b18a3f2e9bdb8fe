"""What is saved of files that were really damaged."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aws_flash.storage.collection import Collection
from aws_flash.storage.database import version_of
from aws_flash.storage.pages import rows_of_file
from aws_flash.storage.row_shape import shape_of
from aws_flash.storage.salvage import salvage_rows
from aws_flash.storage.schema import metadata
from tests.storage import filled

CARDS = 600
REVIEWS = CARDS * 2 // 3 * filled.ANSWERS
WHOLE = {"topics": 2, "notes": CARDS, "provenance": CARDS // 2, "cards": CARDS, "reviews": REVIEWS}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled.make(tmp_path_factory.mktemp("sound") / "collection.db", CARDS)


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path))


def saved(path: Path) -> dict[str, int]:
    """How many rows of each table are saved, each of them one that was there."""
    fresh = path.with_name("fresh.db")
    salvage_rows(path, fresh)
    with closing(sqlite3.connect(fresh)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {
            table: len(connection.execute(f"SELECT 1 FROM {table}").fetchall())  # noqa: S608  # ours
            for table in WHOLE
        }


def pages_of(path: Path, table: str) -> list[int]:
    """Where the pages of a table begin in its file."""
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()[0]
    content = path.read_bytes()
    root_page = content[(root - 1) * filled.PAGE : root * filled.PAGE]
    assert root_page[0] == 0x05, "the table has pages below its root"
    cells = int.from_bytes(root_page[3:5], "big")
    offsets = [int.from_bytes(root_page[at : at + 2], "big") for at in range(12, 12 + 2 * cells, 2)]
    below = [int.from_bytes(root_page[at : at + 4], "big") for at in (8, *offsets)]
    return [(number - 1) * filled.PAGE for number in (root, *below)]


def test_a_sound_file_is_saved_whole_without_losses(path: Path) -> None:
    assert salvage_rows(path, path.with_name("fresh.db")) == ()
    assert saved(path) == WHOLE


def test_a_broken_leaf_costs_only_its_own_rows(path: Path) -> None:
    leaf = pages_of(path, "notes")[4]
    filled.spoil(path, leaf, leaf + filled.PAGE)
    found = saved(path)
    assert CARDS - 20 < found["notes"] < CARDS
    assert found == {**WHOLE, "notes": found["notes"]}


@pytest.mark.parametrize("table", ["notes", "cards", "reviews"])
def test_a_broken_root_costs_nothing(path: Path, table: str) -> None:
    root = pages_of(path, table)[0]
    filled.spoil(path, root, root + filled.PAGE)
    assert saved(path) == WHOLE


def test_it_says_which_tables_have_losses(path: Path) -> None:
    for table in ("notes", "cards"):
        leaf = pages_of(path, table)[3]
        filled.spoil(path, leaf, leaf + filled.PAGE)
    assert set(salvage_rows(path, path.with_name("fresh.db"))) == {"notes", "cards"}


@pytest.mark.parametrize("length", [16, 100, filled.PAGE])
def test_a_wiped_head_costs_nothing(path: Path, length: int) -> None:
    filled.spoil(path, 0, length, b"\0")
    assert saved(path) == WHOLE


def test_a_file_cut_short_gives_what_is_left(path: Path) -> None:
    half = path.stat().st_size // 2
    with path.open("rb+") as file:
        file.truncate(half)
    found = saved(path)
    assert sum(found.values()) > sum(WHOLE.values()) // 4
    assert all(found[table] <= WHOLE[table] for table in WHOLE)


@pytest.mark.parametrize("content", [b"", b"garbage" * 5000, bytes(50_000)])
def test_garbage_gives_nothing_but_an_empty_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert set(saved(path).values()) == {0}


# A page full of 13s looks like a page of rows, all of them nonsense that is rightly left out.
GARBAGE = st.binary(min_size=1, max_size=9).filter(lambda garbage: 13 not in garbage)


@given(pages=st.sets(st.integers(1, 60), max_size=12), garbage=GARBAGE)
@settings(max_examples=25)
def test_every_row_of_a_page_that_is_left_is_saved(
    sound: Path, pages: set[int], garbage: bytes
) -> None:
    path = Path(shutil.copy(sound, sound.with_name("spoilt.db")))
    for page in pages:
        filled.spoil(path, page * filled.PAGE, (page + 1) * filled.PAGE, garbage)
    left = Counter(len(row) for _, row in rows_of_file(path))
    found = saved(path)
    columns = {"topics": 6, "notes": 7, "provenance": 13, "cards": 14, "reviews": 19}
    assert found == {table: left[number] for table, number in columns.items()}


def test_what_was_deleted_does_not_come_back(path: Path) -> None:
    collection = Collection.open(path, lambda _: None)
    with collection.write(filled.NOW) as tables:
        tables.cards.remove_all(range(2000, 2400))
        tables.notes.remove_all(range(1000, 1400))
    collection.close()
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'notes'")
        start = (root.fetchone()[0] - 1) * filled.PAGE
    filled.spoil(path, start, start + filled.PAGE)
    assert saved(path)["notes"] <= CARDS - 400


def test_what_the_log_holds_is_saved_too(path: Path, tmp_path: Path) -> None:
    collection = Collection.open(path, lambda _: None)
    with collection.write(filled.NOW) as tables:
        tables.notes.put_all([filled.note(9000)])
    (tmp_path / "killed").mkdir()
    killed = tmp_path / "killed" / "collection.db"
    for suffix in ("", "-wal"):
        Path(f"{killed}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    collection.close()
    filled.spoil(killed, 0, 100, b"\0")
    assert saved(killed)["notes"] == CARDS + 1


def test_a_file_of_an_older_schema_is_saved_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    script = (Path(__file__).parent / "stored" / "schema_1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    fresh = tmp_path / "fresh.db"
    assert salvage_rows(path, fresh) == ()
    assert version_of(fresh) == 1
    collection = Collection.open(fresh, lambda _: None)
    with collection.read() as tables:
        assert [note.id for note in tables.notes.every()] == [101, 102]
    collection.close()


def test_provenance_from_before_a_column_came_is_read_from_its_pages_too(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    script = (Path(__file__).parent / "stored" / "schema_1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    Collection.open(path, lambda _: None).close()
    with closing(sqlite3.connect(path)) as connection:
        shape = shape_of(connection, "provenance")
    fitting = [shape.numbered_row(*row) for row in rows_of_file(path)]
    assert [row[0] for row in fitting if row is not None] == [101]


def test_no_two_tables_with_a_row_number_look_the_same(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        shapes = [shape_of(connection, table) for table in metadata.tables]
    numbered = [shape.allowed for shape in shapes if shape.numbered is not None]
    assert len(set(numbered)) == len(numbered) >= 8
