"""The floor of an answer: one durable commit of the rows that the program has just written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from aws_flash.storage.profile import Profile

_ANSWER = "SELECT * FROM reviews ORDER BY id DESC LIMIT 1"
_CARD = """
    UPDATE cards SET box = ?, rest = ?, due = ?, lapses = ?, streak = ? WHERE id = ?
"""
_REVIEW = "INSERT INTO reviews VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_DAY_SUM = """
    INSERT INTO day_sums VALUES (?, ?, 1, ?, ?, ?, ?, ?)
    ON CONFLICT (day, topic_id) DO UPDATE SET
        answers = answers + excluded.answers, knew = knew + excluded.knew,
        first_looks = first_looks + excluded.first_looks,
        first_knew = first_knew + excluded.first_knew,
        took = took + excluded.took, took_missed = took_missed + excluded.took_missed
"""


class BareAnswer:
    """Writes into a copy of the collection what the program wrote into the other."""

    def __init__(self, profile: Path, copy: Path) -> None:
        """Read from one profile's collection, write to the other's, as durably as the program."""
        source = f"{Profile(profile).collection.absolute().as_uri()}?mode=ro"
        self._source = sqlite3.connect(source, uri=True, isolation_level=None)
        self._copy = sqlite3.connect(Profile(copy).collection, isolation_level=None)
        self._copy.execute("PRAGMA journal_mode = WAL")
        self._copy.execute("PRAGMA synchronous = FULL")
        self._row: tuple[int, ...] = ()

    def fetch(self) -> None:
        """Read the newest answer that the program wrote."""
        self._row = self._source.execute(_ANSWER).fetchone()

    def commit(self) -> None:
        """Write it: the card's standing, the review, the sums of its day."""
        row = self._row
        card_id, topic_id, day, knew = row[1], row[2], row[4], int(row[6] == 2)
        first, took = int(row[7] == 0), row[17]
        sums = (day, topic_id, knew, first, first * knew, took, took * (1 - knew))
        execute = self._copy.execute
        execute("BEGIN IMMEDIATE")
        execute(_CARD, (*row[12:17], card_id))
        execute(_REVIEW, row)
        execute(_DAY_SUM, sums)
        execute("COMMIT")
