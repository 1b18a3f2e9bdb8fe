"""Schema 2: facts that changed, what decks delivered of topics, and silenced rules."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    "ALTER TABLE provenance ADD COLUMN silenced TEXT NOT NULL DEFAULT '{}'",
    # Writes the column into every row: rows rescued page by page are told apart by their columns.
    "UPDATE provenance SET silenced = '{}'",
    "CREATE INDEX kept_back ON cards (note_id) WHERE suspended = 1 OR aside = 1",
    "CREATE INDEX facts_by_check ON provenance (volatility, checked_on)",
    "ALTER TABLE deck_notes ADD COLUMN fact TEXT",
    "ALTER TABLE deck_notes ADD COLUMN topic_guid TEXT",
    "ALTER TABLE deck_notes ADD COLUMN tags TEXT",
    """
    CREATE TABLE deck_topics (
        topic_guid TEXT NOT NULL,
        deck_guid TEXT NOT NULL,
        parent_guid TEXT,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        description TEXT NOT NULL,
        PRIMARY KEY (topic_guid)
    )
    """,
    "CREATE INDEX ix_deck_topics_deck_guid ON deck_topics (deck_guid)",
    """
    CREATE TABLE fact_changes (
        note_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        is_clash BOOLEAN NOT NULL,
        seen_at INTEGER,
        PRIMARY KEY (note_id)
    )
    """,
    "CREATE INDEX unseen_changes ON fact_changes (note_id) WHERE seen_at IS NULL",
    "DROP TABLE import_values",  # nothing has ever written to it
    """
    CREATE TABLE import_traces (
        import_id INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (import_id)
    )
    """,
)


def upgrade(connection: Connection) -> None:
    """Lead schema 1 to schema 2."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
