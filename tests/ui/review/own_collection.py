"""A real collection with three topics and no cards, and a watch that stands still."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aws_flash.application.clock import Clock
from aws_flash.application.services import Services
from aws_flash.domain.days import day_number
from aws_flash.domain.ids import IdSource
from aws_flash.domain.topic import Topic
from aws_flash.storage.collection import Collection
from aws_flash.storage.media_files import MediaFiles

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = day_number(START.date())
TOPIC = 3
_TOPICS = (
    Topic(1, "root", None, "AWS"),
    Topic(2, "sts", 1, "Identity federation"),
    Topic(3, "calls", 2, "STS calls"),
)


class Watch:
    """Wall clock and stop-watch, both standing still until they are moved."""

    def __init__(self) -> None:
        self.moment = START
        self.milliseconds = 0

    def now(self) -> int:
        return round(self.moment.timestamp() * 1000)

    def local(self) -> datetime:
        return self.moment

    def elapsed(self) -> int:
        return self.milliseconds

    def pass_by(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
        self.milliseconds += round(seconds * 1000)


def services_in(folder: Path, watch: Watch) -> Services:
    """Open a collection with three topics and no cards."""
    collection = Collection.open(folder / "collection.db", lambda _: None)
    clock = Clock(watch.now, watch.local)
    numbers = itertools.count(1)
    ids = IdSource(watch.now, lambda bits: next(numbers) * 0x9E3779B97F4A7C15 % (1 << bits))
    services = Services(collection, clock, ids, MediaFiles(folder / "media"))
    services.operations.run_without_step(lambda tables: tables.topics.put_all(_TOPICS))
    return services
