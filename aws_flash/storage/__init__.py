"""SQLAlchemy on SQLite: tables, rows turned into domain values, migrations, backups."""

from __future__ import annotations
