"""The doctor: finds what is wrong, mends it after a backup, and says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aws_flash.domain.backup import Reason
from aws_flash.domain.doctor import Check, Report
from tests.application.keeping import Keeping
from tests.storage import filled

HARM = {
    "a standing": (Check.STANDINGS, "UPDATE cards SET box = 5, due = 9 WHERE id = 2000"),
    "a sum": (Check.DAY_SUMS, "UPDATE day_sums SET answers = answers + 1"),
    "no sums": (Check.DAY_SUMS, "DELETE FROM day_sums"),
    "a sum too many": (Check.DAY_SUMS, "INSERT INTO day_sums VALUES (1, 1, 1, 1, 1, 1, 1, 1)"),
    "a note not indexed": (Check.SEARCH, "DELETE FROM search WHERE rowid = 1000"),
    "a note indexed otherwise": (Check.SEARCH, "UPDATE search SET tags = 'x' WHERE rowid = 1000"),
    "an index of nothing": (Check.SEARCH, "INSERT INTO search(rowid, content) VALUES (7, 'x')"),
    "a lost topic": (Check.LINKS, "DELETE FROM topics WHERE id = 2"),
    "a lost parent": (Check.LINKS, "UPDATE topics SET parent_id = 77 WHERE id = 2"),
    "a lost note": (Check.LINKS, "DELETE FROM notes WHERE id = 1001"),
    "a ring of topics": (Check.TREE, "UPDATE topics SET parent_id = 2 WHERE id = 1"),
    "a kind of review unheard of": (Check.ROWS, "UPDATE reviews SET kind = 'x' WHERE id = 20000"),
    "fields that are none": (Check.ROWS, "UPDATE notes SET fields = '{' WHERE id = 1000"),
    "a negative rest": (Check.ROWS, "UPDATE cards SET rest = -1 WHERE id = 2000"),
    "settings out of range": (Check.ROWS, "INSERT INTO settings VALUES ('new_a_day', '-5')"),
    "shelf lives of no days": (
        Check.ROWS,
        """INSERT INTO settings VALUES ('shelf_lives', '{"price": 0}')""",
    ),
    "a change of nothing": (Check.ROWS, "INSERT INTO fact_changes VALUES (1, 1, '[]', '', 0, 0)"),
    "reasons of no rule": (Check.ROWS, "UPDATE provenance SET silenced = '[' WHERE note_id = 1001"),
    "a history lost": (Check.HISTORY, "DELETE FROM reviews WHERE card_id = 2000"),
    "words not found": (Check.SEARCH, "UPDATE search_content SET c0 = 'other' WHERE id = 1000"),
}


@pytest.fixture
def kept(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path)


def harm(kept: Keeping, script: str) -> None:
    with closing(sqlite3.connect(kept.path)) as connection:
        connection.executescript(script)


def examine(kept: Keeping) -> Report:
    collection = kept.maintenance.open_for_reading()
    try:
        return kept.maintenance.examine(collection)
    finally:
        collection.close()


def mend(kept: Keeping) -> Report:
    collection = kept.maintenance.open()
    try:
        return kept.maintenance.mend(collection)
    finally:
        collection.close()


def test_a_sound_collection_needs_nothing_and_gets_no_backup(kept: Keeping) -> None:
    reviews = filled.CARDS * 2 // 3 * filled.ANSWERS
    assert examine(kept) == mend(kept) == Report(filled.CARDS, reviews)
    assert kept.maintenance.backups() == []


@pytest.mark.parametrize("what", HARM)
def test_harm_is_found_and_mended_for_good(kept: Keeping, what: str) -> None:
    check, script = HARM[what]
    harm(kept, script)
    report = mend(kept)
    assert check in {finding.check for finding in report.findings}
    assert report.healthy
    assert mend(kept).findings == ()


@pytest.mark.parametrize("what", HARM.keys() - {"words not found"})
def test_looking_finds_harm_and_changes_nothing(kept: Keeping, what: str) -> None:
    check, script = HARM[what]
    harm(kept, script)
    before = kept.path.read_bytes()
    report = examine(kept)
    assert check in {finding.check for finding in report.findings}
    assert not report.healthy
    assert kept.path.read_bytes() == before


def test_mending_makes_a_backup_of_what_was_there(kept: Keeping) -> None:
    harm(kept, HARM["a standing"][1])
    report = mend(kept)
    (backup,) = kept.maintenance.backups()
    assert (backup.name, backup.reason) == (report.backup, Reason.MENDING)
    kept.maintenance.restore(kept.maintenance.path_of(backup))
    assert [finding.check for finding in examine(kept).findings] == [Check.STANDINGS]


def test_cards_of_a_lost_topic_and_their_progress_stay(kept: Keeping) -> None:
    before = kept.counted()
    harm(kept, HARM["a lost topic"][1])
    mend(kept)
    assert kept.counted() == before


def test_an_index_out_of_step_is_made_again(kept: Keeping) -> None:
    with closing(sqlite3.connect(kept.path)) as connection:
        query = "SELECT * FROM sqlite_schema WHERE name = 'ix_media_digest'"
        index = connection.execute(query).fetchone()
    harm(kept, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name LIKE 'ix_media%'")
    harm(kept, "INSERT INTO media VALUES ('a.png', 'abc', 7)")
    with closing(sqlite3.connect(kept.path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", index)
        connection.commit()
    report = mend(kept)
    assert [(finding.check, finding.mended) for finding in report.findings] == [(Check.FILE, True)]
    assert mend(kept).findings == ()


def test_a_broken_page_is_said_and_left_to_a_backup(kept: Keeping) -> None:
    with closing(sqlite3.connect(kept.path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'reviews'")
        start = (root.fetchone()[0] - 1) * filled.PAGE
    filled.spoil(kept.path, start, start + filled.PAGE)
    before = kept.path.read_bytes()
    report = mend(kept)
    assert [(finding.check, finding.mended) for finding in report.findings] == [(Check.FILE, False)]
    assert kept.path.read_bytes() == before
