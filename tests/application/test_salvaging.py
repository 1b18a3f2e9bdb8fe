"""A damaged collection made whole again from what is left."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aws_flash.domain.card import Standing
from aws_flash.domain.errors import CollectionDamaged, CollectionMissing
from tests.application.keeping import Keeping
from tests.storage import filled

CARDS = 600


@pytest.fixture
def kept(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path, CARDS)


def spoil_table(path: Path, table: str, leaves: int | None = None) -> None:
    """Spoil leaf pages of a table: the first few, or all of them."""
    with closing(sqlite3.connect(path)) as connection:
        columns = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    content = path.read_bytes()
    starts = range(0, len(content), filled.PAGE)
    mine = [at for at in starts if columns in filled.lengths_of_rows(content[at:][: filled.PAGE])]
    for start in mine[:leaves]:
        filled.spoil(path, start, start + filled.PAGE)


def healthy(kept: Keeping) -> bool:
    collection = kept.maintenance.open()
    try:
        report = kept.maintenance.mend(collection)
    finally:
        collection.close()
    return not report.findings


@pytest.mark.parametrize("table", ["notes", "cards", "reviews", "topics"])
def test_what_is_left_fits_together(kept: Keeping, table: str) -> None:
    spoil_table(kept.path, table, leaves=2)
    saved = kept.maintenance.salvage()
    assert saved.damaged_tables == (table,)
    assert healthy(kept)
    assert kept.counted() == (saved.notes, saved.cards, saved.reviews)


def test_the_damaged_file_is_kept(kept: Keeping) -> None:
    spoil_table(kept.path, "notes", leaves=2)
    damaged = kept.path.read_bytes()
    assert Path(kept.maintenance.salvage().kept_aside).read_bytes() == damaged
    assert not (kept.profile.folder / "salvage").exists()


def test_cards_whose_topic_is_lost_hang_on_a_new_one(kept: Keeping) -> None:
    spoil_table(kept.path, "topics")
    kept.maintenance.salvage()
    collection = kept.maintenance.open_for_reading()
    with collection.read() as tables:
        assert [topic.name for topic in tables.topics.every()] == ["Rescued"]
    collection.close()
    assert kept.counted()[1] == CARDS


def test_a_card_whose_history_is_lost_stays_in_its_box(kept: Keeping) -> None:
    spoil_table(kept.path, "reviews")
    kept.maintenance.salvage()
    collection = kept.maintenance.open_for_reading()
    with collection.read() as tables:
        card = tables.cards.get_all([2000])[2000]
    collection.close()
    assert card.standing == Standing(3, 3, filled.TODAY + 3, 0, 3)


def test_a_file_in_which_nothing_is_left_changes_nothing(kept: Keeping) -> None:
    kept.path.write_bytes(b"garbage" * 9000)
    before = kept.files()
    with pytest.raises(CollectionDamaged):
        kept.maintenance.salvage()
    assert kept.files() == before


def test_there_must_be_a_file(tmp_path: Path) -> None:
    with pytest.raises(CollectionMissing):
        Keeping(tmp_path, cards=0).maintenance.salvage()
