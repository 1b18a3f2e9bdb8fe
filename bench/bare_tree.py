"""The floor of the tree: the leanest SQL that gives the numbers it shows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from aws_flash.domain.forecast import HORIZON
from aws_flash.domain.pace import ANSWERS_TO_READ
from aws_flash.storage.profile import Profile

_TOPICS = "SELECT id, parent_id, name, position FROM topics"
_COUNTS = """
    SELECT topic_id, box, count(*),
        count(*) FILTER (WHERE ifnull(due, 0) <= :today AND NOT suspended
                         AND ifnull(skipped_until, 0) <= :today)
    FROM cards WHERE NOT aside GROUP BY topic_id, box
"""
# How many new cards may come today follows from the pace, the answers of today and the next days.
_SETTINGS = "SELECT name, value FROM settings"
_PACE = """
    SELECT kind, rating, first, count(*), sum(took) FROM (
        SELECT kind, rating, box_before = 0 AS first, took FROM reviews
        WHERE NOT undone AND kind IN ('answer', 'early', 'relearn')
        ORDER BY day DESC, at DESC LIMIT :latest
    ) GROUP BY kind, rating, first
"""
_DONE = "SELECT sum(took), sum(first_looks) FROM day_sums WHERE day = :today"
_COMING = """
    SELECT due, box, count(*) FROM cards
    WHERE due <= :last AND NOT suspended AND NOT aside GROUP BY due, box
"""


class BareTree:
    """Reads from a connection of its own, with what it was told once."""

    def __init__(self, profile: Path, today: int) -> None:
        """Open the profile's collection to read."""
        source = f"{Profile(profile).collection.absolute().as_uri()}?mode=ro"
        self._connection = sqlite3.connect(source, uri=True, isolation_level=None)
        self._given = {"today": today, "last": today + HORIZON - 1, "latest": ANSWERS_TO_READ}

    def read(self) -> tuple[int, int]:
        """Read it all; return all cards and those that wait or are new."""
        execute = self._connection.execute
        execute("BEGIN")
        for statement in (_TOPICS, _SETTINGS, _PACE, _DONE, _COMING):
            execute(statement, self._given).fetchall()
        counts = execute(_COUNTS, self._given).fetchall()
        execute("ROLLBACK")
        return sum(row[2] for row in counts), sum(row[3] for row in counts)
