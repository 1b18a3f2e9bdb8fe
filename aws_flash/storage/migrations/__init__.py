"""Numbered steps from one schema to the next, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine

from aws_flash.storage.migrations import m0001_first, m0002_facts_that_age
from aws_flash.storage.schema import APPLICATION_ID

STEPS: tuple[Callable[[Connection], None], ...] = (
    m0001_first.upgrade,
    m0002_facts_that_age.upgrade,
)
"""Step n (from 0) leads from schema n to schema n + 1."""


def migrate(engine: Engine, version: int, wanted: int | None = None) -> None:
    """Lead a collection from `version` to the newest schema, or only to the one wanted.

    A failed step leaves no trace.
    """
    for reached, step in enumerate(STEPS[version:wanted], start=version + 1):
        with engine.begin() as connection:
            step(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {reached}")
