"""Every stored collection of a released schema is led to the newest, and ends as declared."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from aws_flash.domain.errors import CollectionDamaged, CollectionTooNew
from aws_flash.domain.provenance import Silenced
from aws_flash.domain.shelf_life import ShelfLives
from aws_flash.storage import migrations
from aws_flash.storage.collection import Collection
from aws_flash.storage.database import version_of, writer_engine
from aws_flash.storage.schema import APPLICATION_ID, SEARCH_TABLE, VERSION, metadata

STORED = Path(__file__).parent / "stored"


def _is_declared(_object: object, name: str | None, kind: str, *_others: object) -> bool:
    return not (kind == "table" and name is not None and name.startswith(SEARCH_TABLE))


def test_migrations_end_at_the_declared_schema(collection: Collection) -> None:
    engine = writer_engine(collection.path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_declared})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_there_is_a_step_for_every_version() -> None:
    assert len(migrations.STEPS) == VERSION


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_stored_collection_opens_with_all_it_held(version: int, tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    collection = opened(version, path)
    with collection.read() as tables:
        assert [topic.name for topic in tables.topics.tree()] == ["AWS", "STS", "KMS"]
        (note,) = tables.notes.get_all([101]).values()
        assert note.field("Question") == "Which call needs <b>no</b> credentials?"
        assert note.provenance is not None
        assert note.provenance.statements == ("S83",)
        (card,) = tables.cards.get_all([201]).values()
        assert (card.standing.box, card.standing.due) == (2, 20_003)
        assert [review.took for review in tables.reviews.of_card(201)] == [4200]
        assert tables.settings.read().minutes_a_day == 15
    collection.close()
    assert version_of(path) == VERSION


def opened(version: int, path: Path) -> Collection:
    """A stored collection of this schema, led to the newest."""
    script = (STORED / f"schema_{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return Collection.open(path, lambda _: None)


def test_from_schema_1_nothing_is_known_of_what_came_later(tmp_path: Path) -> None:
    collection = opened(1, tmp_path / "collection.db")
    with collection.read() as tables:
        told = tables.notes.get_all([101])[101].provenance
        assert told is not None
        assert told.silenced == ()
        assert tables.settings.read().shelf_lives == ShelfLives()
        [delivered] = tables.deck_notes.every()
        assert (delivered.fact, delivered.topic_guid, delivered.tags) == (None, None, None)
        assert tables.deck_topics.count() == tables.fact_changes.count() == 0
    collection.close()


def test_schema_2_holds_what_changed_and_what_was_silenced(tmp_path: Path) -> None:
    collection = opened(2, tmp_path / "collection.db")
    with collection.read() as tables:
        told = tables.notes.get_all([101])[101].provenance
        assert told is not None
        assert told.silenced == (Silenced("two facts", "they are learned together"),)
        [change] = tables.fact_changes.waiting()
        assert (dict(change.before.fields)["Answer"], change.is_clash) == ("GetSessionToken", False)
        assert tables.settings.read().shelf_lives == ShelfLives(limit=180)
        assert tables.deck_topics.get_all(["sts"])["sts"].parent_guid == "aws"
        assert tables.deck_notes.of_deck("deck")["aB3dE5gH7j"].tags == ("sts", "saml")
    collection.close()


def test_a_failed_step_leaves_no_trace_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "collection.db"

    def broken(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half_done (id INTEGER)")
        connection.exec_driver_sql("this is no SQL")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, broken))
    with pytest.raises(Exception, match="syntax error"):
        Collection.open(path, lambda _: None)
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")]
        assert connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert "half_done" not in names
    monkeypatch.undo()
    Collection.open(path, lambda _: None).close()


def test_a_backup_is_asked_for_before_an_old_collection_is_migrated(
    tmp_path: Path, open_collection: Callable[[], Collection], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = open_collection().path
    asked: list[Path] = []
    monkeypatch.setattr("aws_flash.storage.collection.VERSION", VERSION + 1)
    Collection.open(path, asked.append).close()
    assert asked == [path]


def test_a_newer_collection_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION + 5}")
        connection.execute("CREATE TABLE later (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(CollectionTooNew) as refused:
        Collection.open(path, lambda _: None)
    assert (refused.value.found, refused.value.known) == (VERSION + 5, VERSION)
    assert path.read_bytes() == before


def test_the_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(CollectionDamaged):
        Collection.open(path, lambda _: None)
    assert path.read_bytes() == before
    shutil.rmtree(tmp_path)
