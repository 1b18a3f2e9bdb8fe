"""What the cards and the history of a note need of it."""

from __future__ import annotations

from dataclasses import dataclass

from aws_flash.formats.apkg.kinds import ReadKind


@dataclass(frozen=True, slots=True)
class Known:
    """A note that was read, as its cards and its reviews name it."""

    guid: str
    kind: ReadKind
    topic: str
