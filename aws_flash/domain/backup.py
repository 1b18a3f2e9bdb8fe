"""A backup: a whole copy of the collection, whose file's name holds its date and reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-([a-z]+)\.db")


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    MIGRATION = "migration"
    BULK = "bulk"
    RESTORE = "restore"
    MENDING = "mending"
    BY_HAND = "hand"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its file: `at` is UTC milliseconds in whole seconds, `size` is bytes."""

    name: str
    at: int
    reason: Reason
    size: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """What a collection's file holds; `problems` says why it is not sound, if it is not.

    What could not be counted is None.
    """

    cards: int | None
    reviews: int | None
    schema: int | None
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the file can be restored."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore put in place, and where the collection before it went.

    `before` is the name of the backup that brings the earlier collection back; when that one was
    damaged, `kept_aside` is the path it was moved to instead. Neither when there was none.
    """

    contents: Contents
    before: str | None = None
    kept_aside: str | None = None


def stamp_of(at: int) -> str:
    """Return a moment (UTC milliseconds) as file names hold it: names in order of time, in UTC."""
    return datetime.fromtimestamp(at // 1000, UTC).strftime(_STAMP)


def name_of(at: int, reason: Reason) -> str:
    """Return the file name of a backup made at this moment (UTC milliseconds)."""
    return f"{stamp_of(at)}-{reason.value}.db"


def read_name(name: str, size: int = 0) -> Backup | None:
    """Return the backup that a file's name tells of; None when it is not such a name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        moment = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
        return Backup(name, int(moment.timestamp()) * 1000, Reason(match[2]), size)
    except ValueError:
        return None
