"""Everything in a collection's file that undo promises to bring back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

Dump = dict[str, list[tuple[Any, ...]]]

_TABLES = {
    "topics": "SELECT * FROM topics ORDER BY id",
    "notes": "SELECT * FROM notes ORDER BY id",
    "provenance": "SELECT * FROM provenance ORDER BY note_id",
    "cards": "SELECT * FROM cards ORDER BY id",
    "reviews": "SELECT * FROM reviews WHERE NOT undone ORDER BY id",
    "day_sums": "SELECT * FROM day_sums WHERE answers OR took ORDER BY day, topic_id",
    "settings": "SELECT * FROM settings ORDER BY name",
    "decks": "SELECT * FROM decks ORDER BY guid",
    "deck notes": "SELECT * FROM deck_notes ORDER BY note_guid",
    "deck topics": "SELECT * FROM deck_topics ORDER BY topic_guid",
    "fact changes": "SELECT * FROM fact_changes ORDER BY note_id",
    "search": "SELECT rowid, content, tags FROM search ORDER BY rowid",
    "broken links": "PRAGMA foreign_key_check",
    "dead and alive": (
        "SELECT kept_in, id FROM tombstones WHERE id IN"
        " (SELECT id FROM topics UNION SELECT id FROM notes UNION SELECT id FROM cards)"
    ),
}


def dump(path: Path) -> Dump:
    """Read it all."""
    with closing(sqlite3.connect(path)) as connection:
        return {name: connection.execute(query).fetchall() for name, query in _TABLES.items()}
