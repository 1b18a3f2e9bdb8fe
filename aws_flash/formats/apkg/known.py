"""What the cards and the history of a note need of it."""

from __future__ import annotations

from typing import NamedTuple

from aws_flash.formats.apkg.kinds import ReadKind


class Known(NamedTuple):
    """A note that was read, as its cards and its reviews name it; a tuple since each note has one.

    `topic` is the guid of the topic that it hangs on.
    """

    guid: str
    kind: ReadKind
    topic: str
